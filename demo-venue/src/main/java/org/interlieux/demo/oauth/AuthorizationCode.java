package org.interlieux.demo.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a code stands for. */
record AuthorizationCode(
        String email,
        String clientId,
        String redirectUri,
        String scope,
        @Nullable String nonce,
        @Nullable String codeChallenge,
        Instant expiresAt) {}
