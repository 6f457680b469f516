package org.interlieux.venue.picker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VenueSearchTest {

    @ParameterizedTest
    @CsvSource({
        "L'Atelier, L'Atelier",
        "' La  Fabrique ', La Fabrique",
        "ada@atelier.example, @atelier.example",
        "@atelier.example, @atelier.example",
        "ada@home@atelier.example, @atelier.example"
    })
    void keepsWhatMayFindAVenue(String typed, String kept) {
        assertThat(VenueSearch.of(typed).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "@", "ada@", "ada@ "})
    void isForAllVenuesWhenNothingIsLeft(String typed) {
        assertThat(VenueSearch.of(typed)).isEqualTo(VenueSearch.ALL);
    }

    @Test
    void dropsThePersonAlsoFromTheLongestAddress() {
        VenueSearch search = VenueSearch.of("a".repeat(300) + "@atelier.example");

        assertThat(search.text()).isEqualTo("@atelier.example");
    }

    @Test
    void isCutToALength() {
        assertThat(VenueSearch.of("é".repeat(300)).text()).hasSize(100);
    }

    @Test
    void knowsTheDomainOfAnAddress() {
        assertThat(VenueSearch.of("Ada@Atelier.Example").domain()).contains("atelier.example");
        assertThat(VenueSearch.of("atelier.example").domain()).isEmpty();
        assertThat(VenueSearch.of("ada@").domain()).isEmpty();
    }
}
