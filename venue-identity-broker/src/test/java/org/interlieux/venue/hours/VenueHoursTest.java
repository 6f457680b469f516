package org.interlieux.venue.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.claims.ShownMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.IdentityProviderModel;

class VenueHoursTest {
    /** A Monday, 08:30 in Paris and 11:30 in Saint-Denis. */
    private static final Instant MORNING = Instant.parse("2026-11-16T07:30:00Z");

    private static final FederationSettings PARIS = federation("Europe/Paris");

    private final IdentityProviderModel model = new IdentityProviderModel();

    @Test
    void venueWithoutHoursIsAlwaysOpenWhateverItsZone() {
        set(VenueKeys.TIME_ZONE, "Nowhere/Else");

        assertThat(VenueHours.of(venue(), federation("Mars"))).isEmpty();
    }

    @Test
    void federationsZoneCountsForVenuesWithoutOne() {
        set(VenueKeys.OPENING_HOURS, "Mo 09:00-18:00");

        assertThat(VenueHours.of(venue(), PARIS))
                .hasValueSatisfying(hours -> assertThat(hours.isOpen(MORNING)).isFalse());
        assertThat(VenueHours.of(venue(), federation("Indian/Reunion")))
                .hasValueSatisfying(hours -> assertThat(hours.isOpen(MORNING)).isTrue());
    }

    @Test
    void ownZoneGoesFirst() {
        set(VenueKeys.OPENING_HOURS, "Mo 09:00-18:00");
        set(VenueKeys.TIME_ZONE, "Indian/Reunion");

        assertThat(VenueHours.of(venue(), PARIS))
                .hasValueSatisfying(hours -> assertThat(hours.isOpen(MORNING)).isTrue());
    }

    @Test
    void nextOpeningIsInTheVenuesTime() {
        set(VenueKeys.OPENING_HOURS, "Mo 09:00-18:00");

        assertThat(VenueHours.of(venue(), PARIS).flatMap(hours -> hours.nextOpening(MORNING)))
                .contains(ZonedDateTime.parse("2026-11-16T09:00+01:00[Europe/Paris]"));
    }

    @Test
    void unreadableSettingIsNotTakenForOpen() {
        set(VenueKeys.OPENING_HOURS, "whenever");
        assertThatThrownBy(() -> VenueHours.of(venue(), PARIS)).isInstanceOf(InvalidOpeningHoursException.class);

        set(VenueKeys.OPENING_HOURS, "24/7");
        assertThatThrownBy(() -> VenueHours.of(venue(), federation("Mars")))
                .isInstanceOf(InvalidOpeningHoursException.class)
                .hasMessageContaining("'Mars'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "GMT+2", "Z", "Paris", "europe/paris", ""})
    void onlyNamesOfTheDatabaseAreZones(String id) {
        assertThatThrownBy(() -> VenueHours.zone(id)).isInstanceOf(InvalidOpeningHoursException.class);
    }

    private void set(String key, String value) {
        model.getConfig().put(key, value);
    }

    private Venue venue() {
        return new Venue("id", "alias", VenueType.HOST, model);
    }

    private static FederationSettings federation(String timeZone) {
        return new FederationSettings(ShownMember.NAME, timeZone, Duration.ofDays(180));
    }
}
