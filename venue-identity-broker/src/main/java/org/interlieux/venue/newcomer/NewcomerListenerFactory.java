package org.interlieux.venue.newcomer;

import java.time.Clock;
import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/**
 * Watches who is let in, in every realm, and once an hour removes who never was. Reads
 * {@code --spi-events-listener--venue-newcomers--keep-seconds} (86400) and {@code …--sweep-seconds} (3600).
 */
public final class NewcomerListenerFactory implements EventListenerProviderFactory {
    private Duration kept = Duration.ofDays(1);
    private Duration between = Duration.ofHours(1);

    @Override
    public String getId() {
        return "venue-newcomers";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NewcomerListener(session);
    }

    @Override
    public void init(Config.Scope config) {
        kept = Duration.ofSeconds(config.getLong("keep-seconds", kept.toSeconds()));
        between = Duration.ofSeconds(config.getLong("sweep-seconds", between.toSeconds()));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(factory, session -> session.getProvider(TimerProvider.class)
                        .scheduleTask(
                                new RemoveNewcomers(kept, between, Clock.systemUTC()),
                                between.toMillis(),
                                "interlieux-newcomers"));
            } else if (event instanceof UserRemovedEvent removed) {
                new Newcomers(removed.getKeycloakSession(), Clock.systemUTC())
                        .remove(removed.getUser().getId());
            } else if (event instanceof RealmRemovedEvent removed) {
                new Newcomers(removed.getKeycloakSession(), Clock.systemUTC())
                        .removeRealm(removed.getRealm().getId());
            }
        });
    }

    @Override
    public void close() {}
}
