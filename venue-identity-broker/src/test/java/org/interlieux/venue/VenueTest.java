package org.interlieux.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.IdentityProviderModel;

class VenueTest {
    private final IdentityProviderModel model = new IdentityProviderModel();

    @ParameterizedTest
    @CsvSource({"L'Atelier, A", "La Fabrique, LF", "Le Phare du Bout du Monde, LP", "Espace 3000, E3", "42, 4"})
    void initialsStandForTheName(String name, String initials) {
        model.setDisplayName(name);

        assertThat(venue(VenueType.DOKOS).initials()).isEqualTo(initials);
    }

    @Test
    void aliasStandsInForAMissingName() {
        assertThat(venue(VenueType.DOKOS).name()).isEqualTo("alias");
    }

    @Test
    void dokosVenuesAreAskedUnlessTheyAreSetOtherwise() {
        assertThat(venue(VenueType.DOKOS).accessRule()).contains("ask-venue");
        assertThat(venue(VenueType.OIDC).accessRule()).isEmpty();
        assertThat(venue(VenueType.DOKOS).accessTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void visitsEndByThemselvesAfterHalfADayUnlessTheHostSaysOtherwise() {
        assertThat(venue(VenueType.HOST).longestVisit()).isEqualTo(Duration.ofHours(12));
        assertThat(venue(VenueType.HOST).exitOnSessionExpiry()).isFalse();

        model.getConfig().put(VenueKeys.MAX_VISIT_HOURS, "3");
        model.getConfig().put(VenueKeys.EXIT_ON_SESSION_EXPIRY, "true");

        assertThat(venue(VenueType.HOST).longestVisit()).isEqualTo(Duration.ofHours(3));
        assertThat(venue(VenueType.HOST).exitOnSessionExpiry()).isTrue();
    }

    @Test
    void acceptedVenuesAreReadAsTheConsoleStoresThem() {
        assertThat(venue(VenueType.HOST).acceptedHomeVenues()).isEmpty();

        model.getConfig().put(VenueKeys.ACCEPTED_HOME_VENUES, "atelier##phare");

        assertThat(venue(VenueType.HOST).acceptedHomeVenues()).containsExactly("atelier", "phare");
    }

    @Test
    void nobodyLogsInAtAHostOrADisabledVenue() {
        assertThat(venue(VenueType.HOST).isLoginPossible()).isFalse();
        model.setEnabled(true);
        assertThat(venue(VenueType.HOST).isLoginPossible()).isFalse();
        assertThat(venue(VenueType.DOKOS).isLoginPossible()).isTrue();
        model.setEnabled(false);
        assertThat(venue(VenueType.DOKOS).isLoginPossible()).isFalse();
    }

    @Test
    void siteHasNoSlashAtItsEnd() {
        model.getConfig().put(VenueKeys.SITE_URL, " https://site.example/ ");

        assertThat(venue(VenueType.DOKOS).siteUrl()).contains("https://site.example");
    }

    @Test
    void otherIdentityProvidersAreNoVenues() {
        model.setProviderId("github");

        assertThat(Venue.of(model)).isEmpty();
    }

    private Venue venue(VenueType type) {
        return new Venue("id", "alias", type, model);
    }
}
