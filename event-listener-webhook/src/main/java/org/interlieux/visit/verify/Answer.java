package org.interlieux.visit.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interlieux.visit.delivery.DeliveryOutbox;
import org.interlieux.visit.ledger.VisitLedger;
import org.interlieux.visit.message.VisitAnnouncer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a venue said to a question.
 *
 * @param asked what it was asked about, oldest first
 * @param missing what it says it does not have, which may be anything; empty when it does not take part
 * @param to until when it was asked
 * @param last whether there is nothing more to ask about before that
 */
record Answer(List<VisitLine> asked, Optional<Set<String>> missing, Instant to, boolean last) {
    /**
     * A visit that is missing is asked about again, so that it is known to have arrived. One that a venue never keeps must not
     * hold up the rest for ever.
     */
    private static final Duration ASKED_AGAIN = Duration.ofDays(3);

    /**
     * Sends again what is missing, and remembers what is confirmed, in the session's transaction.
     *
     * @return false when more was missing than may be sent again today
     */
    boolean record(KeycloakSession session, String venueId, int perDay, Instant now) {
        Optional<CheckEntity> found = new Checks(session).lock(venueId);
        if (found.isEmpty()) {
            return false;
        }
        CheckEntity check = found.get();
        if (missing.isEmpty()) {
            check.participation = Participation.NO;
            check.confirm(to);
            return false;
        }
        check.participation = Participation.YES;
        List<VisitLine> gaps = asked.stream()
                .filter(visit -> missing.get().contains(visit.id()))
                .toList();
        int allowed = check.mayResend(now, perDay);
        gaps.stream().limit(allowed).forEach(visit -> resend(session, check, visit, now));
        check.countResent(now, Math.min(allowed, gaps.size()));
        check.confirm(confirmed(gaps, allowed));
        return gaps.size() <= allowed;
    }

    /** Up to the first visit that is missing, still open, or was not sent again. */
    Instant confirmed(List<VisitLine> gaps, int allowed) {
        Instant end = last || asked.isEmpty() ? to : asked.get(asked.size() - 1).enteredAt();
        Instant firstGap = gaps.stream().findFirst().map(VisitLine::enteredAt).orElse(end);
        Instant firstHeld = gaps.stream()
                .skip(allowed)
                .findFirst()
                .map(VisitLine::enteredAt)
                .orElse(end);
        Instant firstOpen = asked.stream()
                .filter(VisitLine::open)
                .findFirst()
                .map(VisitLine::enteredAt)
                .orElse(end);
        Instant patience = to.minus(ASKED_AGAIN);
        return earliest(
                earliest(end, firstOpen),
                earliest(firstHeld, firstGap.isAfter(patience) ? firstGap : earliest(end, patience)));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void resend(KeycloakSession session, CheckEntity check, VisitLine visit, Instant now) {
        String venueId = String.valueOf(check.venueId);
        RealmModel realm = session.realms().getRealm(check.realmId);
        if (realm == null || new DeliveryOutbox(session).isWaiting(venueId, visit.id())) {
            return; // it is on its way
        }
        session.getContext().setRealm(realm);
        // Two checks on one day send it once.
        String generation = "v" + Math.floorDiv(now.getEpochSecond(), 86_400L);
        VisitAnnouncer announcer = new VisitAnnouncer(session, realm, DeliveryOutbox.again(session, generation));
        new VisitLedger(session, realm).hold(visit.id()).ifPresent(found -> announcer.announceTo(venueId, found));
    }
}
