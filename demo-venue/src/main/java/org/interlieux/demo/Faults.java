package org.interlieux.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is wrong with the site at one moment; by default nothing. */
public final class Faults {
    UnaryOperator<Map<String, @Nullable Object>> idToken = UnaryOperator.identity();
    UnaryOperator<Map<String, @Nullable Object>> userInfo = UnaryOperator.identity();

    @Nullable String idTokenSecret;

    @Nullable UnaryOperator<String> idTokenForger;

    @Nullable CannedAnswer accessAnswer;

    Duration accessDelay = Duration.ZERO;
    Duration accessPace = Duration.ZERO;
    OptionalInt webhookStatus = OptionalInt.empty();

    Faults() {}

    Faults copy() {
        Faults copy = new Faults();
        copy.idToken = idToken;
        copy.userInfo = userInfo;
        copy.idTokenSecret = idTokenSecret;
        copy.idTokenForger = idTokenForger;
        copy.accessAnswer = accessAnswer;
        copy.accessDelay = accessDelay;
        copy.accessPace = accessPace;
        copy.webhookStatus = webhookStatus;
        return copy;
    }

    public Map<String, @Nullable Object> idToken(Map<String, @Nullable Object> claims) {
        return idToken.apply(claims);
    }

    public Map<String, @Nullable Object> userInfo(Map<String, @Nullable Object> claims) {
        return userInfo.apply(claims);
    }

    public String idTokenSecret(String normally) {
        return idTokenSecret == null ? normally : idTokenSecret;
    }

    public Optional<UnaryOperator<String>> idTokenForger() {
        return Optional.ofNullable(idTokenForger);
    }

    public Optional<CannedAnswer> accessAnswer() {
        return Optional.ofNullable(accessAnswer);
    }

    public Duration accessDelay() {
        return accessDelay;
    }

    public Duration accessPace() {
        return accessPace;
    }

    public OptionalInt webhookStatus() {
        return webhookStatus;
    }
}
