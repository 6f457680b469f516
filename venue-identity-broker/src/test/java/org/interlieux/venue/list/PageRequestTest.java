package org.interlieux.venue.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {
    @Test
    void nothingAskedIsTheFirstPageOfAll() {
        assertThat(PageRequest.of(null, null, "", 25, 50)).isEqualTo(new PageRequest("", 0, 25));
    }

    @Test
    void whatIsAskedIsTaken() {
        assertThat(PageRequest.of("fab", "50", "50", 25, 50)).isEqualTo(new PageRequest("fab", 50, 50));
    }

    @ParameterizedTest
    @CsvSource({"0, 51", "0, 0", "0, -1", "-1, 25", "x, 25", "0, 1e3", "99999999999, 25", "1000001, 25"})
    void whatCannotBeUsedIsRefusedWithWhatCan(String first, String max) {
        assertThatThrownBy(() -> PageRequest.of(null, first, max, 25, 50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(first|max) must be a number from \\d+ to \\d+");
    }

    @Test
    void endlessSearchIsRefused() {
        assertThatThrownBy(() -> PageRequest.of("x".repeat(101), null, null, 25, 50))
                .hasMessage("q has 100 characters at most");
    }
}
