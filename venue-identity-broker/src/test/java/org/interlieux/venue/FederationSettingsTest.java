package org.interlieux.venue;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FederationSettingsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "180, 180", "' 30 ', 30", "3650, 3650"})
    void retentionIsANumberOfDays(String text, int days) {
        assertThat(FederationSettings.retentionDays(text)).contains(days);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0", "-1", "3651", "99999999999", "180d", "1.5"})
    void anythingElseIsNone(@Nullable String text) {
        assertThat(FederationSettings.retentionDays(text)).isEmpty();
    }
}
