package org.interlieux.demo.site;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every request passes first. */
public final class Guards {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String DOWN = "<!doctype html><title>503</title><h1>Service unavailable</h1>";

    private final Site site;

    public Guards(Site site) {
        this.site = site;
    }

    /** A site that is down answers like the proxy in front of it. */
    public void refuseWhenDown(Context request) {
        if (site.control().down() && !request.path().equals("/control")) {
            request.status(503).html(DOWN).skipRemainingHandlers();
        }
    }

    public void addHeaders(Context request) {
        request.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                // Not no-referrer: with it, browsers send "Origin: null" with our own forms.
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }

    /** No page of another site may press our buttons. Programs send no Origin. */
    public void refuseForeignOrigin(Context request) {
        String origin = request.header("Origin");
        if (request.method().equals(HandlerType.POST) && origin != null && !isOwn(origin, request.host())) {
            throw new ForbiddenResponse("This request comes from another site");
        }
    }

    /** Against host names that are pointed at this machine: what is open here is open to this machine only. */
    public void refuseForeignHost(Context request) {
        String host = hostOf("http://" + request.host());
        if (host == null || !(LOOPBACK.contains(host) || host.equals(site.url().getHost()))) {
            throw new ForbiddenResponse("Only for this site's own host name");
        }
    }

    private boolean isOwn(String origin, @Nullable String requestHost) {
        URI own = site.url();
        String host = hostOf(origin);
        return origin.equals(own.getScheme() + "://" + own.getAuthority())
                || (host != null && LOOPBACK.contains(host) && origin.equals("http://" + requestHost));
    }

    private static @Nullable String hostOf(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
