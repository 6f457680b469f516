package org.interlieux.visit.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.interlieux.venue.http.AnswerTooLargeException;
import org.interlieux.venue.http.HttpAnswer;

/** Sends a delivery once. Only a 2xx answer is a success; every other answer and every error of the wire is a failure. */
final class Attempt {
    /** Longest time one attempt may take. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(15);

    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    /** What came of it. */
    sealed interface Result {
        record Delivered() implements Result {}

        /** The receiver says that it is gone for good (410). */
        record Gone() implements Result {}

        /**
         * To be tried again.
         *
         * @param atLeast how long the receiver asked us to wait, zero when it did not
         */
        record Failed(String error, Duration atLeast) implements Result {}
    }

    private final WebhookTarget target;
    private final Clock clock;

    Attempt(WebhookTarget target, Clock clock) {
        this.target = target;
        this.clock = clock;
    }

    Result send(Delivery delivery) {
        HttpPost request = new HttpPost(target.url());
        request.setEntity(
                new StringEntity(delivery.body(), ContentType.create("application/json", StandardCharsets.UTF_8)));
        target.signature()
                .headers(delivery.webhookId(), clock.instant(), delivery.body())
                .forEach(request::setHeader);
        try {
            return read(target.http().send(request, TIME_LIMIT));
        } catch (AnswerTooLargeException e) {
            // The receiver's words are not needed to know that it accepted the message.
            return read(new HttpAnswer(e.status(), null, ""));
        } catch (IOException e) {
            return new Result.Failed(e.getClass().getSimpleName() + ": " + e.getMessage(), Duration.ZERO);
        }
    }

    private static Result read(HttpAnswer answer) {
        if (answer.isSuccess()) {
            return new Result.Delivered();
        }
        if (answer.status() == 410) {
            return new Result.Gone();
        }
        return new Result.Failed("HTTP " + answer.status(), retryAfter(answer));
    }

    private static Duration retryAfter(HttpAnswer answer) {
        Optional<String> seconds = answer.retryAfterHeader().filter(text -> text.matches("\\d{1,9}"));
        Duration asked = seconds.map(Long::valueOf).map(Duration::ofSeconds).orElse(Duration.ZERO);
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }
}
