package org.interlieux.it.visitor;

import org.htmlunit.CookieManager;
import org.htmlunit.http.Cookie;

/** Sends {@code Secure} cookies back over plain HTTP, as browsers do for loopback addresses. */
final class LoopbackCookies extends CookieManager {
    @Override
    public synchronized void addCookie(Cookie cookie) {
        super.addCookie(new Cookie(
                cookie.getDomain(),
                cookie.getName(),
                cookie.getValue(),
                cookie.getPath(),
                cookie.getExpires(),
                false,
                cookie.isHttpOnly(),
                cookie.getSameSite()));
    }
}
