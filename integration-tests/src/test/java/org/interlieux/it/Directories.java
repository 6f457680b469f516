package org.interlieux.it;

import java.nio.file.Path;

/** Where the build put things; Maven passes the places as system properties. */
public final class Directories {
    private Directories() {}

    /** The assembled Keycloak distribution: unpacked zip and our jars. */
    public static Path distribution() {
        return required("interlieux.distribution");
    }

    /** The realm files as we ship them. */
    public static Path realmExport() {
        return required("interlieux.realm-export");
    }

    /** The project's documents. */
    public static Path docs() {
        return required("interlieux.docs");
    }

    /** Where servers keep their data, logs and screenshots. */
    public static Path work() {
        return required("interlieux.work");
    }

    private static Path required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("System property " + property
                    + " is not set: run through Maven, or set it as integration-tests/pom.xml does");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
