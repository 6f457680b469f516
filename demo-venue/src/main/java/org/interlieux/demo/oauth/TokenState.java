package org.interlieux.demo.oauth;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interlieux.demo.site.Site;

/** {@code revoke_token} and {@code introspect_token}: Frappe lets anyone who holds the token call them. */
public final class TokenState {
    private final Site site;
    private final Grants grants;

    public TokenState(Site site, Grants grants) {
        this.site = site;
        this.grants = grants;
    }

    public void revoke(Context request) {
        grants.revoke(request.formParam("token"));
        request.json(Map.of());
    }

    public void introspect(Context request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        grants.find(request.formParam("token")).ifPresent(token -> {
            answer.put("client_id", token.clientId());
            answer.put("trusted_client", 1);
            answer.put("exp", token.expiresAt().getEpochSecond());
            answer.put("scope", token.scope());
            site.memberByEmail(token.email()).ifPresent(member -> answer.put("sub", site.subject(member)));
        });
        answer.put("active", answer.containsKey("client_id"));
        request.json(answer);
    }
}
