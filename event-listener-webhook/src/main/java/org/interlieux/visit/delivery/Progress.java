package org.interlieux.visit.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.interlieux.venue.Venues;
import org.interlieux.venue.health.AdminNotice;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Remembers how a venue's messages fare, and tells admins when that changes. */
final class Progress {
    private static final Logger LOG = Logger.getLogger(Progress.class);

    /** A venue that does not answer is asked at least so often; its deliveries have longer waits of their own. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** As long as it is marked failing, less often. */
    private static final Duration PROBE = Duration.ofMinutes(15);

    private final KeycloakSession session;
    private final String venueId;

    Progress(KeycloakSession session, String venueId) {
        this.session = session;
        this.venueId = venueId;
    }

    void arrived(Instant now) {
        change(now, row -> row.succeeded(now));
    }

    void failed(Instant now, Attempt.Result.Failed failed, RetrySchedule schedule) {
        change(now, row -> {
            Duration wait = schedule.pause(row.failures + 1, LONGEST_WAIT);
            row.failed(now, now.plus(Outcome.longer(wait, failed.atLeast())), failed.error());
            if (row.standing == Standing.FAILING) {
                row.dueAt = now.plus(Outcome.longer(PROBE, failed.atLeast())).toEpochMilli();
            }
        });
    }

    void refused(Instant now) {
        change(now, row -> row.paused(now, "HTTP 410"));
    }

    void tryAgain(Instant now) {
        change(now, row -> row.tryAgain(now));
    }

    private void change(Instant now, Consumer<ReceiverEntity> step) {
        new Receivers(session).lock(venueId).ifPresent(row -> {
            Standing before = row.standing;
            step.accept(row);
            if (row.standing != before) {
                changed(before, row, now);
            }
        });
    }

    private void changed(Standing before, ReceiverEntity row, Instant now) {
        if (row.standing == Standing.OK) {
            new DeliveryOutbox(session).allDue(venueId, now);
            notice(row, before == Standing.PAUSED ? "INTERLIEUX_WEBHOOK_RESUMED" : "INTERLIEUX_WEBHOOK_BACK");
        } else if (row.standing == Standing.FAILING) {
            LOG.warnf(
                    "Nothing has arrived at venue %s for a day (%s): its deliveries wait until one does",
                    venueId, row.lastError);
            notice(row, "INTERLIEUX_WEBHOOK_FAILING");
        } else if (row.standing == Standing.PAUSED) {
            LOG.warnf("Venue %s answered 410: nothing is sent to it until an admin saves the venue again", venueId);
            notice(row, "INTERLIEUX_WEBHOOK_PAUSED");
        }
    }

    private void notice(ReceiverEntity row, String what) {
        RealmModel realm = session.realms().getRealm(row.realmId);
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        new Venues(session).byId(venueId).ifPresent(venue -> new AdminNotice(session).send(what, venue));
    }
}
