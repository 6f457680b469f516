package org.interlieux.venue.picker;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.junit.jupiter.api.Test;
import org.keycloak.models.IdentityProviderModel;

class VenueCardTest {
    private final IdentityProviderModel model = new IdentityProviderModel();

    @Test
    void showsWhereAVenueIs() {
        model.setDisplayName("L'Atelier");
        model.getConfig().put(VenueKeys.CITY, "Nantes");
        model.getConfig().put(VenueKeys.SITE_URL, "https://atelier.example/fr/");

        VenueCard card = card();

        assertThat(card.name()).isEqualTo("L'Atelier");
        assertThat(card.city()).isEqualTo("Nantes");
        assertThat(card.site()).isEqualTo("atelier.example");
    }

    @Test
    void longTextsAreCutSoThatAPageKeepsItsSize() {
        model.setDisplayName("é".repeat(200));
        model.getConfig().put(VenueKeys.CITY, "x".repeat(10_000));
        model.getConfig().put(VenueKeys.ABBREVIATION, "y".repeat(10_000));

        VenueCard card = card();

        assertThat(card.name()).hasSize(80);
        assertThat(card.city()).hasSize(80);
        assertThat(card.abbreviation()).hasSize(80);
    }

    private VenueCard card() {
        model.setAlias("atelier");
        model.setProviderId("dokos");
        return VenueCard.of(Venue.of(model).orElseThrow());
    }
}
