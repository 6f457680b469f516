package org.interlieux.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.claims.ShownMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.IdentityProviderModel;

class HostDoorTest {
    /** A Monday, 08:30 in Paris. */
    private static final Instant MORNING = Instant.parse("2026-11-16T07:30:00Z");

    private final IdentityProviderModel model = new IdentityProviderModel();

    @Test
    void hostWithoutHoursIsOpen() {
        assertThat(door("Europe/Paris").refusal(MORNING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"08:00-18:00, true", "09:00-18:00, false", "08:30-18:00, true", "08:00-08:30, false"})
    void hoursDecide(String hours, boolean open) {
        model.getConfig().put(VenueKeys.OPENING_HOURS, "Mo " + hours);

        assertThat(door("Europe/Paris").refusal(MORNING).isEmpty()).isEqualTo(open);
    }

    @Test
    void refusalSaysThatItIsClosed() {
        model.getConfig().put(VenueKeys.OPENING_HOURS, "off");

        assertThat(door("Europe/Paris").refusal(MORNING)).contains(new Denied("closed-now"));
    }

    @ParameterizedTest
    @CsvSource({"whenever, Europe/Paris", "24/7, Mars"})
    void whatCannotBeReadIsNotOpen(String hours, String zone) {
        model.getConfig().put(VenueKeys.OPENING_HOURS, hours);

        assertThat(door(zone).refusal(MORNING)).contains(new Denied("opening-hours-unusable"));
        assertThat(door(zone).nextOpening(MORNING, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void nextOpeningIsInTheReadersWords() {
        model.getConfig().put(VenueKeys.OPENING_HOURS, "Tu 09:00-18:00");

        assertThat(door("Europe/Paris").nextOpening(MORNING, Locale.FRENCH))
                .contains(new HostDoor.Opening("mardi 17 novembre 2026", "09:00"));
        assertThat(door("Europe/Paris").nextOpening(MORNING, Locale.ENGLISH)).hasValueSatisfying(opening -> {
            assertThat(opening.day()).isEqualTo("Tuesday, November 17, 2026");
            assertThat(opening.time()).startsWith("9:00");
        });
    }

    private HostDoor door(String federationZone) {
        Venue host = new Venue("id", "fabrique", VenueType.HOST, model);
        return new HostDoor(host, new FederationSettings(ShownMember.NAME, federationZone, Duration.ofDays(180)));
    }
}
