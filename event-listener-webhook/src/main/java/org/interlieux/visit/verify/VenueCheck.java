package org.interlieux.visit.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interlieux.visit.delivery.Attempt;
import org.interlieux.visit.delivery.Destination;
import org.interlieux.visit.delivery.Receivers;
import org.interlieux.visit.delivery.Standing;
import org.interlieux.visit.delivery.WebhookTarget;
import org.interlieux.visit.ledger.VisitCursor;
import org.interlieux.visit.ledger.VisitFilter;
import org.interlieux.visit.ledger.VisitPage;
import org.interlieux.visit.ledger.VisitPages;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Asks one venue which of its visits it does not have, and sends those again. Each step on the database is a short
 * transaction; nothing is sent inside one. What fails is asked again the next night, together with what is new by then.
 */
final class VenueCheck {
    private static final Logger LOG = Logger.getLogger(VenueCheck.class);
    private static final int VISITS_PER_MESSAGE = 500;
    private static final int MESSAGES_PER_NIGHT = 20;
    private static final int RESENT_PER_DAY = 1_000;

    /** What began since may still be about to be written, or on its way. */
    private static final Duration TOO_YOUNG = Duration.ofHours(1);

    /** A venue that was away for longer is not asked about what was before: its messages of then are dead letters too. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    VenueCheck(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * One message to send, and the visits that it asks about.
     *
     * @param to until when the venue is asked, in this message or a later one
     * @param next behind which visit to go on; empty when this is all
     */
    private record Question(
            WebhookTarget target,
            Instant from,
            Instant to,
            List<VisitLine> visits,
            Optional<VisitCursor> next,
            Participation participation) {
        boolean isLast() {
            return next.isEmpty();
        }

        /** A venue that takes part and has nothing new is left in peace. */
        boolean isIdle() {
            return visits.isEmpty() && participation == Participation.YES;
        }
    }

    void run(String venueId) {
        Instant to = clock.instant().minus(TOO_YOUNG);
        Optional<VisitCursor> next = Optional.empty();
        boolean first = true;
        for (int i = 0; i < MESSAGES_PER_NIGHT && (first || next.isPresent()); i++) {
            Optional<VisitCursor> after = next;
            Optional<Question> question = result(session -> question(session, venueId, after, to));
            next = question.flatMap(asked -> ask(venueId, asked));
            first = false;
        }
    }

    private Optional<Question> question(
            KeycloakSession session, String venueId, Optional<VisitCursor> after, Instant to) {
        Optional<CheckEntity> check = new Checks(session).find(venueId);
        boolean reachable = new Receivers(session)
                .of(venueId)
                .filter(receiver -> receiver.standing() == Standing.OK)
                .isPresent();
        if (check.isEmpty() || !reachable) {
            return Optional.empty();
        }
        CheckEntity known = check.get();
        if (!(Destination.of(session, String.valueOf(known.realmId), venueId) instanceof Destination.Open open)) {
            return Optional.empty();
        }
        RealmModel realm = session.realms().getRealm(known.realmId);
        Instant from = after.map(VisitCursor::enteredAt).orElseGet(() -> latest(known.confirmedTo, to.minus(OLDEST)));
        // Who does not take part is not told what is no use to them, only asked whether they do now.
        VisitPage page = known.participation == Participation.NO
                ? new VisitPage(List.of(), null)
                : new VisitPages(session, realm)
                        .ofVenue(venueId, new VisitFilter(from, to, null, after.orElse(null), VISITS_PER_MESSAGE));
        return Optional.of(new Question(
                open.target(),
                from,
                to,
                page.visits().stream().map(VisitLine::of).toList(),
                Optional.ofNullable(page.next()),
                known.participation));
    }

    private static Instant latest(long millis, Instant other) {
        return Instant.ofEpochMilli(Math.max(millis, other.toEpochMilli()));
    }

    /** Gives where the next message begins; empty when that was the last. */
    private Optional<VisitCursor> ask(String venueId, Question question) {
        Optional<Set<String>> missing = Optional.of(Set.of());
        if (!question.isIdle()) {
            Instant end = question.next().map(VisitCursor::enteredAt).orElse(question.to());
            String body = VerifyMessage.of(clock.instant(), question.from(), end, question.visits())
                    .json();
            Attempt.Result result = new Attempt(question.target(), clock).send("msg_" + UUID.randomUUID(), body);
            if (!(result instanceof Attempt.Result.Delivered delivered)) {
                LOG.debugf("Venue %s could not be asked what it misses (%s); it is asked next time", venueId, result);
                return Optional.empty();
            }
            missing = VerifyMessage.missing(delivered.answer());
        }
        Optional<Set<String>> named = missing;
        boolean all = result(session -> new Answer(question.visits(), named, question.to(), question.isLast())
                .record(session, venueId, RESENT_PER_DAY, clock.instant()));
        return all && named.isPresent() ? question.next() : Optional.empty();
    }

    private <T> T result(KeycloakSessionTaskWithResult<T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, task);
    }
}
