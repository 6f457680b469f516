package org.interlieux.venue.picker;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.RealmsResource;

/** Where {@link RememberedVenues} are kept: a cookie of this realm in the member's browser, which no script can read. */
final class DeviceMemory {
    static final String COOKIE = "INTERLIEUX_VENUES";

    private static final Duration KEPT_FOR = Duration.ofDays(180);

    private final KeycloakContext context;

    DeviceMemory(KeycloakSession session) {
        this.context = session.getContext();
    }

    RememberedVenues read() {
        Cookie cookie = context.getHttpRequest().getHttpHeaders().getCookies().get(COOKIE);
        return cookie == null || cookie.getValue() == null
                ? RememberedVenues.NONE
                : RememberedVenues.parse(cookie.getValue());
    }

    /** From now on; nothing to remember leaves no cookie. */
    void write(RememberedVenues venues) {
        URI realm = RealmsResource.realmBaseUrl(context.getUri())
                .path("/")
                .build(context.getRealm().getName());
        context.getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(COOKIE)
                        .value(venues.text())
                        .path(realm.getRawPath())
                        .maxAge(venues.isEmpty() ? 0 : (int) KEPT_FOR.toSeconds())
                        .secure("https".equals(realm.getScheme()))
                        .httpOnly(true)
                        // A login begins on the service's site, so a strict cookie would never be sent.
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }
}
