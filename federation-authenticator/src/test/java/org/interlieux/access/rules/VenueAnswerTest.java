package org.interlieux.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueAnswerTest {

    @Test
    void booleanInMessageIsAnAnswer() {
        assertThat(VenueAnswer.read("{\"message\": true}", true)).isInstanceOf(Granted.class);
        assertThat(VenueAnswer.read("{\"message\": false}", true)).isInstanceOf(Denied.class);
        assertThat(VenueAnswer.read("{\"message\": {\"allowed\": true}}", true)).isInstanceOf(Granted.class);
    }

    @Test
    void withoutWrapperTheSameIsAnAnswerWhereItIsAllowed() {
        assertThat(VenueAnswer.read("{\"allowed\": false}", false)).isInstanceOf(Denied.class);
        assertThat(VenueAnswer.read("true", false)).isInstanceOf(Granted.class);
        assertThat(VenueAnswer.read("true", true)).isInstanceOf(Unknown.class);
        assertThat(VenueAnswer.read("{\"allowed\": true}", true)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "<html/>",
                "{\"message\": \"true\"}",
                "{\"message\": 1}",
                "{\"message\": null}",
                "{\"message\": {\"allowed\": \"yes\"}}",
                "{\"message\": {}}",
                "{\"message\": true",
                "{\"message\": true} <!-- cached -->",
                "{\"message\": true}{\"message\": false}",
                "{\"message\": false, \"message\": true}",
                "{\"message\": {\"allowed\": false, \"allowed\": true}}",
                "yes"
            })
    void everythingElseIsUnknown(String body) {
        assertThat(VenueAnswer.read(body, true)).isInstanceOf(Unknown.class);
    }

    @Test
    void venueMaySayWhy() {
        assertThat(VenueAnswer.read("{\"message\": {\"allowed\": false, \"reason\": \"No credits\"}}", true)
                        .text())
                .isEqualTo("No credits");
        assertThat(VenueAnswer.read("{\"message\": {\"allowed\": false, \"reason\": 7}}", true)
                        .text())
                .isNull();
        assertThat(VenueAnswer.read("{\"message\": false}", true).text()).isNull();
    }
}
