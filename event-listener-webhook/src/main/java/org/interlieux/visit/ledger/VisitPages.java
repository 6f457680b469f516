package org.interlieux.visit.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Reads visits page by page, each by an index: a page costs the same whether there are a hundred visits or a million. */
public final class VisitPages {
    private static final Comparator<Visit> OLDEST_FIRST =
            Comparator.comparing(Visit::enteredAt).thenComparing(Visit::id);

    private final EntityManager entities;
    private final RealmModel realm;

    public VisitPages(KeycloakSession session, RealmModel realm) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
    }

    /** Visits of a venue's members, and visits to it. */
    public VisitPage ofVenue(String venueId, VisitFilter filter) {
        List<Visit> both = Stream.concat(find("homeVenueId", venueId, filter), find("hostVenueId", venueId, filter))
                .distinct()
                .sorted(OLDEST_FIRST)
                .limit(filter.max() + 1L)
                .toList();
        return VisitPage.of(both, filter.max());
    }

    public VisitPage ofMember(String userId, VisitFilter filter) {
        return VisitPage.of(find("userId", userId, filter).toList(), filter.max());
    }

    /**
     * The same, newest first, for people.
     *
     * @param before where an earlier page ended; null for the newest
     */
    public VisitPage newestOfMember(String userId, @Nullable VisitCursor before, int max) {
        TypedQuery<VisitEntity> query = entities.createQuery(
                        "SELECT v FROM VisitEntity v WHERE v.userId = :user AND v.realmId = :realm"
                                + (before == null
                                        ? ""
                                        : " AND v.enteredAt <= :at AND (v.enteredAt < :at OR v.id < :visit)")
                                + " ORDER BY v.enteredAt DESC, v.id DESC",
                        VisitEntity.class)
                .setParameter("user", userId)
                .setParameter("realm", realm.getId())
                .setMaxResults(max + 1);
        if (before != null) {
            query.setParameter("at", before.enteredAt().toEpochMilli()).setParameter("visit", before.visitId());
        }
        return VisitPage.of(query.getResultStream().map(VisitEntity::visit).toList(), max);
    }

    public VisitPage ofRealm(VisitFilter filter) {
        return VisitPage.of(find("realmId", realm.getId(), filter).toList(), filter.max());
    }

    private Stream<Visit> find(String column, String value, VisitFilter filter) {
        VisitCursor after = filter.after();
        Instant from = after != null && after.enteredAt().isAfter(filter.from()) ? after.enteredAt() : filter.from();
        TypedQuery<VisitEntity> query = entities.createQuery(
                        "SELECT v FROM VisitEntity v WHERE v." + column + " = :value AND v.realmId = :realm"
                                + " AND v.enteredAt >= :from AND v.enteredAt < :to" + state(filter.open())
                                + (after == null ? "" : " AND (v.enteredAt > :after OR v.id > :visit)")
                                + " ORDER BY v.enteredAt, v.id",
                        VisitEntity.class)
                .setParameter("value", value)
                .setParameter("realm", realm.getId())
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", filter.to().toEpochMilli())
                .setMaxResults(filter.max() + 1);
        if (after != null) {
            query.setParameter("after", after.enteredAt().toEpochMilli()).setParameter("visit", after.visitId());
        }
        return query.getResultStream().map(VisitEntity::visit);
    }

    /** Open visits are in an index that holds no other ones. */
    private static String state(@Nullable Boolean open) {
        if (open == null) {
            return "";
        }
        return open ? " AND v.exitedAt IS NULL AND v.closesAt > 0" : " AND v.exitedAt IS NOT NULL";
    }
}
