package org.interlieux.demo.federation;

/** Where a realm's OpenID Connect endpoints are: a Dokos admin types them in, no discovery. */
record KeycloakEndpoints(String issuer) {
    String authorization() {
        return issuer + "/protocol/openid-connect/auth";
    }

    String token() {
        return issuer + "/protocol/openid-connect/token";
    }

    String userInfo() {
        return issuer + "/protocol/openid-connect/userinfo";
    }

    String endSession() {
        return issuer + "/protocol/openid-connect/logout";
    }
}
