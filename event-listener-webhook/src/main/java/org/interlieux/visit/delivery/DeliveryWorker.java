package org.interlieux.visit.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends what one venue has waiting. Each step on the database is a short transaction; nothing is sent inside one. */
final class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final int BATCH = 10;

    /** Longer than a whole batch can take, so that no other node sends the same delivery meanwhile. */
    private static final Duration LEASE = Attempt.TIME_LIMIT.multipliedBy(BATCH).plusSeconds(30);

    private final KeycloakSessionFactory sessions;
    private final RetrySchedule schedule;
    private final Clock clock;

    DeliveryWorker(KeycloakSessionFactory sessions, RetrySchedule schedule, Clock clock) {
        this.sessions = sessions;
        this.schedule = schedule;
        this.clock = clock;
    }

    List<String> dueVenues(int max) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> new DeliveryOutbox(session).dueVenues(clock.instant(), max));
    }

    /** Sends a venue's due deliveries until none is left or one fails; what was not tried then is due again at once. */
    void drain(String venueId) {
        boolean more = true;
        while (more) {
            Batch batch = claim(venueId);
            int sent = 0;
            while (sent < batch.deliveries().size()
                    && deliver(batch.deliveries().get(sent), batch.target())) {
                sent++;
            }
            List<Delivery> untried = batch.deliveries().stream().skip(sent + 1L).toList();
            if (!untried.isEmpty()) {
                change(outbox -> outbox.giveBack(untried, clock.instant()));
            }
            more = sent == BATCH;
        }
    }

    private record Batch(List<Delivery> deliveries, Optional<WebhookTarget> target) {}

    private Batch claim(String venueId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            List<Delivery> deliveries = new DeliveryOutbox(session).claim(venueId, BATCH, clock.instant(), LEASE);
            Optional<WebhookTarget> target =
                    deliveries.isEmpty() ? Optional.empty() : target(session, deliveries.get(0));
            return new Batch(deliveries, target);
        });
    }

    private static Optional<WebhookTarget> target(KeycloakSession session, Delivery delivery) {
        RealmModel realm = session.realms().getRealm(delivery.realmId());
        if (realm == null) {
            return Optional.empty();
        }
        session.getContext().setRealm(realm);
        return WebhookTarget.of(session, realm, delivery.venueId());
    }

    private boolean deliver(Delivery delivery, Optional<WebhookTarget> target) {
        if (target.isEmpty()) {
            change(outbox -> outbox.giveUp(delivery, "the venue is gone or has no webhookUrl"));
            return true;
        }
        Attempt.Result result = new Attempt(target.get(), clock).send(delivery);
        if (result instanceof Attempt.Result.Delivered) {
            change(outbox -> outbox.markDelivered(delivery));
            return true;
        }
        if (result instanceof Attempt.Result.Failed failed) {
            retry(delivery, failed);
            return false;
        }
        LOG.warnf("Delivery %s: the receiver answered 410, it will not be sent again", delivery.id());
        change(outbox -> outbox.giveUp(delivery, "the receiver answered 410 Gone"));
        return true;
    }

    private void retry(Delivery delivery, Attempt.Result.Failed failed) {
        int attempts = delivery.attempts() + 1;
        Optional<Duration> wait = schedule.after(attempts);
        if (wait.isEmpty()) {
            LOG.warnf(
                    "Delivery %s failed %d times and is given up (%s). It stays in the outbox as a dead letter",
                    delivery.id(), attempts, failed.error());
            change(outbox -> outbox.giveUp(delivery, failed.error()));
            return;
        }
        Duration longer = wait.get().compareTo(failed.atLeast()) > 0 ? wait.get() : failed.atLeast();
        Instant next = clock.instant().plus(longer);
        LOG.debugf("Delivery %s failed (%s), next attempt at %s", delivery.id(), failed.error(), next);
        change(outbox -> outbox.retryAt(delivery, next, failed.error()));
    }

    private void change(Consumer<DeliveryOutbox> step) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> step.accept(new DeliveryOutbox(session)));
    }
}
