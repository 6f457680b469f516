package org.interlieux.venue.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueType;
import org.junit.jupiter.api.Test;
import org.keycloak.models.IdentityProviderModel;

class PairwiseSubjectTest {

    @Test
    void memberIsTheSameAtOneHostAndAnotherAtTheNext() {
        Venue atelier = venue("salt-of-atelier");
        Venue fabrique = venue("salt-of-fabrique");

        assertThat(PairwiseSubject.of(atelier, "ada")).isEqualTo(PairwiseSubject.of(atelier, "ada"));
        assertThat(PairwiseSubject.of(atelier, "ada"))
                .isNotEqualTo(PairwiseSubject.of(fabrique, "ada"))
                .isNotEqualTo(PairwiseSubject.of(atelier, "bob"));
    }

    @Test
    void subjectSurvivesSitesThatIgnoreCase() {
        assertThat(PairwiseSubject.of(venue("salt"), "ada")).matches("[0-9a-f]{32}");
    }

    @Test
    void valueNeverChangesBecauseSitesKeepIt() {
        assertThat(PairwiseSubject.of(venue("salt"), "ada")).isEqualTo("eea2850d559a1b7c80da278f4a293ffa");
    }

    @Test
    void venueWithoutSaltIsAnError() {
        Venue venue = venue("");
        assertThatThrownBy(() -> PairwiseSubject.of(venue, "ada"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("save it once in the admin console");
    }

    private static Venue venue(String salt) {
        IdentityProviderModel model = new IdentityProviderModel();
        model.getConfig().put("memberSalt", salt);
        return new Venue("id", "alias", VenueType.DOKOS, model);
    }
}
