package org.interlieux.visit.member;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Whom the browser's login cookie names.
 *
 * @param formToken what only pages for this login hold; empty when the login has none
 */
public record LoggedIn(UserModel user, String formToken) {
    /** The form field for it; Keycloak's own pages call it so. */
    public static final String FORM_TOKEN = "stateChecker";

    /** Where Keycloak leaves the token of the cookie that it has read. */
    private static final String COOKIE_TOKEN = "state_checker";

    /** Empty without a cookie, and with one whose login has run out. */
    public static Optional<LoggedIn> of(KeycloakSession session) {
        AuthResult login = new AppAuthManager()
                .authenticateIdentityCookie(session, session.getContext().getRealm());
        if (login == null) {
            return Optional.empty();
        }
        String token = session.getAttribute(COOKIE_TOKEN, String.class);
        return Optional.of(new LoggedIn(login.user(), token == null ? "" : token));
    }

    /** Whether this form comes from a page that was made for this login: another site knows no token of it. */
    public boolean sent(HttpRequest form) {
        String token = form.getDecodedFormParameters().getFirst(FORM_TOKEN);
        return OwnPage.sent(form.getHttpHeaders()) && isMine(token);
    }

    private boolean isMine(@Nullable String token) {
        return token != null
                && !formToken.isEmpty()
                && MessageDigest.isEqual(
                        formToken.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
