package org.interlieux.venue.health;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.Venues;
import org.interlieux.venue.login.DiscoveryProblem;
import org.interlieux.venue.reference.VenueReferences;
import org.interlieux.venue.settings.VenueFlows;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.VaultStringSecret;

/** Looks at how venues and badge clients are set up. */
record SetUpCheck(KeycloakSession session) implements HealthCheck {
    private static final int MAX_CLIENTS = 50;
    /** RFC 7518, section 3.2: a key for HS256 has at least as many bits as its hash. */
    private static final int MIN_SECRET_BYTES = 32;

    @Override
    public List<Finding> ofRealm(RealmModel realm) {
        return new VenueReferences(session, realm)
                .clientsWithoutVenue(MAX_CLIENTS).stream()
                        .flatMap(id -> Optional.ofNullable(realm.getClientById(id)).stream())
                        .map(ClientModel::getClientId)
                        .map(client -> Finding.error(
                                "client-without-venue",
                                "The badge client " + client + " names no venue of this realm, so nobody enters by it:"
                                        + " choose the host venue in its mapper venue-visit"))
                        .toList();
    }

    @Override
    public List<Finding> ofVenue(RealmModel realm, Venue venue) {
        List<Finding> findings = new ArrayList<>();
        venue.acceptedHomeVenues().stream()
                .filter(alias -> new Venues(session).byAlias(alias).isEmpty())
                .map(alias -> Finding.warning(
                        "unknown-accepted-venue",
                        "acceptedHomeVenues names '" + alias + "', which is no venue of this realm: take it out"))
                .forEach(findings::add);
        if (venue.type().isHome()) {
            ofSecret(venue).ifPresent(findings::add);
            DiscoveryProblem.last(session, venue.model())
                    .map(problem -> Finding.error(
                            "discovery-unusable",
                            "Its discovery document could not be used at " + problem.at() + ": " + problem.text()
                                    + ". Check discoveryUrl, or set the endpoints by hand"))
                    .ifPresent(findings::add);
            if (!VenueFlows.asksTheRule(realm, venue.model())) {
                findings.add(Finding.error(
                        "no-access-step",
                        "Its post login flow does not hold the step federation-access, so only the arrival page asks"
                                + " the access rule: choose the flow 'federation access'"));
            }
        }
        return findings;
    }

    private Optional<Finding> ofSecret(Venue venue) {
        String configured = venue.setting("clientSecret").orElse("");
        try (VaultStringSecret secret = session.vault().getStringSecret(configured)) {
            int bytes = secret.get()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8).length)
                    .orElse(0);
            if (bytes == 0) {
                return Optional.of(Finding.error(
                        "no-client-secret",
                        "It has no client secret, or the vault does not hold it: nobody can log in"));
            }
            return venue.type() == VenueType.DOKOS && bytes < MIN_SECRET_BYTES
                    ? Optional.of(Finding.warning(
                            "weak-client-secret",
                            "Its client secret has " + bytes + " characters, and whoever guesses it can sign in as any"
                                    + " member: set one of 32 or more at the site, and here"))
                    : Optional.empty();
        }
    }
}
