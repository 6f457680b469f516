package org.interlieux.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A site for one test, on a free port. */
final class TestSite {
    static final String REDIRECT_URI = "http://localhost:8080/realms/federation/broker/atelier/endpoint";
    static final String API_KEY = "key:secret";
    static final String WEBHOOK_KEY = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    static final Member ADA = new Member("ada@atelier.example", "Ada", "Lovelace", "ada-password", true);
    static final Member BOB = new Member("bob@atelier.example", "Bob", "O'Hara", "bob-password", false);
    static final OAuthClient KEYCLOAK = new OAuthClient("keycloak", "ten-chars!", REDIRECT_URI);

    private TestSite() {}

    static DemoVenue start(Path folder) {
        return DemoVenue.start(settings(true, "en", null), folder.resolve("store.json"));
    }

    static DemoVenue start(Path folder, Clock clock) {
        return DemoVenue.start(settings(true, "en", null), folder.resolve("store.json"), clock);
    }

    static SiteSettings settings(boolean appInstalled, String language, @Nullable Federation federation) {
        return new SiteSettings(
                "L'Atelier",
                "atelier",
                "127.0.0.1",
                0,
                null,
                "#2f6f6b",
                appInstalled,
                language,
                List.of(ADA, BOB),
                KEYCLOAK,
                API_KEY,
                federation,
                WEBHOOK_KEY);
    }

    /** A plain relying service. */
    static SiteSettings library(@Nullable Federation federation) {
        return new SiteSettings(
                "Library",
                "library",
                "127.0.0.1",
                0,
                null,
                "#804000",
                false,
                "en",
                List.of(),
                null,
                null,
                federation,
                null);
    }
}
