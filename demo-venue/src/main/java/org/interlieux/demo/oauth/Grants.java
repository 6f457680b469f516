package org.interlieux.demo.oauth;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.interlieux.demo.site.Chance;
import org.jspecify.annotations.Nullable;

/** Codes and tokens that are out. In memory: a restart ends them. */
public final class Grants {
    static final Duration CODE_LIFE = Duration.ofMinutes(1);
    static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final Map<String, AuthorizationCode> codes = new ConcurrentHashMap<>();
    private final Map<String, MemberToken> byAccessToken = new ConcurrentHashMap<>();
    private final Map<String, MemberToken> byRefreshToken = new ConcurrentHashMap<>();
    private final Clock clock;

    public Grants(Clock clock) {
        this.clock = clock;
    }

    String issue(AuthorizationCode code) {
        codes.values().removeIf(old -> clock.instant().isAfter(old.expiresAt()));
        String value = Chance.token();
        codes.put(value, code);
        return value;
    }

    /** A code is gone after the first try, right or wrong. */
    Optional<AuthorizationCode> redeem(@Nullable String code) {
        return Optional.ofNullable(code == null ? null : codes.remove(code))
                .filter(found -> clock.instant().isBefore(found.expiresAt()));
    }

    MemberToken issue(String email, String clientId, String scope, @Nullable String nonce) {
        byAccessToken.values().removeIf(old -> clock.instant().isAfter(old.expiresAt()));
        MemberToken token = new MemberToken(
                email,
                clientId,
                scope,
                nonce,
                Chance.token(),
                Chance.token(),
                clock.instant().plus(TOKEN_LIFE));
        byAccessToken.put(token.accessToken(), token);
        byRefreshToken.put(token.refreshToken(), token);
        return token;
    }

    public Optional<MemberToken> find(@Nullable String accessToken) {
        return Optional.ofNullable(accessToken == null ? null : byAccessToken.get(accessToken))
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    /** A refresh token is used once; its access token ends with it. */
    Optional<MemberToken> takeForRefresh(@Nullable String refreshToken) {
        Optional<MemberToken> found =
                Optional.ofNullable(refreshToken == null ? null : byRefreshToken.remove(refreshToken));
        found.ifPresent(token -> byAccessToken.remove(token.accessToken()));
        return found;
    }

    void revoke(@Nullable String token) {
        find(token).or(() -> takeForRefresh(token)).ifPresent(found -> {
            byAccessToken.remove(found.accessToken());
            byRefreshToken.remove(found.refreshToken());
        });
    }
}
