package org.interlieux.it.console;

import org.interlieux.it.browser.pages.console.ConsoleField;
import org.interlieux.it.browser.pages.console.ConsoleForm;

/** The form of a venue, with our settings by their keys. */
record VenueForm(ConsoleForm form) {

    VenueForm identify(String alias, String name, String clientId, String clientSecret) {
        form.fill("alias", alias)
                .fill("displayName", name)
                .fill("config.clientId", clientId)
                .fill("config.clientSecret", clientSecret);
        return this;
    }

    VenueForm set(String key, String value) {
        field(key).fill(value);
        return this;
    }

    VenueForm choose(String key, String entry) {
        field(key).choose(entry);
        return this;
    }

    String value(String key) {
        return field(key).value();
    }

    private ConsoleField field(String key) {
        return form.field(key, "interlieux.venue." + key);
    }
}
