package org.interlieux.demo.method;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.frappe.FrappeError;

/** A request that ends in an error of the site. */
public final class FrappeException extends RuntimeException {
    private final int status;
    private final transient FrappeError error;

    FrappeException(int status, FrappeError error) {
        super(error.type());
        this.status = status;
        this.error = error;
    }

    public static FrappeException badToken() {
        return new FrappeException(401, new FrappeError("AuthenticationError", List.of()));
    }

    public static FrappeException notPermitted() {
        return new FrappeException(403, new FrappeError("PermissionError", List.of()));
    }

    int status() {
        return status;
    }

    public static void answer(FrappeException e, Context request) {
        request.status(e.status).json(e.body());
    }

    Map<String, Object> body() {
        return error.body();
    }
}
