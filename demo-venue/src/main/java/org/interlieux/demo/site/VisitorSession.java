package org.interlieux.demo.site;

import io.javalin.http.Context;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie.SameSite;
import org.interlieux.demo.Member;

/** A visitor's cookie session. In memory: a restart logs everyone out. */
public final class VisitorSession {
    private static final String MEMBER = "member";

    private final Context request;

    private VisitorSession(Context request) {
        this.request = request;
    }

    public static VisitorSession of(Context request) {
        return new VisitorSession(request);
    }

    /** Cookies do not know ports: sites on one host need cookies of different names. */
    public static SessionHandler handler(Site site) {
        SessionHandler handler = new SessionHandler();
        handler.setSameSite(SameSite.LAX);
        SessionCookieConfig cookie = handler.getSessionCookieConfig();
        cookie.setName("sid-" + site.settings().alias());
        cookie.setHttpOnly(true);
        String baseUrl = site.settings().baseUrl();
        cookie.setSecure(baseUrl != null && baseUrl.startsWith("https:"));
        return handler;
    }

    public void logIn(Member member) {
        renew();
        put(MEMBER, member.email());
    }

    public Optional<String> memberEmail() {
        return get(MEMBER, String.class);
    }

    /** A new id for the session, so that one known before a login is worth nothing after it. */
    public void renew() {
        request.req().getSession(true);
        request.req().changeSessionId();
    }

    public void put(String name, Object value) {
        request.req().getSession(true).setAttribute(name, value);
    }

    public <T> Optional<T> get(String name, Class<T> type) {
        HttpSession session = request.req().getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable(type.cast(session.getAttribute(name)));
    }

    public <T> Optional<T> take(String name, Class<T> type) {
        Optional<T> value = get(name, type);
        value.ifPresent(present -> request.req().getSession(true).removeAttribute(name));
        return value;
    }

    public void end() {
        HttpSession session = request.req().getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
