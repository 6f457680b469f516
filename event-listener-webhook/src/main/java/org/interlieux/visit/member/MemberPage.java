package org.interlieux.visit.member;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.LocaleUtil;

/** A page in the realm's login theme, outside a login. It holds personal data: nobody keeps it. */
public record MemberPage(KeycloakSession session, Optional<LoggedIn> reader) {

    /** For whoever the request comes from, in the language that it may ask for with {@code kc_locale}. */
    public static MemberPage of(KeycloakSession session) {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
        return new MemberPage(session, LoggedIn.of(session));
    }

    public Locale language() {
        return session.getContext().resolveLocale(user());
    }

    /**
     * Makes it.
     *
     * @param name what the template calls its view
     */
    public Response show(Response.Status status, String template, String name, Object view) {
        LoginFormsProvider form = session.getProvider(LoginFormsProvider.class)
                .setStatus(status)
                .setResponseHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .setAttribute(name, view);
        reader.ifPresent(login -> form.setUser(login.user()));
        return form.createForm(template);
    }

    @SuppressWarnings("NullAway") // Keycloak takes null for somebody unknown
    private UserModel user() {
        return reader.map(LoggedIn::user).orElse(null);
    }
}
