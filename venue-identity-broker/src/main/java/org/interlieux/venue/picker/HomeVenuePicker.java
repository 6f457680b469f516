package org.interlieux.venue.picker;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueType;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The page where a member chooses their home venue. A hint from the service ({@code kc_idp_hint}) goes straight there; an address
 * ({@code login_hint}) only puts its venue first. Someone with an account of the realm itself goes on to the next alternative of the
 * flow.
 */
final class HomeVenuePicker extends IdentityProviderAuthenticator {
    private static final String VENUE = "venue";
    private static final String FORGET = "forget";
    private static final String ALL = "all";
    private static final String SEARCH = "q";
    private static final String FIRST = "first";
    private static final String REMEMBER = "remember";
    private static final String OWN_ACCOUNT = "own-account";

    private static final String HINT_FOLLOWED = "home-venue-picker-hint-followed";
    private static final String NOT_REMEMBERED = "home-venue-picker-not-remembered";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String hint = login.getClientNote("kc_idp_hint");
        // Once: a member who is sent back from there, or changes the language then, may choose for themselves.
        if (hint != null
                && login.getAuthNote(HINT_FOLLOWED) == null
                && context.getForwardedErrorMessage() == null
                && mayBeNamed(context, hint)) {
            login.setAuthNote(HINT_FOLLOWED, "true");
            goTo(context, hint);
        } else {
            show(context, VenueSearch.ALL, 0);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (form.containsKey(OWN_ACCOUNT)) {
            context.attempted();
            return;
        }
        keepConsent(context, form.containsKey(REMEMBER));
        if (form.containsKey(VENUE)) {
            choose(context, form.getFirst(VENUE), form.containsKey(REMEMBER));
        } else if (form.containsKey(FORGET)) {
            forget(context, form.getFirst(FORGET));
        } else if (form.containsKey(ALL)) {
            show(context, VenueSearch.ALL, 0);
        } else {
            show(context, VenueSearch.of(form.getFirst(SEARCH)), first(form.getFirst(FIRST)));
        }
    }

    private void choose(AuthenticationFlowContext context, String alias, boolean remember) {
        DeviceMemory memory = new DeviceMemory(context.getSession());
        RememberedVenues remembered = memory.read();
        if (new OfferedVenues(context.getSession()).byAlias(alias).isEmpty()) {
            show(context, VenueSearch.ALL, 0, remembered, form -> form.setError("interlieux.picker.notOffered"));
            return;
        }
        if (remember) {
            memory.write(remembered.with(alias));
        }
        goTo(context, alias);
    }

    /** Venues that are not offered any more go along: what is not shown could never be removed. */
    private static void forget(AuthenticationFlowContext context, String alias) {
        DeviceMemory memory = new DeviceMemory(context.getSession());
        List<Venue> shown = new OfferedVenues(context.getSession()).remembered(memory.read());
        RememberedVenues rest = RememberedVenues.of(shown).without(alias);
        memory.write(rest);
        show(context, VenueSearch.ALL, 0, rest, form -> form.setSuccess("interlieux.picker.forgotten"));
    }

    /** Without the address of {@code login_hint}, which Keycloak would put into the address of the next page. */
    private void goTo(AuthenticationFlowContext context, String alias) {
        redirect(context, alias, null);
    }

    /** A service may also name a hidden venue, or a provider of the realm that is no venue; but no place without members. */
    private static boolean mayBeNamed(AuthenticationFlowContext context, String alias) {
        IdentityProviderModel provider =
                context.getSession().identityProviders().getByAlias(alias);
        return provider != null
                && provider.isEnabled()
                && !Boolean.TRUE.equals(provider.isLinkOnly())
                && VenueType.of(provider).map(VenueType::isHome).orElse(true);
    }

    private static int first(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** The box stays as it was left while somebody searches, changes the language, or comes back from a venue. */
    private static void keepConsent(AuthenticationFlowContext context, boolean remember) {
        if (remember) {
            context.getAuthenticationSession().removeAuthNote(NOT_REMEMBERED);
        } else {
            context.getAuthenticationSession().setAuthNote(NOT_REMEMBERED, "true");
        }
    }

    private static void show(AuthenticationFlowContext context, VenueSearch search, int first) {
        RememberedVenues remembered = new DeviceMemory(context.getSession()).read();
        show(context, search, first, remembered, UnaryOperator.identity());
    }

    private static void show(
            AuthenticationFlowContext context,
            VenueSearch search,
            int first,
            RememberedVenues remembered,
            UnaryOperator<LoginFormsProvider> notice) {
        OfferedVenues offered = new OfferedVenues(context.getSession());
        AuthenticationSessionModel login = context.getAuthenticationSession();
        VenueSearch address = VenueSearch.of(login.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM));
        PickerPage page = new PickerPage(
                VenueCard.of(offered.ofAddress(address)),
                VenueCard.of(offered.remembered(remembered)),
                VenueResults.find(offered, search, first),
                login.getAuthNote(NOT_REMEMBERED) == null,
                PickerScript.of(context.getSession().getContext()));
        context.challenge(
                notice.apply(context.form()).setAttribute("picker", page).createForm("home-venue-picker.ftl"));
    }
}
