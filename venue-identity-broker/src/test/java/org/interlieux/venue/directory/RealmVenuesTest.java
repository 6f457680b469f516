package org.interlieux.venue.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmVenuesTest {
    private final RealmVenues venues = RealmVenues.of(Stream.of(
                    row("atelier", "L'Atelier", "ATL", "Nantes", "https://atelier.example", "atelier.example"),
                    row("coeur", "Le Cœur d’Étoile", null, "Saint-Étienne", "https://www.coeur.example:8443/x", null),
                    row("fabrique", "La Fabrique", "FAB", "Rennes", null, "fabrique.example##mail.fabrique.org"),
                    row("fabrique2", "Fabrique du Sud", null, "Nantes", null, null),
                    row("strasse", "Straße 42", null, null, null, null))
            .map(ListedVenue::of));

    @ParameterizedTest
    @CsvSource({
        "latelier, atelier",
        "l'atelier, atelier",
        "L’ATELIER, atelier",
        "atelier, atelier",
        "ATL, atelier",
        "coeur detoile, coeur",
        "CŒUR, coeur",
        "etoilé, coeur",
        "saint etienne, coeur",
        "saintetienne, coeur",
        "coeur.example, coeur",
        "strasse, strasse",
        "42, strasse",
        "fabrique rennes, fabrique",
        "fabrique.org, fabrique",
    })
    void venueIsFoundHoweverItIsWritten(String typed, String alias) {
        assertThat(search(typed)).containsExactly(alias);
    }

    @ParameterizedTest
    @CsvSource({
        "ada@atelier.example, atelier",
        "ada@Atelier.Example, atelier",
        "ada@mail.atelier.example, atelier",
        "@atelier, atelier",
        "x@mail.fabrique.org, fabrique",
        "fabrique@atelier.example, atelier",
    })
    void addressIsFoundByItsDomainAlone(String typed, String alias) {
        assertThat(search(typed)).containsExactly(alias);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "ada@elsewhere.example", "@nantes", "fabrique nowhere", "notatelier.example"})
    void whatFitsNothingFindsNothing(String typed) {
        assertThat(search(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "'", "@", "ada@", "…"})
    void nothingToSearchForFindsEverybodyByName(String typed) {
        assertThat(search(typed)).containsExactly("fabrique2", "fabrique", "atelier", "coeur", "strasse");
    }

    @Test
    void betterMatchComesFirst() {
        assertThat(search("fab")).containsExactly("fabrique", "fabrique2");
        assertThat(search("fabriqu")).containsExactly("fabrique2", "fabrique");
        assertThat(search("la fabrique")).first().isEqualTo("fabrique");
        assertThat(search("nantes")).containsExactly("fabrique2", "atelier");
    }

    @Test
    void venueThatIsNotOfferedIsNeverFoundButListed() {
        RealmVenues hidden = venues.with(
                List.of("atelier"),
                List.of(ListedVenue.of(new VenueRow(
                        "realm", "1", "atelier", false, "L'Atelier", null, null, null, "atelier.example"))));

        assertThat(hidden.search(Wanted.of("atelier"), 0, 25).aliases()).isEmpty();
        assertThat(hidden.byEmailDomain("atelier.example", 25)).isEmpty();
        assertThat(hidden.all()).extracting(ListedVenue::alias).contains("atelier");
    }

    @Test
    void venueThatIsGoneIsForgotten() {
        assertThat(venues.with(List.of("atelier"), List.of()).all())
                .extracting(ListedVenue::alias)
                .containsExactlyInAnyOrder("coeur", "fabrique", "fabrique2", "strasse");
    }

    @Test
    void pageSaysHowManyThereAre() {
        RealmVenues many = RealmVenues.of(IntStream.range(0, 60)
                .mapToObj(i -> row("v" + i, "Venue %03d".formatted(i), null, null, null, null))
                .map(ListedVenue::of));

        FoundVenues page = many.search(Wanted.of("venue"), 50, 25);

        assertThat(page.total()).isEqualTo(60);
        assertThat(page.aliases()).hasSize(10).first().isEqualTo("v50");
    }

    private List<String> search(String typed) {
        return venues.search(Wanted.of(typed), 0, 25).aliases();
    }

    private static VenueRow row(
            String alias,
            String name,
            @Nullable String abbreviation,
            @Nullable String city,
            @Nullable String site,
            @Nullable String emailDomains) {
        return new VenueRow("realm", "id-" + alias, alias, true, name, abbreviation, city, site, emailDomains);
    }
}
