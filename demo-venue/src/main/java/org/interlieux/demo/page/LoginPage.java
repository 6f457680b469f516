package org.interlieux.demo.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import org.interlieux.demo.Member;
import org.interlieux.demo.site.Digests;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.site.Urls;
import org.interlieux.demo.site.VisitorSession;
import org.jspecify.annotations.Nullable;

/** The site's own login, with e-mail and password. */
public final class LoginPage {
    private final Site site;
    private final Pages pages;

    public LoginPage(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    public void show(Context request) {
        requireProvider();
        show(request, false, inside(request.queryParam("redirect-to")));
    }

    public void logIn(Context request) {
        requireProvider();
        String next = inside(request.queryParam("redirect-to"));
        Optional<Member> member = site.memberByEmail(request.formParam("email"))
                .filter(known -> Digests.same(known.password(), request.formParam("password")));
        if (member.isEmpty()) {
            show(request.status(401), true, next);
            return;
        }
        VisitorSession.of(request).logIn(member.get());
        request.redirect(next);
    }

    public void logOut(Context request) {
        VisitorSession.of(request).end();
        request.redirect("/");
    }

    /** {@code /api/method/logout}: ends the cookie session here and nothing else. */
    public void logOutByMethod(Context request) {
        VisitorSession.of(request).end();
        request.json(Map.of());
    }

    private void requireProvider() {
        if (!site.isProvider()) {
            throw new NotFoundResponse();
        }
    }

    private void show(Context request, boolean wrong, String next) {
        pages.show(
                request, "login", Map.of("wrong", wrong, "action", Urls.with("/login", Map.of("redirect-to", next))));
    }

    /** Only pages of this site: a browser reads {@code //} and {@code /\} as another host. */
    private static String inside(@Nullable String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return "/";
        }
        return path.chars().anyMatch(character -> character == '\\' || character < ' ') ? "/" : path;
    }
}
