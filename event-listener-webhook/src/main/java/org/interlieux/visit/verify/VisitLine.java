package org.interlieux.visit.verify;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.interlieux.visit.ledger.VisitEntity;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** As much of a visit as is asked about. */
record VisitLine(String id, int sequence, Instant enteredAt, boolean open) {
    private static final Comparator<VisitLine> OLDEST_FIRST =
            Comparator.comparing(VisitLine::enteredAt).thenComparing(VisitLine::id);

    /**
     * Where reading goes on.
     *
     * @param id of the last visit that was read at that moment; empty when none was
     */
    record Cursor(Instant from, String id) {}

    /** The venue's visits, as home and as host, that began before {@code to}; oldest first. */
    static List<VisitLine> page(KeycloakSession session, String venueId, Cursor after, Instant to, int max) {
        return Stream.of("homeVenueId", "hostVenueId")
                .flatMap(side -> side(session, side, venueId, after, to, max))
                .distinct()
                .sorted(OLDEST_FIRST)
                .limit(max)
                .toList();
    }

    /** One query for each side, so that each uses its own index. */
    private static Stream<VisitLine> side(
            KeycloakSession session, String side, String venueId, Cursor after, Instant to, int max) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return entities.createQuery(
                        "select v.id as id, v.sequence as sequence, v.enteredAt as enteredAt, v.exitedAt as exitedAt from "
                                + VisitEntity.class.getName() + " v where v." + side
                                + " = :venue and v.enteredAt >= :from and v.enteredAt < :to"
                                + " and (v.enteredAt > :from or v.id > :id) order by v.enteredAt, v.id",
                        Tuple.class)
                .setParameter("venue", venueId)
                .setParameter("from", after.from().toEpochMilli())
                .setParameter("id", after.id())
                .setParameter("to", to.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new VisitLine(
                        row.get("id", String.class),
                        row.get("sequence", Integer.class),
                        Instant.ofEpochMilli(row.get("enteredAt", Long.class)),
                        row.get("exitedAt") == null));
    }
}
