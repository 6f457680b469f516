package org.interlieux.access.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    @Test
    void stepsShareTheLimit() throws SocketTimeoutException {
        TimeLeft time = new TimeLeft(Duration.ofSeconds(3), nanos::get);
        assertThat(time.left()).isEqualTo(Duration.ofSeconds(3));

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(time.left()).isEqualTo(Duration.ofSeconds(1));

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThatThrownBy(time::left).isInstanceOf(SocketTimeoutException.class);
    }
}
