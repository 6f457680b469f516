package org.interlieux.visit.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A venue as a receiver of messages. The row is made with its first message. Logins write it only when it has been idle,
 * so that two of them never wait for each other here. Times are milliseconds since 1970.
 */
@Entity
@DynamicUpdate
@Table(name = "INTERLIEUX_RECEIVER")
public class ReceiverEntity {
    /** Nothing is expected. */
    static final long NEVER = Long.MAX_VALUE;

    static final Duration UNTIL_FAILING = Duration.ofDays(1);
    private static final Duration NEWS = Duration.ofSeconds(30);
    private static final int ERROR_LENGTH = 255;

    @Id
    @Column(name = "VENUE_ID", length = 36)
    protected @Nullable String venueId;

    @Column(name = "REALM_ID", length = 36)
    protected @Nullable String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "STANDING", length = 16)
    protected Standing standing = Standing.OK;

    /** When a sweep is to look for due deliveries. */
    @Column(name = "DUE_AT")
    protected long dueAt;

    /** Attempts that failed since the last that did not. */
    @Column(name = "FAILURES")
    protected int failures;

    @Column(name = "SUCCESS_AT")
    protected @Nullable Long successAt;

    /** The first failure since the last success. */
    @Column(name = "FAILED_SINCE")
    protected @Nullable Long failedSince;

    @Column(name = "LAST_ERROR", length = ERROR_LENGTH)
    protected @Nullable String lastError;

    /** When to purge what was kept long enough. */
    @Column(name = "TIDY_AT")
    protected long tidyAt;

    /** Whether something may be sent without waiting for a sweep. */
    boolean isPrompt() {
        return standing == Standing.OK && failures == 0;
    }

    /** Whether a new message would not be looked for soon enough, though nothing speaks against sending it. */
    boolean isAsleep(Instant soonEnough) {
        return isPrompt() ? dueAt > soonEnough.toEpochMilli() : standing != Standing.PAUSED && dueAt == NEVER;
    }

    /** Whether one more success would be no news. */
    boolean knewSuccess(Instant now) {
        return isPrompt() && successAt != null && now.toEpochMilli() - successAt < NEWS.toMillis();
    }

    /** A message has arrived. */
    void succeeded(Instant now) {
        standing = standing == Standing.GONE ? standing : Standing.OK;
        failures = 0;
        failedSince = null;
        lastError = null;
        successAt = now.toEpochMilli();
        dueAt = now.toEpochMilli();
    }

    /** A message has not arrived; nothing more is tried before {@code next}. */
    void failed(Instant now, Instant next, String error) {
        failures++;
        failedSince = failedSince == null ? now.toEpochMilli() : failedSince;
        lastError = cut(error);
        dueAt = next.toEpochMilli();
        if (standing == Standing.OK && now.toEpochMilli() - failedSince >= UNTIL_FAILING.toMillis()) {
            standing = Standing.FAILING;
        }
    }

    /** It wants no more messages. */
    void paused(Instant now, String error) {
        failures++;
        failedSince = failedSince == null ? now.toEpochMilli() : failedSince;
        lastError = cut(error);
        standing = standing == Standing.GONE ? standing : Standing.PAUSED;
        dueAt = NEVER;
    }

    /** An admin did something that may have helped: it is tried again at once. */
    void tryAgain(Instant now) {
        if (standing == Standing.PAUSED) {
            standing = Standing.OK;
            failures = 0;
            failedSince = null;
            lastError = null;
        }
        dueAt = now.toEpochMilli();
    }

    private static String cut(String text) {
        return text.length() <= ERROR_LENGTH ? text : text.substring(0, ERROR_LENGTH);
    }
}
