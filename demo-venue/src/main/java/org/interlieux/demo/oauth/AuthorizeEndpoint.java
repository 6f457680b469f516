package org.interlieux.demo.oauth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interlieux.demo.Member;
import org.interlieux.demo.OAuthClient;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.site.Urls;
import org.interlieux.demo.site.VisitorSession;
import org.jspecify.annotations.Nullable;

/** {@code frappe.integrations.oauth2.authorize}, for a client that the site trusts: no consent page. */
public final class AuthorizeEndpoint implements Handler {
    /** What a Frappe client may ask for by default. */
    private static final List<String> SCOPES = List.of("all", "openid");

    private final Site site;
    private final Grants grants;

    public AuthorizeEndpoint(Site site, Grants grants) {
        this.site = site;
        this.grants = grants;
    }

    @Override
    public void handle(Context request) {
        OAuthClient client = site.oauthClient()
                .filter(known -> known.clientId().equals(request.queryParam("client_id")))
                .orElseThrow(() -> new OAuthException("invalid_client_id", "Invalid client_id parameter value."));
        if (!client.redirectUri().equals(request.queryParam("redirect_uri"))) {
            throw new OAuthException("mismatching_redirect_uri", "Mismatching redirect URI.");
        }
        String scope = Optional.ofNullable(request.queryParam("scope")).orElse("all openid");
        String error = error(request, scope);
        if (error != null) {
            sendBack(request, client, "error", error);
            return;
        }
        VisitorSession.of(request)
                .memberEmail()
                .flatMap(site::memberByEmail)
                .ifPresentOrElse(
                        member -> sendBack(request, client, "code", code(request, client, member, scope)),
                        () -> askToLogIn(request));
    }

    private static @Nullable String error(Context request, String scope) {
        if (!"code".equals(request.queryParam("response_type"))) {
            return "unsupported_response_type";
        }
        if (!SCOPES.containsAll(List.of(scope.split(" ")))) {
            return "invalid_scope";
        }
        boolean badProof = request.queryParam("code_challenge") != null
                && !"S256".equals(request.queryParam("code_challenge_method"));
        return badProof ? "invalid_request" : null;
    }

    private String code(Context request, OAuthClient client, Member member, String scope) {
        return grants.issue(new AuthorizationCode(
                member.email(),
                client.clientId(),
                client.redirectUri(),
                scope,
                request.queryParam("nonce"),
                request.queryParam("code_challenge"),
                site.clock().instant().plus(Grants.CODE_LIFE)));
    }

    private static void sendBack(Context request, OAuthClient client, String name, String value) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(name, value);
        answer.put("state", request.queryParam("state"));
        request.redirect(Urls.with(client.redirectUri(), answer));
    }

    private static void askToLogIn(Context request) {
        String here = request.path() + "?" + request.queryString();
        request.redirect(Urls.with("/login", Map.of("redirect-to", here)));
    }
}
