package org.interlieux.visit.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.apache.http.client.utils.DateUtils;

/** How long a receiver asks to be left alone: seconds or a date (RFC 9110, section 10.2.3), at most a day. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** Zero when the header says nothing that can be understood, or a moment that is past. */
    static Duration parse(String header, Instant now) {
        Duration asked = header.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : until(DateUtils.parseDate(header), now);
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    @SuppressWarnings("NullAway") // null is the parser's word for what is no date
    private static Duration until(Date date, Instant now) {
        return date == null ? Duration.ZERO : Duration.between(now, date.toInstant());
    }
}
