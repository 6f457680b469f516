package org.interlieux.demo.oauth;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member's bearer token and the refresh token that was issued with it. */
public record MemberToken(
        String email,
        String clientId,
        String scope,
        @Nullable String nonce,
        String accessToken,
        String refreshToken,
        Instant expiresAt) {

    boolean isForOpenId() {
        return List.of(scope.split(" ")).contains("openid");
    }

    @Override
    public String toString() {
        return "MemberToken[" + email + "]";
    }
}
