package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.ServerLog;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.RequiredActionConfigRepresentation;

/** A host that is closed now, or whose opening hours cannot be used. Nobody enters from elsewhere, and nobody is asked. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningHoursFaultIT {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy MMM dd", Locale.ENGLISH);

    /** Twenty-five hours apart: the date is never the same. */
    private static final String EARLIEST_ZONE = "Pacific/Kiritimati";

    private static final String LATEST_ZONE = "Pacific/Pago_Pago";

    private Scene scene;

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @AfterEach
    void reset() {
        setFabrique("", "");
        setFederationZone("");
        scene.atelier().misbehaviour().reset();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, La Fabrique is closed now., It opens again on %s at 12:00, 'EEEE, MMMM d, uuuu'",
        "fr, Le lieu « La Fabrique » est fermé en ce moment., Prochaine ouverture : %s à 00:00, EEEE d MMMM uuuu"
    })
    void closedHostSaysSoAndNothingIsRecorded(String language, String closed, String opens, String dateStyle) {
        LocalDate yesterday = LocalDate.now(ZoneId.of(EARLIEST_ZONE)).minusDays(1);
        String shut = DATE.format(yesterday) + "-" + DATE.format(yesterday.plusDays(4));
        setFabrique("24/7; " + shut + " off", EARLIEST_ZONE);
        String day = DateTimeFormatter.ofPattern(dateStyle, Locale.forLanguageTag(language))
                .format(yesterday.plusDays(5));

        try (Guest guest = new Guest(language)) {
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA);

            String page = assertDenied(guest, "closed-now");
            assertThat(page).contains(closed).contains(opens.formatted(day));
            assertThat(scene.atelier().misbehaviour().accessQuestions()).isEmpty();
        }
    }

    @Test
    void hostThatOpensLetsIn() {
        try (Guest guest = ada()) {
            setFabrique("off", "");
            guest.at(scene.fabrique());
            String page = assertDenied(guest, "closed-now");
            assertThat(page).contains("La Fabrique is closed now.").doesNotContain("opens again");

            setFabrique("24/7", "");
            guest.at(scene.fabrique());
            assertThat(guest.seesArrivalPage()).isTrue();
        }
    }

    @Test
    void hoursOfTodayDecide() {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        // Where it is not about midnight.
        ZoneId zone = ZoneId.of(now.getHour() > 0 && now.getHour() < 23 ? "Etc/UTC" : "Asia/Tokyo");
        ZonedDateTime here = now.withZoneSameInstant(zone);
        String today = here.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .substring(0, 2);
        String halfAnHour = "%s %s-%s".formatted(today, time(here.minusMinutes(15)), time(here.plusMinutes(15)));

        try (Guest guest = ada()) {
            setFabrique(halfAnHour, zone.getId());
            guest.at(scene.fabrique());
            assertThat(guest.seesArrivalPage()).isTrue();

            setFabrique("24/7; " + halfAnHour + " off", zone.getId());
            guest.at(scene.fabrique());
            assertDenied(guest, "closed-now");
        }
    }

    @Test
    void memberOfTheClosedVenueMayComeHome() {
        setFabrique("off", "");

        try (Guest guest = new Guest()) {
            guest.at(scene.fabrique()).choose("fabrique").logInAsDokosMember(Scene.CHLOE);

            assertThat(guest.seesArrivalPage()).isTrue();
        }
    }

    @Test
    void venuesZoneGoesBeforeThatOfTheFederation() {
        String today = DATE.format(LocalDate.now(ZoneId.of(EARLIEST_ZONE)));
        setFederationZone(EARLIEST_ZONE);
        setFabrique(
                today + "-"
                        + DATE.format(LocalDate.now(ZoneId.of(EARLIEST_ZONE)).plusDays(1)),
                "");

        try (Guest guest = ada()) {
            guest.at(scene.fabrique());
            assertThat(guest.seesArrivalPage()).isTrue();

            setFabrique(today, LATEST_ZONE);
            guest.at(scene.fabrique());
            assertDenied(guest, "closed-now");
        }
    }

    @Test
    void importedNonsenseIsNotOpen() {
        // The console refuses such a zone; a realm import does not look.
        setFabrique("24/7", "");
        setFederationZone("Europe/Paris");
        scene.server()
                .database()
                .execute("update required_action_config set value = 'Mars' where name = 'timeZone'"
                        + " and required_action_id in (select a.id from required_action_provider a join realm r on"
                        + " r.id = a.realm_id where r.name = '"
                        + scene.federation().name() + "')");
        scene.federation().admin().post(scene.federation().path("/clear-realm-cache"), "{}");
        ServerLog log = ServerLog.from(scene.server());

        try (Guest guest = ada()) {
            guest.at(scene.fabrique());

            String page = assertDenied(guest, "opening-hours-unusable");
            assertThat(page).contains("The opening hours of La Fabrique cannot be read");
        }
        assertThat(log.text())
                .contains("Venue fabrique: its opening hours cannot be used, so nobody from another venue can enter."
                        + " timeZone must be the name of a time zone, such as Europe/Paris (it is 'Mars')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openingHours | Mon-Fri 09:00-18:00          | Write Mo-Fr 09:00-18:00",
                "openingHours | Mo-Fr 09:00-18:00; PH off    | PH and SH (public and school holidays) are not supported",
                "openingHours | open all day long            | Write opening hours like Mo-Fr 09:00-18:00",
                "timeZone     | +02:00                       | timeZone must be the name of a time zone",
                "timeZone     | Europe/Nantes                | timeZone must be the name of a time zone"
            })
    void unusableSettingIsRefusedWhenSaved(String key, String value, String message) {
        var answer = scene.federation()
                .admin()
                .send("POST", scene.federation().path("/identity-provider/instances"), """
                        {"alias": "refused", "providerId": "venue-host", "config": {"%s": "%s"}}""".formatted(key, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void unusableZoneOfTheFederationIsRefusedWhenSaved() {
        assertThatThrownBy(() -> setFederationZone("Mars")).isInstanceOfSatisfying(WebApplicationException.class, e -> {
            assertThat(e.getResponse().getStatus()).isEqualTo(400);
            assertThat(e.getResponse().readEntity(String.class)).contains("timeZone must be the name");
        });
    }

    /** Logged in already, by a service that is no door. */
    private Guest ada() {
        Guest guest = new Guest();
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
        return guest;
    }

    /** Gives the text of the denial page. */
    private String assertDenied(Guest guest, String reason) {
        assertThat(guest.visitor().status()).isEqualTo(403);
        String page = guest.visitor().text();
        assertThat(guest.seesDenial()).isTrue();
        assertThat(scene.federation().events("LOGIN_ERROR").get(0).getDetails())
                .containsEntry("access_rule", "openingHours")
                .containsEntry("access_reason", reason)
                .containsEntry("host_venue", "fabrique");
        assertThat(guest.isInside(scene.fabrique())).isFalse();
        assertThat(scene.visits()).isZero();
        assertThat(scene.told(scene.fabrique())).isEmpty();
        return page;
    }

    private void setFabrique(String openingHours, String timeZone) {
        scene.federation().change("fabrique", Map.of("openingHours", openingHours, "timeZone", timeZone));
    }

    private void setFederationZone(String timeZone) {
        var actions = scene.federation().realm().flows();
        RequiredActionConfigRepresentation config = actions.getRequiredActionConfig("venue-arrival");
        Map<String, String> values = new HashMap<>(config.getConfig());
        values.put("timeZone", timeZone);
        config.setConfig(values);
        actions.updateRequiredActionConfig("venue-arrival", config);
    }

    private static String time(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at);
    }
}
