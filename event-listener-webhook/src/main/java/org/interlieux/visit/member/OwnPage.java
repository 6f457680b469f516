package org.interlieux.visit.member;

import jakarta.ws.rs.core.HttpHeaders;

/** Tells requests of our own pages, and those that a person typed, from those that another site's page makes. */
public final class OwnPage {
    private OwnPage() {}

    /**
     * What browsers say of where a request comes from (Fetch Metadata Request Headers, section 2.3); one that says nothing
     * is let through.
     */
    public static boolean sent(HttpHeaders headers) {
        String site = headers.getHeaderString("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none");
    }
}
