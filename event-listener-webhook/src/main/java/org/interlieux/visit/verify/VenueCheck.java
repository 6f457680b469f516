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
import org.interlieux.visit.verify.VisitLine.Cursor;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
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

    /** One message to send, and the visits that it asks about. */
    private record Question(
            WebhookTarget target, Cursor after, Instant to, List<VisitLine> visits, Participation participation) {
        boolean isLast() {
            return visits.size() < VISITS_PER_MESSAGE;
        }

        /** A venue that takes part and has nothing new is left in peace. */
        boolean isIdle() {
            return visits.isEmpty() && participation == Participation.YES;
        }
    }

    void run(String venueId) {
        Instant to = clock.instant().minus(TOO_YOUNG);
        Optional<Cursor> next = Optional.empty();
        boolean first = true;
        for (int i = 0; i < MESSAGES_PER_NIGHT && (first || next.isPresent()); i++) {
            Optional<Cursor> after = next;
            Optional<Question> question = result(session -> question(session, venueId, after, to));
            next = question.flatMap(asked -> ask(venueId, asked));
            first = false;
        }
    }

    private Optional<Question> question(KeycloakSession session, String venueId, Optional<Cursor> next, Instant to) {
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
        Cursor after = next.orElseGet(() -> new Cursor(latest(known.confirmedTo, to.minus(OLDEST)), ""));
        // Who does not take part is not told what is no use to them, only asked whether they do now.
        List<VisitLine> visits = known.participation == Participation.NO
                ? List.of()
                : VisitLine.page(session, venueId, after, to, VISITS_PER_MESSAGE);
        return Optional.of(new Question(open.target(), after, to, visits, known.participation));
    }

    private static Instant latest(long millis, Instant other) {
        return Instant.ofEpochMilli(Math.max(millis, other.toEpochMilli()));
    }

    /** Gives where the next message begins; empty when that was the last. */
    private Optional<Cursor> ask(String venueId, Question question) {
        Optional<Set<String>> missing = Optional.of(Set.of());
        if (!question.isIdle()) {
            Instant end = question.isLast()
                    ? question.to()
                    : question.visits().get(question.visits().size() - 1).enteredAt();
            String body = VerifyMessage.of(clock.instant(), question.after().from(), end, question.visits())
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
        if (!all || question.isLast() || named.isEmpty()) {
            return Optional.empty();
        }
        VisitLine last = question.visits().get(question.visits().size() - 1);
        return Optional.of(new Cursor(last.enteredAt(), last.id()));
    }

    private <T> T result(KeycloakSessionTaskWithResult<T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, task);
    }
}
