package org.interlieux.venue.login;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.interlieux.venue.ForeignText;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.login.Discovered.Document;
import org.interlieux.venue.login.Discovered.Unusable;
import org.jboss.logging.Logger;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;

/** The metadata of the venues' OpenID providers, read when it is first needed and kept for a while, good or bad. */
final class Discovery {
    private static final Logger LOG = Logger.getLogger(Discovery.class);
    private static final int MAX_VENUES = 1_000;
    private static final int MAX_LINE = 500;

    private final Clock clock;
    private final AsyncCache<String, Discovered> known;
    private final Cache<String, DiscoveryProblem> problems =
            Caffeine.newBuilder().maximumSize(MAX_VENUES).build();

    Discovery(Clock clock) {
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MAX_VENUES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Discovered.expiry())
                .buildAsync();
    }

    /** Empty when the venue has no {@code discoveryUrl} or its document can't be used; the log says why. */
    Optional<OIDCConfigurationRepresentation> of(IdentityProviderModel venue, GuardedHttp http) {
        return issuer(venue)
                .flatMap(issuer -> read(http, venue.getAlias(), issuer) instanceof Document document
                        ? Optional.of(document.metadata())
                        : Optional.empty());
    }

    /** What went wrong when the venue's document was last read; empty when nothing did. */
    Optional<DiscoveryProblem> problem(IdentityProviderModel venue) {
        return issuer(venue).map(problems::getIfPresent);
    }

    /** Whoever comes first reads; the others wait for that answer, which the reading's own time limit bounds. */
    private Discovered read(GuardedHttp http, String alias, String issuer) {
        CompletableFuture<Discovered> mine = new CompletableFuture<>();
        CompletableFuture<Discovered> reading = known.get(issuer, (key, executor) -> mine);
        if (reading == mine) {
            try {
                mine.complete(fetch(http, alias, issuer));
            } finally {
                mine.cancel(false); // of no effect unless something unforeseen was thrown: then nobody waits for ever
            }
        }
        return reading.join();
    }

    private Discovered fetch(GuardedHttp http, String alias, String issuer) {
        try {
            Document document = new Document(DiscoveryDocument.fetch(http, issuer));
            problems.invalidate(issuer);
            return document;
        } catch (IOException | IllegalArgumentException e) {
            String text =
                    ForeignText.clean(String.valueOf(e.getMessage()), MAX_LINE).orElse("");
            LOG.warnf(
                    "Venue %s: its discovery document cannot be used (%s)."
                            + " Check discoveryUrl, or set the endpoints by hand",
                    alias, text);
            DiscoveryProblem problem = new DiscoveryProblem(clock.instant(), text);
            problems.put(issuer, problem);
            return new Unusable(problem);
        }
    }

    private static Optional<String> issuer(IdentityProviderModel venue) {
        return Optional.ofNullable(venue.getConfig().get(VenueKeys.DISCOVERY_URL))
                .map(String::trim)
                .filter(url -> !url.isEmpty())
                .map(DiscoveryDocument::issuerOf);
    }
}
