package org.interlieux.visit.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.services.ErrorResponseException;

/** Nobody is known: no token, or one that is not good (any more). RFC 6750, section 3. */
final class Unauthorized extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    Unauthorized(String description) {
        super("invalid_token", description, Response.Status.UNAUTHORIZED);
    }

    @Override
    public Response getResponse() {
        return Response.fromResponse(super.getResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .build();
    }
}
