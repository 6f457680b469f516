package org.interlieux.venue.reference;

import java.util.Optional;
import java.util.function.Consumer;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.IdentityProviderRemovedEvent;
import org.keycloak.models.jpa.entities.IdentityProviderEntity;

/** What is to be done when a venue is removed, for good or only to be made anew in the same transaction, as an import does. */
public final class VenueRemoval {
    private VenueRemoval() {}

    /** Does it at the end of the transaction that removes the venue, in that transaction. */
    public static void whenGone(IdentityProviderRemovedEvent removal, Consumer<Venue> work) {
        beforeTheEnd(removal, venue -> {
            if (isGone(removal.getKeycloakSession(), venue)) {
                work.accept(venue);
            }
        });
    }

    /** Does it at the end of a transaction that removes the venue and makes it anew, with the venue as it is then. */
    public static void whenMadeAnew(IdentityProviderRemovedEvent removal, Consumer<Venue> work) {
        beforeTheEnd(removal, venue -> new Venues(removal.getKeycloakSession())
                .byId(venue.id())
                .ifPresent(work));
    }

    private static void beforeTheEnd(IdentityProviderRemovedEvent removal, Consumer<Venue> work) {
        Optional<Venue> venue = Venue.of(removal.getRemovedIdentityProvider());
        if (venue.isEmpty()) {
            return;
        }
        removal.getKeycloakSession().getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                work.accept(venue.get());
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
