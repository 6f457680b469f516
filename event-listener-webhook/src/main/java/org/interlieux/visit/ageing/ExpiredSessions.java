package org.interlieux.visit.ageing;

import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.visit.ledger.DueVisits;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitLedger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.SessionExpirationUtils;

/**
 * Login sessions that have run out, as Keycloak's own clean-up finds them: its event comes before the session's row is
 * deleted and in the same transaction, so what the row says is still there. A session that ended in any other way makes
 * no such event, and is no exit.
 */
public final class ExpiredSessions {
    private static final String ONLINE = "0";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public ExpiredSessions(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /**
     * A session of this member has run out. Where the host takes that for an exit, their visit there ended with it,
     * unless another session of theirs at the same badge client goes on.
     */
    public void sessionRanOut(String userId, String sessionId) {
        new VisitLedger(session, realm, clock)
                .open(userId)
                .filter(visit -> new Venues(session)
                        .byId(visit.hostVenueId())
                        .filter(Venue::exitOnSessionExpiry)
                        .isPresent())
                .ifPresent(visit -> endWithSession(visit, userId, sessionId));
    }

    private void endWithSession(Visit visit, String userId, String sessionId) {
        Map<String, Instant> ends = endsOfSessions(userId, visit.clientId());
        if (!ends.containsKey(sessionId)) {
            return; // it never led to this badge client, or only its offline part has ended
        }
        Instant last = ends.values().stream().max(Instant::compareTo).orElseThrow();
        if (!last.isAfter(clock.instant())) {
            new DueVisits(session).sessionIsOver(visit.id(), last);
        }
    }

    /** When each of the member's sessions at this client ends or has ended, by its id. */
    private Map<String, Instant> endsOfSessions(String userId, String clientId) {
        Map<String, Instant> ends = new HashMap<>();
        session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "SELECT u.userSessionId AS id, u.createdOn AS created, u.lastSessionRefresh AS refreshed,"
                                + " u.rememberMe AS remembered FROM PersistentUserSessionEntity u"
                                + " WHERE u.realmId = :realm AND u.userId = :user AND u.offline = :online"
                                + " AND EXISTS (SELECT c.clientId FROM PersistentClientSessionEntity c"
                                + " WHERE c.userSessionId = u.userSessionId AND c.offline = :online"
                                + " AND c.clientId = :client)",
                        Tuple.class)
                .setParameter("realm", realm.getId())
                .setParameter("user", userId)
                .setParameter("online", ONLINE)
                .setParameter("client", clientId)
                .getResultList()
                .forEach(row -> ends.put(row.get("id", String.class), end(row)));
        return ends;
    }

    private Instant end(Tuple row) {
        boolean remembered = Boolean.TRUE.equals(row.get("remembered", Boolean.class));
        Instant created = Instant.ofEpochSecond(row.get("created", Integer.class));
        Instant refreshed = Instant.ofEpochSecond(row.get("refreshed", Integer.class));
        long idle = SessionExpirationUtils.calculateUserSessionIdleTimestamp(
                false, remembered, refreshed.toEpochMilli(), realm);
        long lifespan = SessionExpirationUtils.calculateUserSessionMaxLifespanTimestamp(
                false, remembered, created.toEpochMilli(), realm);
        return Instant.ofEpochMilli(Math.min(idle, lifespan));
    }
}
