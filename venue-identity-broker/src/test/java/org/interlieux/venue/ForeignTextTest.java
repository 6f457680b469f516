package org.interlieux.venue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignTextTest {

    @Test
    void whatCannotBeSeenGoes() {
        assertThat(ForeignText.clean(" A\u0000d\u202Ea \r\n Lemaire ", 100)).contains("A d a Lemaire");
        assertThat(ForeignText.clean(" \u200B\t\u2028\u00A0 ", 100)).isEmpty();
        assertThat(ForeignText.clean("A\u0085d\u009Ba", 100)).contains("A d a");
        assertThat(ForeignText.clean("Ad\uD83D", 100)).contains("Ad");
    }

    @Test
    void lengthIsCountedAsPeopleCount() {
        assertThat(ForeignText.clean("🙂".repeat(300), 100)).contains("🙂".repeat(100));
    }
}
