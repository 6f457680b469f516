package org.interlieux.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words that decide, one by one; whole answers of whole sites are in {@link VenueAnswerTableTest}. */
class FrappeAbsenceTest {
    private static final String METHOD = "federated_venue.api.user_access_to_federation";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void appThatIsNotInstalledIsAbsentInEveryLanguage() {
        assertThat(said("App federated_venue is not installed", "Failed to get method " + METHOD + " with App …"))
                .isTrue();
        assertThat(said(
                        "L'application federated_venue n'est pas installée",
                        "Échec de l'obtention de la méthode pour la commande " + METHOD + " avec …"))
                .isTrue();
        assertThat(said("App federated_venue ist nicht installiert", "Methode " + METHOD + " nicht gefunden"))
                .isTrue();
    }

    @Test
    void missingModuleOrFunctionIsAbsent() {
        assertThat(said("Failed to get method for command " + METHOD + " with No module named 'federated_venue'"))
                .isTrue();
        assertThat(said("Échec … " + METHOD
                        + " avec module 'federated_venue.api' has no attribute 'user_access_to_federation'"))
                .isTrue();
    }

    @Test
    void businessErrorOfAnInstalledAppIsNotAnAbsence() {
        assertThat(said("Vous n'avez plus de crédits")).isFalse();
        assertThat(said("federated_venue: no credits", "try later")).isFalse();
        assertThat(said(METHOD + " failed")).isFalse();
    }

    @Test
    void olderSitesThatOnlySayInvalidMethodAreNotClearEnough() {
        assertThat(said("Invalid Method")).isFalse();
    }

    @Test
    void proxysOwn417AndOtherStatusesAreNotAnAbsence() {
        assertThat(FrappeAbsence.isSaid(417, "<html>Expectation Failed</html>", METHOD))
                .isFalse();
        assertThat(FrappeAbsence.isSaid(417, "", METHOD)).isFalse();
        assertThat(FrappeAbsence.isSaid(404, body("App federated_venue is not installed", METHOD), METHOD))
                .isFalse();
        assertThat(FrappeAbsence.isSaid(417, "{\"_server_messages\": \"no list\"}", METHOD))
                .isFalse();
    }

    private static boolean said(String... messages) {
        return FrappeAbsence.isSaid(417, body(messages), METHOD);
    }

    private static String body(String... messages) {
        List<String> inner = Arrays.stream(messages)
                .map(text -> json(Map.of("message", text)))
                .toList();
        return json(Map.of("exc_type", "ValidationError", "_server_messages", json(inner)));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
