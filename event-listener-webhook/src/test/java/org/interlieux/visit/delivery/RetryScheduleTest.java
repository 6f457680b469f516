package org.interlieux.visit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void waitsGrowForAboutThreeDays() {
        RetrySchedule schedule = RetrySchedule.parse(RetrySchedule.DEFAULT_SECONDS, () -> 0.5);

        Duration total = IntStream.rangeClosed(1, schedule.waits().size())
                .mapToObj(attempt -> schedule.after(attempt).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(total).isBetween(Duration.ofHours(65), Duration.ofHours(80));
        assertThat(schedule.waits()).isSorted();
        assertThat(schedule.after(schedule.waits().size() + 1)).isEmpty();
    }

    @Test
    void jitterSpreadsWaitsByAFifth() {
        assertThat(RetrySchedule.parse("100", () -> 0).after(1)).contains(Duration.ofSeconds(80));
        assertThat(RetrySchedule.parse("100", () -> 1).after(1)).contains(Duration.ofMinutes(2));
    }

    @Test
    void whatIsNoScheduleIsRefused() {
        assertThatThrownBy(() -> RetrySchedule.parse("5,soon", () -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retry-seconds must be whole seconds separated by commas");
    }
}
