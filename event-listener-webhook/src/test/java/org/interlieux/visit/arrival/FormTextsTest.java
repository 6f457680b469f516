package org.interlieux.visit.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What admins read in the form of the required action is there, in both languages, and nothing is left over. */
class FormTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void formHasItsTextsAndNoOthers(String language) throws IOException {
        Properties texts = texts(language);
        List<String> keys = new VenueArrivalFactory()
                .getConfigMetadata().stream()
                        .flatMap(property -> Stream.of(property.getLabel(), property.getHelpText()))
                        .toList();

        assertThat(texts.stringPropertyNames())
                .filteredOn(key -> key.startsWith("interlieux.federation."))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(keys)
                .allSatisfy(key -> assertThat(texts.getProperty(key)).isNotBlank());
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(texts("fr").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts("en").stringPropertyNames());
    }

    /** They are formatted: a straight apostrophe would swallow what follows it. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void apostrophesAreTypographic(String language) throws IOException {
        assertThat(texts(language)).allSatisfy((key, text) -> assertThat(text.toString())
                .as(key.toString())
                .isNotBlank()
                .doesNotContain("'"));
    }

    private static Properties texts(String language) throws IOException {
        String file = "/theme-resources/messages/messages_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(FormTextsTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
