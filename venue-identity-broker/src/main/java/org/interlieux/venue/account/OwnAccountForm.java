package org.interlieux.venue.account;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.model.AuthenticationSessionBean;
import org.keycloak.forms.login.freemarker.model.LoginBean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's username and password form, on the theme's own page, without the buttons of all identity providers: they are the venues,
 * and a page that loads ten thousand of them takes a second and megabytes.
 *
 * <p>Keycloak gives that page an attribute {@code social} that nobody can replace, so a template of ours hides it and includes the page.
 * What Keycloak adds for its own pages only is added here.
 */
final class OwnAccountForm extends UsernamePasswordForm {
    private static final String TEMPLATE = "own-account.ftl";

    private final KeycloakSession session;

    OwnAccountForm(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    protected Response challenge(AuthenticationFlowContext context, MultivaluedMap<String, String> shown) {
        return page(context.form(), shown);
    }

    /** After a refusal: shows what was sent. */
    @Override
    protected Response createLoginForm(LoginFormsProvider form) {
        return page(form, session.getContext().getHttpRequest().getDecodedFormParameters());
    }

    private Response page(LoginFormsProvider form, MultivaluedMap<String, String> shown) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return form.setAttribute("login", new LoginBean(shown))
                .setAttribute(
                        "authenticationSession",
                        new AuthenticationSessionBean(login.getParentSession().getId(), login.getTabId()))
                .createForm(TEMPLATE);
    }
}
