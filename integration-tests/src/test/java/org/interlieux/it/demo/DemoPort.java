package org.interlieux.it.demo;

import java.util.Locale;

/** The ports of the demo, each with the option that changes it. */
enum DemoPort {
    KEYCLOAK("port", 8080),
    KEYCLOAK_MANAGEMENT("managementPort", 9000),
    ATELIER("atelierPort", 8181),
    FABRIQUE("fabriquePort", 8182),
    PHARE("pharePort", 8183),
    LIBRARY("libraryPort", 8184);

    private final String option;
    private final int byDefault;

    DemoPort(String option, int byDefault) {
        this.option = "demo." + option;
        this.byDefault = byDefault;
    }

    /** Of the site with that alias. */
    static DemoPort of(String alias) {
        return valueOf(alias.toUpperCase(Locale.ROOT));
    }

    String option() {
        return option;
    }

    int number() {
        String chosen = System.getProperty(option);
        if (chosen == null) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(chosen);
            if (number >= 1 && number <= 65_535) {
                return number;
            }
            throw new DemoException(refusal(chosen));
        } catch (NumberFormatException e) {
            throw new DemoException(refusal(chosen), e);
        }
    }

    private String refusal(String chosen) {
        return "-D" + option + "=" + chosen + ": a port is a number from 1 to 65535";
    }

    String url() {
        return "http://localhost:" + number();
    }
}
