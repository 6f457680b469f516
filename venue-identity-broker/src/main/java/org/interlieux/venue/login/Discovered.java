package org.interlieux.venue.login;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;

/** What reading a discovery document came to. */
sealed interface Discovered {
    /** How long it is good for. */
    Duration life();

    /** A document that may be used. */
    record Document(OIDCConfigurationRepresentation metadata) implements Discovered {
        @Override
        public Duration life() {
            return Duration.ofMinutes(10);
        }
    }

    /** Remembered for a moment: one login asks several times, and a broken venue must not cost each of them a wait. */
    record Unusable(DiscoveryProblem problem) implements Discovered {
        @Override
        public Duration life() {
            return Duration.ofSeconds(15);
        }
    }

    static Expiry<String, Discovered> expiry() {
        return Expiry.creating((issuer, discovered) -> discovered.life());
    }
}
