package org.interlieux.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.pages.console.Console;
import org.interlieux.it.browser.pages.console.ConsoleForm;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Badge clients and the settings of the whole federation in the admin console, in English and in French. */
@ExtendWith({SharedKeycloak.class, RealBrowser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FederationConsoleIT {
    private final Map<Language, ConsoleRealm> realms = new EnumMap<>(Language.class);

    @BeforeAll
    void create(KeycloakServer server) {
        realms.putAll(ConsoleRealm.inEachLanguage(server));
        realms.values().forEach(realm -> List.of("atelier", "halle")
                .forEach(alias -> realm.federation().add(VenueSettings.hostOnly(alias))));
    }

    @ParameterizedTest
    @EnumSource
    void badgeClientHasExactlyOneHostVenue(Language language, Browser browser) {
        ConsoleRealm realm = Objects.requireNonNull(realms.get(language));
        ConsoleForm mapper =
                realm.logIn(browser).newClient("door", "https://door.example/*").newMapper("Venue visit");
        realm.assertReadable(mapper, Setting.ofMapper(realm.federation(), "venue-visit"));
        mapper.fill("name", "venue-visit");
        // In English for everybody: the console's own token does not say which language its admin reads.
        String refused = Language.ENGLISH.text("interlieux.mapper.venue.unknown");

        assertThat(mapper.refusal()).contains(refused);
        mapper.field("venue", "interlieux.mapper.venue").add("atelier");
        mapper.field("venue", "interlieux.mapper.venue").add("halle");
        assertThat(mapper.refusal()).contains(refused);
        mapper.field("venue", "interlieux.mapper.venue").clear();
        mapper.field("emailClaim", "interlieux.mapper.emailClaim").choose("pseudonym");
        mapper.field("exitOnLogout", "interlieux.mapper.exitOnLogout").turn(false);
        mapper.screenshot("console-mapper-" + language.tag()).expectSaved();

        var clients = realm.federation().realm().clients();
        assertThat(clients.findByClientId("door").get(0).getProtocolMappers())
                .singleElement()
                .satisfies(saved -> assertThat(saved.getConfig())
                        .containsEntry("venue", "halle")
                        .containsEntry("emailClaim", "pseudonym")
                        .containsEntry("exitOnLogout", "false")
                        .containsEntry("recordsVisits", "true"));
    }

    @ParameterizedTest
    @EnumSource
    void settingsOfTheFederationAndStepsOfItsFlowsExplainThemselves(Language language, Browser browser) {
        ConsoleRealm realm = Objects.requireNonNull(realms.get(language));
        Console console = realm.logIn(browser);

        ConsoleForm settings = console.requiredActionSettings("Venue arrival");
        realm.assertReadable(settings, Setting.ofRequiredAction(realm.federation(), "venue-arrival"));
        settings.field("hostSeesMember", "interlieux.federation.hostSeesMember").choose("initials");
        settings.screenshot("console-arrival-" + language.tag()).expectSaved();
        assertThat(realm.federation()
                        .realm()
                        .flows()
                        .getRequiredActionConfig("venue-arrival")
                        .getConfig())
                .containsEntry("hostSeesMember", "initials");

        // Keycloak shows what a step is called and what it does untranslated, its own ones too.
        console.assertStepSays(
                "federation browser",
                "Home venue picker",
                "Shows the venues of the federation and sends the member to the one they choose.");
        console.assertStepSays(
                "federation access",
                "Federation access rule",
                "Asks the member's home venue whether they may enter the badge client's venue. Put it in the browser flow"
                        + " after the login, and in the venues' post login flow. Other clients pass unasked.");
    }
}
