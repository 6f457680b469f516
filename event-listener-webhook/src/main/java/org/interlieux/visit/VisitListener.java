package org.interlieux.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.interlieux.access.DecisionNote;
import org.interlieux.venue.BadgeClient;
import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;
import org.interlieux.visit.ageing.ExpiredSessions;
import org.interlieux.visit.arrival.ArrivalNote;
import org.interlieux.visit.delivery.DeliveryDesk;
import org.interlieux.visit.ledger.Arrival;
import org.interlieux.visit.ledger.ExitReason;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitLedger;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Has entries and exits written in the transaction of the login or log-out that they belong to. It is the last net: a
 * login to a badge client that holds no arrival fails here.
 */
final class VisitListener implements EventListenerProvider {
    private final KeycloakSession session;
    private final DeliveryDesk deliveries;
    private final Clock clock;

    VisitListener(KeycloakSession session, DeliveryDesk deliveries, Clock clock) {
        this.session = session;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.USER_SESSION_DELETED) {
            onSessionDeleted(event);
            return;
        }
        if (event.getType() != EventType.LOGIN && event.getType() != EventType.LOGOUT) {
            return;
        }
        if (event.getUserId() == null || event.getClientId() == null) {
            return;
        }
        VisitTransaction work = new VisitTransaction(session, deliveries);
        try {
            record(event, work);
        } catch (RuntimeException e) {
            // Keycloak swallows what a listener throws, and the login would go on without its visit.
            work.refuse(event, "it could not be looked into (" + e + ")");
        }
    }

    private void onSessionDeleted(Event event) {
        boolean ranOut = event.getDetails() != null
                && Details.USER_SESSION_EXPIRED_REASON.equals(event.getDetails().get(Details.REASON));
        if (ranOut && event.getUserId() != null && event.getSessionId() != null) {
            RealmModel realm = session.realms().getRealm(event.getRealmId());
            new ExpiredSessions(session, realm, clock).sessionRanOut(event.getUserId(), event.getSessionId());
        }
    }

    private void record(Event event, VisitTransaction work) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        ClientModel client = realm.getClientByClientId(event.getClientId());
        Optional<BadgeClient> badge = client == null ? Optional.empty() : BadgeClient.of(session, client);
        if (badge.isEmpty()) {
            return;
        }
        if (event.getType() == EventType.LOGIN) {
            onLogin(event, realm, client, badge.get(), work);
        } else if (badge.get().exitOnLogout()) {
            Instant now = clock.instant();
            work.enlist(realm, ledger -> ledger.exit(event.getUserId(), client.getId(), now, ExitReason.LOGOUT).stream()
                    .toList());
        }
    }

    private void onLogin(Event event, RealmModel realm, ClientModel client, BadgeClient badge, VisitTransaction work) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        UserModel user = session.users().getUserById(realm, event.getUserId());
        Optional<Member> member = user == null
                ? Optional.empty()
                : Member.of(session, realm, user).filter(known -> known.home().enabled());
        Optional<Venue> host = badge.host();
        if (login == null || member.isEmpty() || host.isEmpty()) {
            work.refuse(event, "this way in knows no member of an enabled venue, or no enabled host");
            return;
        }
        Optional<DecisionNote> decision = DecisionNote.find(
                login, event.getUserId(), member.get().home().id(), host.get().id(), clock);
        if (decision.isEmpty()) {
            work.refuse(event, "the access rule was not asked");
            return;
        }
        DecisionNote.remove(login);
        if (!badge.recordsVisits()) {
            return;
        }
        Optional<ArrivalNote> tap =
                ArrivalNote.find(login, event.getUserId(), host.get().id());
        ArrivalNote.remove(login);
        if (tap.isPresent()) {
            Arrival arrival = new Arrival(
                    tap.get().visit(),
                    event.getUserId(),
                    member.get().home().id(),
                    host.get().id(),
                    client.getId(),
                    Instant.ofEpochMilli(tap.get().at()),
                    host.get().longestVisit(),
                    decision.get().rule());
            work.enlist(realm, ledger -> ledger.enter(arrival));
        } else if (openVisit(realm, event.getUserId())
                .filter(visit -> visit.hostVenueId().equals(host.get().id()))
                .isEmpty()) {
            work.refuse(event, "the member did not say that they arrived");
        }
    }

    private Optional<Visit> openVisit(RealmModel realm, String userId) {
        return new VisitLedger(session, realm).open(userId);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
