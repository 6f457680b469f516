package org.interlieux.visit.removal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.reference.VenueRemoval;
import org.interlieux.visit.ageing.AgeingDesk;
import org.interlieux.visit.delivery.DeliveryDesk;
import org.interlieux.visit.delivery.MessageErasure;
import org.interlieux.visit.ledger.DueVisits;
import org.interlieux.visit.ledger.PersonalVisits;
import org.interlieux.visit.ledger.RemovedVenues;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitLedger;
import org.interlieux.visit.message.ToldChanges;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.IdentityProviderRemovedEvent;
import org.keycloak.models.RealmModel.IdentityProviderUpdatedEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Hears of members, venues and realms that are removed, and does its part in the same transaction. What one removal ends
 * may be thousands of visits: these are only marked as ended here, and closed in the background.
 */
public final class Removals implements ProviderEventListener {
    private final DeliveryDesk deliveries;
    private final AgeingDesk ageing;
    private final Clock clock;

    public Removals(DeliveryDesk deliveries, AgeingDesk ageing, Clock clock) {
        this.deliveries = deliveries;
        this.ageing = ageing;
        this.clock = clock;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserPreRemovedEvent removal) {
            memberIsRemoved(
                    removal.getKeycloakSession(),
                    removal.getRealm(),
                    removal.getUser().getId());
        } else if (event instanceof IdentityProviderRemovedEvent removal) {
            venueIsRemoved(removal);
        } else if (event instanceof IdentityProviderUpdatedEvent update) {
            Venue.of(update.getUpdatedIdentityProvider())
                    .ifPresent(venue -> venueIsChanged(update.getKeycloakSession(), venue));
        } else if (event instanceof RealmRemovedEvent removal) {
            realmIsRemoved(removal.getKeycloakSession(), removal.getRealm().getId());
        }
    }

    private void memberIsRemoved(KeycloakSession session, RealmModel realm, String userId) {
        ToldChanges changes = new ToldChanges(session, realm, deliveries);
        Optional<Visit> closed = new VisitLedger(session, realm, clock).closeForRemoval(userId, clock.instant());
        List<Visit> forgotten = new PersonalVisits(session, realm.getId()).forgetMember(userId);
        new MessageErasure(session).forgetMember(forgotten);
        forgotten.stream()
                .filter(visit ->
                        closed.map(Visit::id).filter(visit.id()::equals).isPresent())
                .forEach(changes::tell);
    }

    private void venueIsRemoved(IdentityProviderRemovedEvent removal) {
        KeycloakSession session = removal.getKeycloakSession();
        Instant now = clock.instant();
        VenueRemoval.whenGone(removal, venue -> {
            new RemovedVenues(session).add(removal.getRealm(), venue);
            new DueVisits(session).venueIsRemoved(venue.id(), now);
        });
        VenueRemoval.whenMadeAnew(removal, venue -> venueIsChanged(session, venue));
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                ageing.closeSoon();
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private static void venueIsChanged(KeycloakSession session, Venue venue) {
        new DueVisits(session).longestVisitIs(venue.id(), venue.longestVisit());
    }

    private static void realmIsRemoved(KeycloakSession session, String realmId) {
        new PersonalVisits(session, realmId).deleteAll();
        new RemovedVenues(session).forgetRealm(realmId);
    }
}
