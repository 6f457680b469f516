package org.interlieux.demo.oauth;

import io.javalin.http.Context;
import java.util.Map;

/** An error of RFC 6749, section 5.2, as Frappe answers it: always status 400. */
public final class OAuthException extends RuntimeException {
    private final String error;

    OAuthException(String error, String description) {
        super(description);
        this.error = error;
    }

    public static void answer(OAuthException e, Context request) {
        request.status(400).json(Map.of("error", e.error, "error_description", String.valueOf(e.getMessage())));
    }
}
