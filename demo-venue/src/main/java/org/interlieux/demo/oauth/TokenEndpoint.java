package org.interlieux.demo.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interlieux.demo.OAuthClient;
import org.interlieux.demo.method.FrappeException;
import org.interlieux.demo.site.Digests;
import org.interlieux.demo.site.Site;

/** {@code frappe.integrations.oauth2.get_token}. */
public final class TokenEndpoint implements Handler {
    private final Site site;
    private final Grants grants;
    private final IdToken idToken;

    public TokenEndpoint(Site site, Grants grants) {
        this.site = site;
        this.grants = grants;
        this.idToken = new IdToken(site);
    }

    @Override
    public void handle(Context request) {
        // Frappe reads this header as a user's API key before it looks at anything else.
        if (request.header("Authorization") != null) {
            throw FrappeException.badToken();
        }
        OAuthClient client = site.oauthClient()
                .filter(known -> known.clientId().equals(request.formParam("client_id")))
                .filter(known -> Digests.same(known.clientSecret(), request.formParam("client_secret")))
                .orElseThrow(() -> new OAuthException("invalid_client", "Unknown client or wrong secret."));
        String grantType = String.valueOf(request.formParam("grant_type"));
        MemberToken token =
                switch (grantType) {
                    case "authorization_code" -> fromCode(request, client);
                    case "refresh_token" -> fromRefreshToken(request, client);
                    default -> throw new OAuthException("unsupported_grant_type", grantType);
                };
        request.json(answer(token, client));
    }

    private MemberToken fromCode(Context request, OAuthClient client) {
        AuthorizationCode code = grants.redeem(request.formParam("code"))
                .filter(known -> known.clientId().equals(client.clientId()))
                .filter(known -> known.redirectUri().equals(request.formParam("redirect_uri")))
                .filter(known -> provesItself(known, request))
                .orElseThrow(() -> new OAuthException("invalid_grant", "Invalid authorization code."));
        return grants.issue(code.email(), client.clientId(), code.scope(), code.nonce());
    }

    private static boolean provesItself(AuthorizationCode code, Context request) {
        if (code.codeChallenge() == null) {
            return true;
        }
        String verifier = request.formParam("code_verifier");
        return verifier != null
                && Digests.same(
                        code.codeChallenge(),
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(Digests.sha256(verifier.getBytes(US_ASCII))));
    }

    private MemberToken fromRefreshToken(Context request, OAuthClient client) {
        MemberToken old = grants.takeForRefresh(request.formParam("refresh_token"))
                .filter(known -> known.clientId().equals(client.clientId()))
                .orElseThrow(() -> new OAuthException("invalid_grant", "Invalid refresh token."));
        return grants.issue(old.email(), client.clientId(), old.scope(), old.nonce());
    }

    private Map<String, Object> answer(MemberToken token, OAuthClient client) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.accessToken());
        answer.put("expires_in", Grants.TOKEN_LIFE.toSeconds());
        answer.put("token_type", "Bearer");
        answer.put("scope", token.scope());
        answer.put("refresh_token", token.refreshToken());
        if (token.isForOpenId()) {
            answer.put("id_token", idToken.sign(token, client));
        }
        return answer;
    }
}
