package org.interlieux.it.openid;

import java.util.Arrays;
import java.util.Optional;

/** What an OpenID provider offers. */
public enum Endpoint {
    DISCOVERY("/.well-known/openid-configuration"),
    AUTHORIZE("/authorize"),
    TOKEN("/token"),
    USERINFO("/userinfo"),
    JWKS("/jwks"),
    END_SESSION("/logout");

    private final String path;

    Endpoint(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    static Optional<Endpoint> at(String path) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.path.equals(path))
                .findFirst();
    }
}
