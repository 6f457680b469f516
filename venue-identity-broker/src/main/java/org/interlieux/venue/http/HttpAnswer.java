package org.interlieux.venue.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a venue answered.
 *
 * @param status HTTP status code
 * @param retryAfter the {@code Retry-After} header as sent, if any
 * @param body the text, at most {@link GuardedHttp#MAX_ANSWER_BYTES} bytes long, read as UTF-8
 */
public record HttpAnswer(int status, @Nullable String retryAfter, String body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> retryAfterHeader() {
        return Optional.ofNullable(retryAfter);
    }
}
