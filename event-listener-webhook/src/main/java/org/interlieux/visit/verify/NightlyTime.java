package org.interlieux.visit.verify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.hours.InvalidOpeningHoursException;
import org.interlieux.venue.hours.VenueHours;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** When a federation's venues are asked, each night. */
record NightlyTime(LocalTime at, ZoneId zone) {

    /** Of a realm that is there; else of a federation that sets nothing. */
    static NightlyTime of(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        return realm == null
                ? new NightlyTime(
                        LocalTime.parse(FederationSettings.VERIFY_AT_BY_DEFAULT),
                        ZoneId.of(FederationSettings.TIME_ZONE_BY_DEFAULT))
                : new NightlyTime(
                        FederationSettings.verifyAt(realm),
                        zone(FederationSettings.of(realm).timeZone()));
    }

    private static ZoneId zone(String name) {
        try {
            return VenueHours.zone(name);
        } catch (InvalidOpeningHoursException e) {
            return ZoneId.of(FederationSettings.TIME_ZONE_BY_DEFAULT); // an import does not check it
        }
    }

    /** The next time after this moment. Where the clock skips it, it is as much later. */
    Instant after(Instant moment) {
        ZonedDateTime here = moment.atZone(zone);
        Instant today = here.toLocalDate().atTime(at).atZone(zone).toInstant();
        return today.isAfter(moment)
                ? today
                : here.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
    }
}
