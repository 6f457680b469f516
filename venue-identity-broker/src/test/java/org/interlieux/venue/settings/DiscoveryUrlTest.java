package org.interlieux.venue.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscoveryUrlTest {
    private static final String DOCUMENT = "https://op.example/realm/.well-known/openid-configuration";

    @Test
    void issuerIsWhatComesBeforeTheWellKnownPath() {
        assertThat(DiscoveryUrl.issuer(" " + DOCUMENT)).isEqualTo("https://op.example/realm");
        assertThat(DiscoveryUrl.issuer("https://op.example/")).isEqualTo("https://op.example/");
    }

    @Test
    void oneSlashAtTheEndMakesNoDifference() {
        assertThat(DiscoveryUrl.isIssuerOf("https://op.example", "https://op.example/"))
                .isTrue();
        assertThat(DiscoveryUrl.isIssuerOf(DOCUMENT, "https://op.example/realm"))
                .isTrue();
        assertThat(DiscoveryUrl.isIssuerOf("https://op.example", "https://op.example//"))
                .isFalse();
        assertThat(DiscoveryUrl.isIssuerOf("https://op.example", "https://evil.example"))
                .isFalse();
        assertThat(DiscoveryUrl.isIssuerOf("", "")).isFalse();
        assertThat(DiscoveryUrl.isIssuerOf(null, null)).isFalse();
    }

    @Test
    void missingIssuerIsFilledIn() {
        assertThat(filledIn(Map.of("discoveryUrl", DOCUMENT), Map.of()))
                .containsEntry("issuer", "https://op.example/realm");
    }

    @Test
    void issuerThatWasSetByHandStays() {
        assertThat(filledIn(Map.of("discoveryUrl", DOCUMENT, "issuer", "https://other.example"), Map.of()))
                .containsEntry("issuer", "https://other.example");
    }

    @Test
    void issuerThatWasFilledInFollowsTheAddress() {
        Map<String, String> saved = Map.of("discoveryUrl", DOCUMENT, "issuer", "https://op.example/realm");

        assertThat(filledIn(Map.of("discoveryUrl", "https://new.example", "issuer", "https://op.example/realm"), saved))
                .containsEntry("issuer", "https://new.example");
    }

    @Test
    void venueWithoutDiscoveryKeepsWhatItHas() {
        assertThat(filledIn(Map.of("issuer", "https://op.example"), Map.of()))
                .containsEntry("issuer", "https://op.example");
        assertThat(filledIn(Map.of(), Map.of())).isEmpty();
    }

    private static Map<String, String> filledIn(Map<String, String> config, Map<String, String> saved) {
        Map<String, String> filled = new HashMap<>(config);
        DiscoveryUrl.fillInIssuer(filled, saved);
        return filled;
    }
}
