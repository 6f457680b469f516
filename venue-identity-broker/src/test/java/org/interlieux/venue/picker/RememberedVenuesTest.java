package org.interlieux.venue.picker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedVenuesTest {
    private final RememberedVenues three =
            RememberedVenues.NONE.with("atelier").with("fabrique").with("phare");

    @Test
    void newestIsFirst() {
        assertThat(three.aliases()).containsExactly("phare", "fabrique", "atelier");
    }

    @Test
    void fourthPushesTheOldestOut() {
        assertThat(three.with("bureau").aliases()).containsExactly("bureau", "phare", "fabrique");
    }

    @Test
    void chosenAgainIsNewestAgainAndThereOnce() {
        assertThat(three.with("atelier").aliases()).containsExactly("atelier", "phare", "fabrique");
    }

    @Test
    void eachCanBeRemoved() {
        assertThat(three.without("fabrique").aliases()).containsExactly("phare", "atelier");
        assertThat(three.without("unknown")).isEqualTo(three);
        assertThat(RememberedVenues.NONE.with("atelier").without("atelier").isEmpty())
                .isTrue();
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(three.text()).isEqualTo("phare.fabrique.atelier");
        assertThat(RememberedVenues.parse(three.text())).isEqualTo(three);
        assertThat(RememberedVenues.parse(RememberedVenues.NONE.text()).isEmpty())
                .isTrue();
    }

    @Test
    void whatIsNoAliasIsNeitherReadNorWritten() {
        assertThat(RememberedVenues.parse("a b.<script>.atelier.\"\u0000;").aliases())
                .containsExactly("atelier");
        assertThat(RememberedVenues.NONE.with("no alias").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c.d", "a.b.c.d.e.f.g.h.i.j", "a.a.b.b.c"})
    void noMoreThanThreeAreRead(String text) {
        assertThat(RememberedVenues.parse(text).aliases()).containsExactly("a", "b", "c");
    }
}
