package org.interlieux.it.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interlieux.it.Directories;
import org.interlieux.it.server.ProviderJar;

/**
 * The access rule that the guide for developers shows, made into a jar as the guide says: nothing here knows more of it than a reader.
 *
 * @param source the Java class
 * @param service the file that names the class to Keycloak
 * @param className what that file says
 */
record GuideRule(String source, String service, String className) {
    private static final Pattern CHAPTER = Pattern.compile("(?s)\n## An access rule of your own\n(.*?)(?=\n## |\\z)");
    private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern SERVICE = Pattern.compile("`(META-INF/services/[\\w.]+)` with the line `([\\w.]+)`");

    /** What the guide has a reader depend on, and what Maven brings along with it. */
    private static final List<String> DEPENDENCIES = List.of(
            "federation-authenticator.jar",
            "venue-identity-broker.jar",
            "org.keycloak.keycloak-server-spi-2",
            "org.keycloak.keycloak-core-2",
            "org.keycloak.keycloak-common-2");

    static GuideRule read() {
        try {
            String guide = Files.readString(Directories.realmExport().resolveSibling("CONTRIBUTING.md"));
            String chapter = find(CHAPTER, guide).group(1);
            Matcher service = find(SERVICE, chapter);
            return new GuideRule(find(CODE, chapter).group(1), service.group(1), service.group(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path jar() {
        return new ProviderJar(source, className, service, DEPENDENCIES).make("guide-rule");
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "The guide holds nothing like '%s'", pattern.pattern()));
        }
        return found;
    }
}
