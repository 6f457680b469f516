package org.interlieux.demo;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Starts a site from the command line: what goes wrong is one line for a person, and exit code 1. */
final class CommandLine {
    private CommandLine() {}

    static void run(String[] args) {
        // Only the server's own complaints; what people need to know is said below.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        try {
            SiteSettings settings = SettingsFile.read(Path.of(option(args, "--settings=")));
            DemoVenue venue = DemoVenue.start(settings, Path.of(option(args, "--store=")));
            Runtime.getRuntime().addShutdownHook(new Thread(venue::close));
            System.out.println(settings.name() + " (a stand-in for a Dokos site): " + venue.url());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String option(String[] args, String prefix) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(prefix))
                .map(arg -> arg.substring(prefix.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Usage: --settings=<file.json> --store=<file>; missing " + prefix));
    }
}
