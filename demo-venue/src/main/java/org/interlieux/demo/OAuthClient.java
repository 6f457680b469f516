package org.interlieux.demo;

/**
 * The one client of this site's OAuth provider: Keycloak.
 *
 * @param clientSecret may be as short as Frappe makes it (10 characters); it also signs the id_token
 * @param redirectUri the only redirect_uri accepted, compared character by character
 */
public record OAuthClient(
        @Required String clientId,
        @Required String clientSecret,
        @Required String redirectUri) {
    @Override
    public String toString() {
        return "OAuthClient[" + clientId + "]";
    }
}
