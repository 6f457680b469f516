package org.interlieux.demo.federation;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interlieux.demo.Federation;
import org.interlieux.demo.page.Pages;
import org.interlieux.demo.site.Chance;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.site.Urls;
import org.interlieux.demo.site.VisitorSession;
import org.jspecify.annotations.Nullable;

/** Entering with the federation's account: to Keycloak and back. */
public final class FederationLogin {
    private static final List<String> PASSED_ON = List.of("prompt", "kc_idp_hint", "login_hint", "ui_locales");

    private final Site site;
    private final Pages pages;
    private final KeycloakClient keycloak = new KeycloakClient();

    public FederationLogin(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    public void start(Context request) {
        Federation federation = site.federation().orElseThrow(NotFoundResponse::new);
        String state = Chance.token();
        VisitorSession.of(request).put(sessionKey(state), true);
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", federation.clientId());
        parameters.put("redirect_uri", redirectUri());
        parameters.put("scope", "openid");
        parameters.put("state", state);
        PASSED_ON.forEach(name -> parameters.put(name, request.queryParam(name)));
        request.redirect(Urls.with(new KeycloakEndpoints(federation.issuer()).authorization(), parameters));
    }

    public void callback(Context request) {
        Federation federation = site.federation().orElseThrow(NotFoundResponse::new);
        VisitorSession visitor = VisitorSession.of(request);
        if (visitor.take(sessionKey(request.queryParam("state")), Boolean.class).isEmpty()) {
            request.status(400);
            showError(request, "unknown_state");
            return;
        }
        String code = request.queryParam("code");
        if (code == null) {
            showError(request, Optional.ofNullable(request.queryParam("error")).orElse("no_code"));
            return;
        }
        try {
            enter(visitor, keycloak.logIn(federation, code, redirectUri()));
            request.redirect("/");
        } catch (FederationException e) {
            showError(request, e.code());
        }
    }

    /** The site's own user is whoever has that e-mail here, verified or not: the weakness of the real one. */
    private void enter(VisitorSession visitor, FederationSession session) {
        site.memberByEmail(session.userInfo().path("email").textValue())
                .ifPresentOrElse(visitor::logIn, visitor::renew);
        visitor.put(FederationSession.KEY, session);
    }

    private void showError(Context request, String code) {
        pages.show(request, "federation-error", Map.of("code", code));
    }

    private String redirectUri() {
        return site.url() + "/federation/callback";
    }

    private static String sessionKey(@Nullable String state) {
        return "federation state " + state;
    }
}
