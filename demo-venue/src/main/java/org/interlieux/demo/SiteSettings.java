package org.interlieux.demo;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one site is. Without members and without an OAuth client it is a plain relying service with a door page.
 *
 * @param alias the venue's public id in the federation; it also names the session cookie
 * @param port 0 means any free port
 * @param baseUrl how browsers and Keycloak reach the site; null means {@code http://localhost:<port>}
 * @param color {@code #rrggbb}
 * @param appInstalled whether the site has the {@code federated_venue} app
 * @param language {@code fr} or {@code en}: of the site's error texts, and of its pages when the browser asks for neither
 * @param apiKey {@code key:secret}, as sent in {@code Authorization: token key:secret}
 * @param webhookKey {@code whsec_...}
 */
public record SiteSettings(
        @Required String name,
        @Required String alias,
        @Required String bindAddress,
        int port,
        @Nullable String baseUrl,
        @Required String color,
        boolean appInstalled,
        @Required String language,
        @Required List<Member> members,
        @Nullable OAuthClient oauthClient,
        @Nullable String apiKey,
        @Nullable Federation federation,
        @Nullable String webhookKey) {

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private static final Pattern BASE_URL = Pattern.compile("https?://[^/?#]+");

    public SiteSettings {
        require(!name.isBlank(), "name: must not be empty");
        require(ALIAS.matcher(alias).matches(), "alias: letters, digits, - and _ only");
        require(port >= 0 && port <= 65535, "port: 0 to 65535");
        require(COLOR.matcher(color).matches(), "color: must look like #2f6f6b");
        require(language.equals("fr") || language.equals("en"), "language: must be fr or en");
        require(webhookKey == null || webhookKey.startsWith("whsec_"), "webhookKey: must begin with whsec_");
        require(baseUrl == null || BASE_URL.matcher(baseUrl).matches(), "baseUrl: like http://localhost:8081, no path");
        members = List.copyOf(members);
        require(members.stream().map(Member::email).distinct().count() == members.size(), "members: one per e-mail");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("Site settings: " + message);
        }
    }

    @Override
    public String toString() {
        return "SiteSettings[" + alias + "]";
    }
}
