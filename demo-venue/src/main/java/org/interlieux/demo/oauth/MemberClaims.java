package org.interlieux.demo.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.Member;
import org.interlieux.demo.site.Site;
import org.jspecify.annotations.Nullable;

/** What Frappe says about a member, in the id_token and in userinfo. */
final class MemberClaims {
    private MemberClaims() {}

    static Map<String, @Nullable Object> of(Site site, Member member) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("sub", site.subject(member));
        claims.put("iss", site.url().toString());
        claims.put("name", member.name());
        claims.put("given_name", member.givenName());
        claims.put("family_name", member.familyName());
        claims.put("email", member.email());
        claims.put("picture", null);
        claims.put("roles", List.of("Customer", "All", "Guest"));
        return claims;
    }
}
