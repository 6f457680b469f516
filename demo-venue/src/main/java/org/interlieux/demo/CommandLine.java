package org.interlieux.demo;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Starts a site from the command line: what goes wrong is one line for a person, and exit code 1. */
final class CommandLine {
    private CommandLine() {}

    static void run(String[] args) {
        // Only the server's own complaints; what people need to know is said below.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        try {
            List<String> sites = options(args, "--site=");
            List<Path> files =
                    required(args, "--settings=").stream().map(Path::of).toList();
            SiteSettings settings = SettingsFile.read(files, sites.isEmpty() ? null : sites.get(0));
            DemoVenue venue =
                    DemoVenue.start(settings, Path.of(required(args, "--store=").get(0)));
            Runtime.getRuntime().addShutdownHook(new Thread(venue::close));
            System.out.println(settings.name() + " (a stand-in for a Dokos site): " + venue.url());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static List<String> required(String[] args, String prefix) {
        List<String> values = options(args, prefix);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "Usage: --settings=<file.json>... [--site=<alias>] --store=<file>; missing " + prefix);
        }
        return values;
    }

    private static List<String> options(String[] args, String prefix) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(prefix))
                .map(arg -> arg.substring(prefix.length()))
                .toList();
    }
}
