package org.interlieux.it.console;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.pages.console.Console;
import org.interlieux.it.browser.pages.console.ConsoleForm;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.server.KeycloakServer;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** A federation whose admin reads one language. */
record ConsoleRealm(Language language, Federation federation, ConsoleAdmin admin) {

    static Map<Language, ConsoleRealm> inEachLanguage(KeycloakServer server) {
        ConsoleAdmin.speak(
                server, Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.toSet()));
        Map<Language, ConsoleRealm> realms = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            realms.put(
                    language,
                    new ConsoleRealm(language, Federation.create(server), ConsoleAdmin.create(server, language.tag())));
        }
        return realms;
    }

    Console logIn(Browser browser) {
        return Console.logIn(browser.open(language.window()), federation, admin.username(), admin.password());
    }

    /** Each of these settings has its label and its help text, both in the admin's language. */
    void assertReadable(ConsoleForm form, List<Setting> settings) {
        for (Setting setting : settings) {
            form.assertSays(
                    setting.key(), setting.label(), language.text(setting.label()), language.text(setting.help()));
        }
        form.closeHelp();
    }

    IdentityProviderRepresentation saved(String alias) {
        return federation.realm().identityProviders().get(alias).toRepresentation();
    }
}
