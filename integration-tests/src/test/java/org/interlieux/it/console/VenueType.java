package org.interlieux.it.console;

import org.interlieux.it.browser.pages.console.ConsoleForm;

/** A type of venue, as the console offers it. */
enum VenueType {
    DOKOS("dokos", "Venue: Dokos site") {
        @Override
        void fillInOwn(VenueForm form) {
            form.set("siteUrl", "https://dokos.example");
        }
    },
    OPENID("venue-oidc", "Venue: OpenID Connect") {
        @Override
        void fillInOwn(VenueForm form) {
            form.set("discoveryUrl", "https://op.example").choose("accessRule", "all-members");
        }
    },
    HOST("venue-host", "Venue: host only") {
        @Override
        void fillInOwn(VenueForm form) {
            form.set("siteUrl", "https://host.example");
        }
    };

    private final String id;
    private final String title;

    VenueType(String id, String title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** The least that the console demands. */
    ConsoleForm fillIn(VenueForm form, String alias, String name) {
        form.identify(alias, name, "client", "secret");
        fillInOwn(form);
        return form.form();
    }

    abstract void fillInOwn(VenueForm form);
}
