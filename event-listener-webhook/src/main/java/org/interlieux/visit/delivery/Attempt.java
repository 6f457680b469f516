package org.interlieux.visit.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.interlieux.venue.http.AnswerTooLargeException;
import org.interlieux.venue.http.HttpAnswer;

/** Sends a message once. Only a 2xx answer is a success; every other answer and every error of the wire is a failure. */
public final class Attempt {
    /** Longest time one attempt may take. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(15);

    /** What came of it. */
    public sealed interface Result {
        /**
         * It has arrived.
         *
         * @param answer what the receiver said; empty when that was too much to read
         */
        record Delivered(int status, String answer) implements Result {}

        /** The receiver says that it is gone for good (410). */
        record Gone() implements Result {}

        /**
         * To be tried again.
         *
         * @param status what the receiver answered; 0 when it did not
         * @param atLeast how long the receiver asked us to wait, zero when it did not
         */
        record Failed(int status, String error, Duration atLeast) implements Result {}
    }

    private final WebhookTarget target;
    private final Clock clock;

    public Attempt(WebhookTarget target, Clock clock) {
        this.target = target;
        this.clock = clock;
    }

    /** Signs the message with the time of now, and sends it. */
    public Result send(String webhookId, String body) {
        HttpPost request = new HttpPost(target.url());
        request.setEntity(new StringEntity(body, ContentType.create("application/json", StandardCharsets.UTF_8)));
        target.signature().headers(webhookId, clock.instant(), body).forEach(request::setHeader);
        try {
            return read(target.http().send(request, TIME_LIMIT));
        } catch (AnswerTooLargeException e) {
            // The receiver's words are not needed to know that it accepted the message.
            return read(new HttpAnswer(e.status(), null, ""));
        } catch (IOException e) {
            return new Result.Failed(0, e.getClass().getSimpleName() + ": " + e.getMessage(), Duration.ZERO);
        }
    }

    private Result read(HttpAnswer answer) {
        if (answer.isSuccess()) {
            return new Result.Delivered(answer.status(), answer.body());
        }
        if (answer.status() == 410) {
            return new Result.Gone();
        }
        Duration atLeast = answer.retryAfterHeader()
                .map(header -> RetryAfter.parse(header, clock.instant()))
                .orElse(Duration.ZERO);
        return new Result.Failed(answer.status(), "HTTP " + answer.status(), atLeast);
    }
}
