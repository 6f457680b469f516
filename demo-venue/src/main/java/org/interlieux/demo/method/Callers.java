package org.interlieux.demo.method;

import io.javalin.http.Context;
import java.util.Locale;
import org.interlieux.demo.AccessQuestion.Authentication;
import org.interlieux.demo.oauth.Grants;
import org.interlieux.demo.oauth.MemberToken;
import org.interlieux.demo.site.Digests;
import org.interlieux.demo.site.Site;

/** Reads the {@code Authorization} header as Frappe 15 does: what it cannot use is an error, not a guest. */
public final class Callers {
    private final Site site;
    private final Grants grants;

    public Callers(Site site, Grants grants) {
        this.site = site;
        this.grants = grants;
    }

    public Caller of(Context request) {
        String header = request.header("Authorization");
        if (header == null || header.isBlank()) {
            return Caller.of(Authentication.NONE);
        }
        String[] words = header.strip().split(" +", 2);
        String credentials = words.length == 2 ? words[1] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "bearer" ->
                grants.find(credentials)
                        .map(MemberToken::email)
                        .flatMap(site::memberByEmail)
                        .map(Caller::member)
                        .orElseGet(() -> Caller.of(Authentication.REFUSED));
            case "token" ->
                Caller.of(
                        Digests.same(site.settings().apiKey(), credentials)
                                ? Authentication.API_KEY
                                : Authentication.REFUSED);
            default -> Caller.of(Authentication.REFUSED);
        };
    }
}
