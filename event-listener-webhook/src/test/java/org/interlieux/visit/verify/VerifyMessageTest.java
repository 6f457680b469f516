package org.interlieux.visit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyMessageTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void asksAboutEachVisitAtItsLatestChange() {
        String json = VerifyMessage.of(
                        NOW,
                        Instant.parse("2026-11-18T02:00:00Z"),
                        Instant.parse("2026-11-19T02:00:00Z"),
                        List.of(new VisitLine("v-1", 2, NOW, false)))
                .json();

        assertThat(json)
                .isEqualTo("{\"type\":\"visit.verify\",\"timestamp\":\"2026-11-20T02:00:00.000Z\",\"data\":"
                        + "{\"from\":\"2026-11-18T02:00:00.000Z\",\"to\":\"2026-11-19T02:00:00.000Z\","
                        + "\"visits\":[{\"id\":\"v-1\",\"sequence\":2}]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"missing\": [\"a\", \"b\"]}",
                "{\"message\": {\"missing\": [\"a\", \"b\"]}}",
                "{\"missing\": [\"b\", \"a\", \"a\"], \"more\": 1}"
            })
    void missingVisitsAreReadFromEitherPlace(String answer) {
        assertThat(VerifyMessage.missing(answer)).contains(Set.of("a", "b"));
    }

    @Test
    void nothingMissingIsAnAnswerToo() {
        assertThat(VerifyMessage.missing("{\"missing\": []}")).contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "null",
                "[]",
                "{}",
                "{\"message\": \"ok\"}",
                "{\"missing\": true}",
                "{\"missing\": {\"a\": 1}}",
                "{\"message\": {\"missing\": null}}",
                "<html></html>"
            })
    void anythingElseMeansThatTheVenueDoesNotTakePart(String answer) {
        assertThat(VerifyMessage.missing(answer)).isEmpty();
    }
}
