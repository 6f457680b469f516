package org.interlieux.demo.federation;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Optional;
import org.interlieux.demo.Federation;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.site.Urls;
import org.interlieux.demo.site.VisitorSession;

/** Leaving: ends the session here, then the one at Keycloak. */
public final class FederationLogout implements Handler {
    private final Site site;

    public FederationLogout(Site site) {
        this.site = site;
    }

    @Override
    public void handle(Context request) {
        VisitorSession visitor = VisitorSession.of(request);
        Optional<FederationSession> session = visitor.get(FederationSession.KEY, FederationSession.class);
        visitor.end();
        Optional<Federation> federation = site.federation();
        if (session.isEmpty() || federation.isEmpty()) {
            request.redirect("/");
            return;
        }
        request.redirect(Urls.with(
                new KeycloakEndpoints(federation.get().issuer()).endSession(),
                Map.of(
                        "id_token_hint", session.get().idToken(),
                        "client_id", federation.get().clientId(),
                        "post_logout_redirect_uri", site.url() + "/federation/logged-out")));
    }
}
