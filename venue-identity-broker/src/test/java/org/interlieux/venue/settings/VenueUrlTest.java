package org.interlieux.venue.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueUrlTest {

    @Test
    void httpsIsAccepted() {
        assertThat(VenueUrl.check("siteUrl", "https://site.example/fr", List.of()))
                .isEqualTo(URI.create("https://site.example/fr"));
    }

    @Test
    void plainHttpNeedsAnOptionOfTheServer() {
        assertThatThrownBy(() -> VenueUrl.check("siteUrl", "http://site.example", List.of("localhost")))
                .isInstanceOf(InvalidVenueException.class)
                .hasMessageContaining("plain-http-hosts=site.example");
        assertThat(VenueUrl.check("siteUrl", "http://localhost:8181", List.of("localhost")))
                .isEqualTo(URI.create("http://localhost:8181"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "site",
                "//site.example",
                "https://",
                "https://a b",
                "file:///etc/passwd",
                "https://localhost@evil.example",
                "https://site.example#x"
            })
    void whatIsNoAddressOfASiteIsRefused(String url) {
        assertThatThrownBy(() -> VenueUrl.check("siteUrl", url, List.of("localhost")))
                .isInstanceOf(InvalidVenueException.class)
                .hasMessageContaining("siteUrl must be a full address");
    }

    @Test
    void originHoldsThePortThatTheSchemeImplies() {
        assertThat(VenueUrl.origin(URI.create("https://site.example/a"))).isEqualTo("https://site.example:443");
        assertThat(VenueUrl.origin(URI.create("https://site.example:8443/b"))).isEqualTo("https://site.example:8443");
        assertThat(VenueUrl.origin(URI.create("http://site.example"))).isEqualTo("http://site.example:80");
    }
}
