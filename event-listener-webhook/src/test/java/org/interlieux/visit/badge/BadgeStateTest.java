package org.interlieux.visit.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.interlieux.visit.ledger.ExitReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the badge page has to say, there are words for it. */
class BadgeStateTest {
    @ParameterizedTest
    @EnumSource(BadgeState.class)
    void everyStateHasItsTitle(BadgeState state) throws IOException {
        assertThat(texts()).containsKey("interlieux.badge." + state.word() + ".title");
    }

    @ParameterizedTest
    @EnumSource(ExitReason.class)
    void everyEndOfAVisitIsExplained(ExitReason reason) throws IOException {
        assertThat(texts()).containsKey("interlieux.exit." + reason.word());
    }

    /** Else an address would make the page say that a visit has ended. */
    @ParameterizedTest
    @EnumSource(
            value = BadgeState.class,
            names = {"DECLINED", "FAILED", "UNSEEN", "OVER"},
            mode = EnumSource.Mode.EXCLUDE)
    void addressCannotMakeThePageSayMoreThanHowALoginEnded(BadgeState state) {
        assertThat(BadgeState.afterLogin(state.word())).isEmpty();
    }

    private static Properties texts() throws IOException {
        String file = "/theme-resources/messages/messages_en.properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(BadgeStateTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
