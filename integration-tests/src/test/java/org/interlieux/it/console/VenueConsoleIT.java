package org.interlieux.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.pages.console.Console;
import org.interlieux.it.browser.pages.console.ConsoleForm;
import org.interlieux.it.browser.pages.console.VenuePage;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Venues made, changed and taken away in the admin console alone, by someone who reads English or French. */
@ExtendWith({SharedKeycloak.class, RealBrowser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VenueConsoleIT {
    private static final String DOOR = "https://door.example/callback";

    private final Map<Language, ConsoleRealm> realms = new EnumMap<>(Language.class);
    private final Map<Language, Homes> homes = new EnumMap<>(Language.class);

    @BeforeAll
    void create(KeycloakServer server) {
        realms.putAll(ConsoleRealm.inEachLanguage(server));
        realms.forEach((language, realm) -> homes.put(language, Homes.of(realm.federation())));
    }

    @AfterAll
    void close() {
        homes.values().forEach(Homes::close);
    }

    @ParameterizedTest
    @EnumSource
    void membersEnterAFederationThatWasMadeInTheConsole(Language language, Browser browser) {
        ConsoleRealm realm = realm(language);
        Console console = realm.logIn(browser);
        makeDokosVenue(console, realm);
        makeOpenIdVenue(console, realm);
        makeHost(console, realm);
        makeBadgeClient(console);

        Service door = door(realm.federation());
        try (Guest ada = new Guest();
                Guest dan = new Guest()) {
            ada.open(door.loginUrl()).choose("atelier").logInAsDokosMember(Scene.ADA);
            assertEntered(door, ada.arrive(), "atelier");

            dan.open(door.loginUrl()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
            assertEntered(door, dan.arrive(), "phare");
        }
    }

    private void makeDokosVenue(Console console, ConsoleRealm realm) {
        ConsoleForm form = console.newVenue(VenueType.DOKOS.title());
        realm.assertReadable(form, Setting.ofVenue(realm.federation(), "dokos"));
        VenueForm venue = new VenueForm(form)
                .identify("atelier", "L’Atelier", Homes.CLIENT_ID, Homes.CLIENT_SECRET)
                .set("siteUrl", site(realm).atelier().url().toString())
                .set("kcTheme-city", "Nantes")
                .set("kcTheme-color", "#9a3412");
        assertThat(venue.value("accessRule")).isEqualTo("ask-venue");
        assertThat(venue.value("accessCredentials")).isEqualTo("member-token");
        assertThat(venue.value("accessWhenUnknown")).isEqualTo("deny");
        form.screenshot("console-dokos-" + realm.language().tag()).expectSaved();
        assertComplete(realm, "atelier");
    }

    private void makeOpenIdVenue(Console console, ConsoleRealm realm) {
        Service client = site(realm).phareClient();
        ConsoleForm form = console.newVenue(VenueType.OPENID.title());
        realm.assertReadable(form, Setting.ofVenue(realm.federation(), "venue-oidc"));
        new VenueForm(form)
                .identify("phare", "Le Phare", client.clientId(), client.clientSecret())
                .set("discoveryUrl", site(realm).phare().url())
                .set("kcTheme-city", "Brest")
                .choose("accessRule", "all-members");
        form.screenshot("console-venue-oidc-" + realm.language().tag()).expectSaved();
        assertComplete(realm, "phare");
    }

    private void makeHost(Console console, ConsoleRealm realm) {
        ConsoleForm form = console.newVenue(VenueType.HOST.title());
        realm.assertReadable(form, Setting.ofVenue(realm.federation(), "venue-host"));
        new VenueForm(form).identify("halle", "La Halle", "-", "-").set("kcTheme-city", "Rennes");
        form.field("acceptedHomeVenues", "interlieux.venue.acceptedHomeVenues").add("atelier");
        form.field("acceptedHomeVenues", "interlieux.venue.acceptedHomeVenues").add("phare");
        form.screenshot("console-venue-host-" + realm.language().tag()).expectSaved();
        assertThat(realm.saved("halle").getConfig())
                .containsEntry("acceptedHomeVenues", "atelier##phare")
                .containsKey("memberSalt");
    }

    private static void makeBadgeClient(Console console) {
        ConsoleForm mapper = console.newClient("halle-door", DOOR).newMapper("Venue visit");
        mapper.fill("name", "venue-visit");
        mapper.field("venue", "interlieux.mapper.venue").add("halle");
        mapper.expectSaved();
    }

    private static Service door(Federation federation) {
        var clients = federation.realm().clients();
        String id = clients.findByClientId("halle-door").get(0).getId();
        return new Service(
                federation.url(), "halle-door", clients.get(id).getSecret().getValue(), DOOR);
    }

    private static void assertEntered(Service door, Guest guest, String home) {
        Tokens tokens = door.tokens(guest.visitor().code());
        assertThat(tokens.idClaims().path("home_venue").asText()).isEqualTo(home);
        assertThat(tokens.idClaims().path("host_venue").asText()).isEqualTo("halle");
        assertThat(tokens.idClaims().path("visit_id").asText()).isNotEmpty();
    }

    private static void assertComplete(ConsoleRealm realm, String alias) {
        var saved = realm.saved(alias);
        assertThat(saved.getPostBrokerLoginFlowAlias()).isEqualTo("federation access");
        assertThat(saved.getFirstBrokerLoginFlowAlias()).isEqualTo("federation first login");
        assertThat(saved.getConfig().get("memberSalt")).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void secondVenueOfEachTypeIsChangedDisabledAndDeleted(Language language, Browser browser) {
        ConsoleRealm realm = realm(language);
        Console console = realm.logIn(browser);
        for (VenueType type : VenueType.values()) {
            String alias = "second-" + type.id();
            type.fillIn(new VenueForm(console.newVenue(type.title())), alias, "Second")
                    .expectSaved();
            String salt = realm.saved(alias).getConfig().get("memberSalt");

            VenuePage venue = console.venue("Second");
            venue.form().fill("displayName", "Changed");
            new VenueForm(venue.form()).set("kcTheme-city", "Vannes");
            venue.form().expectSaved();
            assertThat(realm.saved(alias).getDisplayName()).isEqualTo("Changed");
            assertThat(realm.saved(alias).getConfig())
                    .containsEntry("kcTheme-city", "Vannes")
                    .containsEntry("memberSalt", salt);

            venue.disable();
            assertThat(realm.saved(alias).isEnabled()).isFalse();

            venue.delete();
            console.assertListed("Changed", false);
            assertThat(realm.federation().realm().identityProviders().findAll())
                    .noneMatch(provider -> provider.getAlias().equals(alias));
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongValuesAreRefusedWithAMessage(Language language, Browser browser) {
        Console console = realm(language).logIn(browser);

        ConsoleForm dokos =
                VenueType.DOKOS.fillIn(new VenueForm(console.newVenue(VenueType.DOKOS.title())), "wrong", "Wrong");
        VenueForm venue = new VenueForm(dokos);
        venue.set("siteUrl", "site.example");
        assertThat(dokos.refusal()).contains("siteUrl must be a full address such as https://site.example");
        venue.set("siteUrl", "https://site.example").set("accessApiKey", "a-plain-secret");
        assertThat(dokos.refusal()).contains("accessApiKey must be a vault reference");
        venue.set("accessApiKey", "");
        dokos.expectSaved();

        VenuePage saved = console.venue("Wrong");
        saved.turn("trustEmail", true);
        assertThat(saved.form().refusal()).contains("Switch off 'Trust email'");
        saved.turn("trustEmail", false).turn("storeTokens", true);
        assertThat(saved.form().refusal()).contains("Switch off 'Store tokens'");
        saved.turn("storeTokens", false).form().expectSaved();

        ConsoleForm openId = VenueType.OPENID.fillIn(
                new VenueForm(console.newVenue(VenueType.OPENID.title())), "wrong-oidc", "Wrong OpenID");
        new VenueForm(openId).set("discoveryUrl", " ");
        assertThat(openId.refusal()).contains("discoveryUrl is missing");
        new VenueForm(openId).set("discoveryUrl", "https://op.example").choose("accessRule", "");
        assertThat(openId.refusal()).contains("accessRule is missing");
    }

    private ConsoleRealm realm(Language language) {
        return Objects.requireNonNull(realms.get(language));
    }

    private Homes site(ConsoleRealm realm) {
        return Objects.requireNonNull(homes.get(realm.language()));
    }
}
