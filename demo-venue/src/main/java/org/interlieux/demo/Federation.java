package org.interlieux.demo;

/**
 * This site as an OpenID client of the federation: its badge client.
 *
 * @param issuer the realm's URL, for example {@code http://localhost:8080/realms/federation}
 */
public record Federation(
        @Required String issuer,
        @Required String clientId,
        @Required String clientSecret) {
    @Override
    public String toString() {
        return "Federation[" + issuer + ", " + clientId + "]";
    }
}
