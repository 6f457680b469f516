package org.interlieux.venue.reference;

import java.util.function.Consumer;
import org.interlieux.venue.Venue;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.IdentityProviderRemovedEvent;
import org.keycloak.models.jpa.entities.IdentityProviderEntity;

/** What is to be done when a venue is removed for good: not when the same transaction makes it anew, as an import does. */
public final class VenueRemoval {
    private VenueRemoval() {}

    /** Does it at the end of the transaction that removes the venue, in that transaction. */
    public static void whenGone(IdentityProviderRemovedEvent removal, Consumer<Venue> work) {
        Venue.of(removal.getRemovedIdentityProvider())
                .ifPresent(venue -> prepare(removal.getKeycloakSession(), venue, work));
    }

    private static void prepare(KeycloakSession session, Venue venue, Consumer<Venue> work) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                if (isGone(session, venue)) {
                    work.accept(venue);
                }
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private static boolean isGone(KeycloakSession session, Venue venue) {
        return session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .find(IdentityProviderEntity.class, venue.id())
                == null;
    }
}
