package org.interlieux.demo.oauth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.interlieux.demo.Member;
import org.interlieux.demo.method.Caller;
import org.interlieux.demo.method.Callers;
import org.interlieux.demo.method.FrappeException;
import org.interlieux.demo.site.Site;

/** {@code frappe.integrations.oauth2.openid_profile}: userinfo. */
public final class ProfileEndpoint implements Handler {
    private final Site site;
    private final Callers callers;

    public ProfileEndpoint(Site site, Callers callers) {
        this.site = site;
        this.callers = callers;
    }

    @Override
    public void handle(Context request) {
        Caller caller = callers.of(request);
        caller.refuseBadToken();
        Member member = caller.member().orElseThrow(FrappeException::notPermitted);
        request.json(site.faults().userInfo(MemberClaims.of(site, member)));
    }
}
