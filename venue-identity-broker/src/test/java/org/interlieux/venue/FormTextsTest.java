package org.interlieux.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interlieux.venue.settings.VenueProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderConfigProperty;

/** What admins read in the forms of this module is there, in both languages, and nothing is left over. */
class FormTextsTest {
    private static final String OURS = "interlieux.";

    /** What the mapper's form says when it is not saved. */
    private static final Set<String> REFUSALS = Set.of(
            "interlieux.mapper.venue.unknown", "interlieux.mapper.emailClaim.wrong", "interlieux.mapper.clientOnly");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everySettingHasLabelAndHelpText(String language) throws IOException {
        Properties texts = texts(language);

        assertThat(keysOfForms()).isNotEmpty().allSatisfy(key -> assertThat(texts.getProperty(key))
                .as("%s in %s", key, language)
                .isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void noTextIsLeftOver(String language) throws IOException {
        Set<String> used = keysOfForms();
        used.addAll(REFUSALS);

        assertThat(texts(language).stringPropertyNames())
                .filteredOn(key -> key.startsWith("interlieux.venue.") || key.startsWith("interlieux.mapper."))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(texts("fr").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts("en").stringPropertyNames());
    }

    /** Keycloak formats some of them: a straight apostrophe would swallow what follows it. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void apostrophesAreTypographic(String language) throws IOException {
        assertThat(texts(language)).allSatisfy((key, text) -> assertThat(text.toString())
                .as(key.toString())
                .isNotBlank()
                .doesNotContain("'"));
    }

    private static Set<String> keysOfForms() {
        Stream<ProviderConfigProperty> venues =
                Arrays.stream(VenueType.values()).flatMap(type -> VenueProperties.of(type).stream());
        return Stream.concat(venues, new VenueVisitMapper().getConfigProperties().stream())
                .filter(property -> String.valueOf(property.getLabel()).startsWith(OURS))
                .flatMap(property -> Stream.of(property.getLabel(), property.getHelpText()))
                .collect(Collectors.toCollection(TreeSet::new));
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
