package org.interlieux.venue.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

class ReleasedNameTest {

    @Test
    void hostReadsOnlyWhatTheFederationShows() throws IOException {
        IDToken token = new IDToken();
        token.setName("Ada Lemaire");
        token.setGivenName("Ada");
        token.setFamilyName("Lemaire");
        token.setPreferredUsername("atelier.1234");
        token.getOtherClaims().put("picture", "https://site.example/ada.png");
        token.getOtherClaims().put("family_name", "Lemaire");

        ReleasedName.write(token, Optional.of("Ada"));

        assertThat(JsonSerialization.writeValueAsString(token))
                .contains("\"name\":\"Ada\"")
                .doesNotContain("Lemaire")
                .doesNotContain("1234")
                .doesNotContain("picture");
    }

    @Test
    void tokenWithoutNamesStaysWithout() throws IOException {
        AccessToken token = new AccessToken();

        ReleasedName.write(token, Optional.of("Ada"));

        assertThat(JsonSerialization.writeValueAsString(token)).doesNotContain("Ada");
    }
}
