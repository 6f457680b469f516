package org.interlieux.venue.picker;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenuePage;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.Venues;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator;
import org.keycloak.models.IdentityProviderModel;

/**
 * The page where a member chooses their home venue. A hint from the service ({@code kc_idp_hint}) goes straight there.
 * Someone with an account of the realm itself goes on to the next alternative of the flow.
 */
final class HomeVenuePicker extends IdentityProviderAuthenticator {
    private static final int PAGE_SIZE = 25;
    private static final String VENUE = "venue";
    private static final String SEARCH = "q";
    private static final String FIRST = "first";
    private static final String OWN_ACCOUNT = "own-account";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        String hint = context.getAuthenticationSession().getClientNote("kc_idp_hint");
        if (hint != null && context.getForwardedErrorMessage() == null && mayBeNamed(context, hint)) {
            redirect(context, hint);
            return;
        }
        show(context, "", 0);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String venue = form.getFirst(VENUE);
        if (form.containsKey(OWN_ACCOUNT)) {
            context.attempted();
        } else if (venue != null && isOffered(context, venue)) {
            redirect(context, venue);
        } else {
            String search = Optional.ofNullable(form.getFirst(SEARCH)).orElse("");
            show(context, search.length() > 100 ? search.substring(0, 100) : search, first(form.getFirst(FIRST)));
        }
    }

    /** What the page offers can be chosen, and nothing else. */
    private static boolean isOffered(AuthenticationFlowContext context, String alias) {
        return new Venues(context.getSession())
                .byAlias(alias)
                .filter(Venue::isOffered)
                .isPresent();
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

    private void show(AuthenticationFlowContext context, String search, int first) {
        VenuePage found = new Venues(context.getSession()).forLogin(search, first, PAGE_SIZE);
        PickerPage page = PickerPage.of(found, search, first, PAGE_SIZE);
        Response response = context.form().setAttribute("picker", page).createForm("home-venue-picker.ftl");
        context.challenge(response);
    }
}
