package org.interlieux.demo;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import org.interlieux.demo.federation.FederationLogin;
import org.interlieux.demo.federation.FederationLogout;
import org.interlieux.demo.federation.SessionEndpoint;
import org.interlieux.demo.method.AccessMethod;
import org.interlieux.demo.method.Callers;
import org.interlieux.demo.method.FrappeException;
import org.interlieux.demo.method.MissingMethod;
import org.interlieux.demo.method.ReceiveVisitMethod;
import org.interlieux.demo.oauth.AuthorizeEndpoint;
import org.interlieux.demo.oauth.Grants;
import org.interlieux.demo.oauth.OAuthException;
import org.interlieux.demo.oauth.ProfileEndpoint;
import org.interlieux.demo.oauth.TokenEndpoint;
import org.interlieux.demo.oauth.TokenState;
import org.interlieux.demo.page.HomePage;
import org.interlieux.demo.page.LoginPage;
import org.interlieux.demo.page.Pages;
import org.interlieux.demo.site.ControlEndpoint;
import org.interlieux.demo.site.Guards;
import org.interlieux.demo.site.RecordsEndpoint;
import org.interlieux.demo.site.Site;

/** Every path of the site. */
final class Routes {
    private static final String METHOD = "/api/method/";
    private static final String OAUTH = METHOD + "frappe.integrations.oauth2.";

    private final Site site;

    Routes(Site site) {
        this.site = site;
    }

    void add(RoutesConfig routes) {
        Guards guards = new Guards(site);
        routes.before(guards::refuseWhenDown);
        routes.before(guards::addHeaders);
        routes.before(guards::refuseForeignOrigin);
        routes.before("/control", guards::refuseForeignHost);
        routes.before("/records.json", guards::refuseForeignHost);
        routes.post("/control", new ControlEndpoint(site));
        routes.get("/records.json", new RecordsEndpoint(site));

        Pages pages = new Pages(site);
        addPages(routes, pages);
        addFederation(routes, pages);
        addMethods(routes, new Grants(site.clock()));

        routes.exception(FrappeException.class, FrappeException::answer);
        routes.exception(OAuthException.class, OAuthException::answer);
        // The site was stopped while it was being slow.
        routes.exception(InterruptedException.class, (stopped, request) -> request.status(503));
    }

    private void addPages(RoutesConfig routes, Pages pages) {
        LoginPage login = new LoginPage(site, pages);
        routes.get("/", new HomePage(site, pages));
        routes.get("/site.css", pages::stylesheet);
        routes.get("/login", login::show);
        routes.post("/login", login::logIn);
        routes.post("/logout", login::logOut);
        routes.get(METHOD + "logout", whenProvider(login::logOutByMethod));
        routes.post(METHOD + "logout", whenProvider(login::logOutByMethod));
    }

    private void addFederation(RoutesConfig routes, Pages pages) {
        FederationLogin login = new FederationLogin(site, pages);
        routes.get("/federation/login", login::start);
        routes.get("/federation/callback", login::callback);
        routes.get("/federation/session.json", new SessionEndpoint());
        routes.post("/federation/logout", new FederationLogout(site));
        routes.get("/federation/logged-out", request -> pages.show(request, "logged-out", Map.of()));
    }

    private void addMethods(RoutesConfig routes, Grants grants) {
        Callers callers = new Callers(site, grants);
        TokenState tokens = new TokenState(site, grants);
        ProfileEndpoint profile = new ProfileEndpoint(site, callers);
        routes.get(OAUTH + "authorize", whenProvider(new AuthorizeEndpoint(site, grants)));
        routes.post(OAUTH + "get_token", whenProvider(new TokenEndpoint(site, grants)));
        routes.get(OAUTH + "openid_profile", whenProvider(profile));
        routes.post(OAUTH + "openid_profile", whenProvider(profile));
        routes.post(OAUTH + "revoke_token", whenProvider(tokens::revoke));
        routes.post(OAUTH + "introspect_token", whenProvider(tokens::introspect));

        MissingMethod missing = new MissingMethod(site, callers);
        routes.post(METHOD + AccessMethod.NAME, new AccessMethod(site, callers, missing));
        routes.post(METHOD + ReceiveVisitMethod.NAME, new ReceiveVisitMethod(site));
        routes.get(METHOD + "{method}", missing);
        routes.post(METHOD + "{method}", missing);
    }

    private Handler whenProvider(Handler handler) {
        return (Context request) -> {
            if (!site.isProvider()) {
                throw new NotFoundResponse();
            }
            handler.handle(request);
        };
    }
}
