package org.interlieux.venue.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.venue.directory.FoundVenues;
import org.interlieux.venue.directory.VenueDirectory;
import org.interlieux.venue.list.PageRequest;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The state of a federation, one page of venues at a time.
 *
 * @param realm what is to be said of the realm's set-up
 * @param total how many venues there are on all pages
 * @param next where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HealthReport(
        List<Finding> realm, int total, @Nullable Integer next, List<VenueState> venues) {

    /** One venue and what is to be said of it; nothing is good news. */
    public record VenueState(String alias, String name, String type, boolean enabled, List<Finding> findings) {}

    public static HealthReport of(KeycloakSession session, RealmModel realm, PageRequest page) {
        Set<HealthCheck> checks = session.getAllProviders(HealthCheck.class);
        FoundVenues found = session.getProvider(VenueDirectory.class).all(realm, page.first(), page.max());
        int end = page.first() + found.aliases().size();
        return new HealthReport(
                checks.stream().flatMap(check -> check.ofRealm(realm).stream()).toList(),
                found.total(),
                end < found.total() ? end : null,
                found.aliases().stream()
                        .flatMap(alias -> new Venues(session).byAlias(alias).stream())
                        .map(venue -> state(checks.stream(), realm, venue))
                        .toList());
    }

    private static VenueState state(Stream<HealthCheck> checks, RealmModel realm, Venue venue) {
        return new VenueState(
                venue.alias(),
                venue.name(),
                venue.type().providerId(),
                venue.enabled(),
                checks.flatMap(check -> check.ofVenue(realm, venue).stream()).toList());
    }
}
