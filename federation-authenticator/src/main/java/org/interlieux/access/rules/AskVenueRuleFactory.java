package org.interlieux.access.rules;

import java.time.Clock;
import java.time.Duration;
import org.interlieux.access.AccessRule;
import org.interlieux.access.AccessRuleFactory;
import org.interlieux.access.unknown.StoredLastAnswers;
import org.interlieux.venue.reference.VenueRemoval;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.IdentityProviderRemovedEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;

/**
 * The access rule {@code ask-venue}: the home venue's own site answers, each time. Reads
 * {@code --spi-access-rule--ask-venue--rest-seconds} (10): how long a venue that does not answer is left alone.
 */
public final class AskVenueRuleFactory implements AccessRuleFactory {
    private VenueLines lines = new VenueLines(Duration.ofSeconds(10));

    @Override
    public String getId() {
        return "ask-venue";
    }

    @Override
    public AccessRule create(KeycloakSession session) {
        return new AskVenueRule(session, new StoredAnsweredVenues(session, Clock.systemUTC()), lines);
    }

    @Override
    public void init(Config.Scope config) {
        lines = new VenueLines(Duration.ofSeconds(config.getLong("rest-seconds", 10L)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof IdentityProviderRemovedEvent removed) {
                VenueRemoval.whenGone(removed, venue -> {
                    new StoredAnsweredVenues(removed.getKeycloakSession(), Clock.systemUTC()).forget(venue.id());
                    new StoredLastAnswers(removed.getKeycloakSession()).forgetVenue(venue.id());
                });
            } else if (event instanceof UserRemovedEvent removed) {
                new StoredLastAnswers(removed.getKeycloakSession())
                        .forgetMember(removed.getUser().getId());
            } else if (event instanceof RealmRemovedEvent removed) {
                String realm = removed.getRealm().getId();
                new StoredLastAnswers(removed.getKeycloakSession()).forgetRealm(realm);
                new StoredAnsweredVenues(removed.getKeycloakSession(), Clock.systemUTC()).forgetRealm(realm);
            }
        });
    }
}
