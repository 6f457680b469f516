package org.interlieux.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BadRequestException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.OwnKeycloak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.UserRepresentation;

/** An access rule in a jar of its own: the one that CONTRIBUTING shows, built from there. */
class OwnRuleIT {
    private static final String RULE = "verified-email";

    @RegisterExtension
    static final OwnKeycloak KEYCLOAK =
            new OwnKeycloak(options -> options.provider(GuideRule.read().jar()));

    @Test
    void ruleOfTheGuideDecidesUntilItsJarIsGone(KeycloakServer server) {
        Scene scene = Scene.set(server);
        try (scene;
                Guest ada = new Guest()) {
            assertThat(offeredRules(scene.federation())).contains(RULE, "ask-venue");
            scene.federation().change("atelier", Map.of("accessRule", RULE));
            assertThat(findings(scene.federation())).isEmpty();

            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA);

            assertDenied(scene, ada, "email-not-verified");
            assertThat(ada.visitor().text()).contains("Your address is not verified yet.");
            assertThat(lastCondition(scene.federation())).isEqualTo(RULE + " denied email-not-verified");

            verifyEmail(scene.federation());

            assertThat(lastCondition(scene.federation())).isEqualTo(RULE + " granted email-verified");
            ada.at(scene.fabrique()).choose("atelier");
            assertThat(ada.seesArrivalPage()).isTrue();
            ada.arrive();
            assertThat(ada.isInside(scene.fabrique())).isTrue();
            assertThat(scene.atelier().misbehaviour().accessQuestions()).isEmpty();
            ada.leave(scene.fabrique());

            server.stop();
            try (KeycloakServer without = withoutTheJar(server)) {
                assertNobodyAnswers(scene, without);
            }
        }
    }

    private static void assertNobodyAnswers(Scene scene, KeycloakServer without) {
        Federation federation = scene.federation();
        assertThat(without.isRunning()).isTrue();
        assertThat(offeredRules(federation)).contains("ask-venue").doesNotContain(RULE);
        assertThat(findings(federation)).containsExactly("no-such-rule");
        assertThat(lastCondition(federation)).isEqualTo(RULE + " unknown no-such-rule");
        try (Guest ada = new Guest()) {
            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertDenied(scene, ada, "no-such-rule");

            assertThatThrownBy(() -> federation.change("atelier", Map.of("kcTheme-city", "Rezé")))
                    .as("cannot be saved with a rule that nobody has")
                    .isInstanceOf(BadRequestException.class);
            federation.change("atelier", Map.of("accessRule", "all-members"));
            assertThat(findings(federation)).isEmpty();
            ada.at(scene.fabrique()).choose("atelier");
            assertThat(ada.seesArrivalPage()).isTrue();
        }
    }

    private static void assertDenied(Scene scene, Guest guest, String reason) {
        assertThat(guest.visitor().status()).isEqualTo(403);
        assertThat(guest.seesDenial()).isTrue();
        assertThat(scene.federation().events("LOGIN_ERROR").get(0).getDetails())
                .containsEntry("access_rule", RULE)
                .containsEntry("access_reason", reason);
        assertThat(scene.openVisits()).isZero();
    }

    /** The same data at the same address, on the distribution that has our jars only. */
    private static KeycloakServer withoutTheJar(KeycloakServer server) {
        return KeycloakServer.options()
                .name(OwnRuleIT.class.getSimpleName())
                .port(URI.create(server.url()).getPort())
                .managementPort(URI.create(server.managementUrl()).getPort())
                .start();
    }

    private static void verifyEmail(Federation federation) {
        UserRepresentation member = federation.members("atelier").get(0);
        member.setEmailVerified(true);
        federation.realm().users().get(member.getId()).update(member);
    }

    /** What the console's form of a Dokos venue offers. */
    private static List<String> offeredRules(Federation federation) {
        JsonNode types = federation
                .admin()
                .get("/serverinfo")
                .at("/componentTypes/org.keycloak.broker.provider.IdentityProvider");
        return elements(types)
                .filter(type -> type.path("id").asText().equals("dokos"))
                .flatMap(type -> elements(type.path("properties")))
                .filter(property -> property.path("name").asText().equals("accessRule"))
                .flatMap(property -> elements(property.path("options")))
                .map(JsonNode::asText)
                .toList();
    }

    /** The home venue's rule is asked last. */
    private static String lastCondition(Federation federation) {
        String member = federation.members("atelier").get(0).getId();
        JsonNode conditions = federation
                .interlieux("check-access?member=" + member + "&host=fabrique")
                .path("conditions");
        JsonNode last = conditions.path(conditions.size() - 1);
        return last.path("rule").asText() + " " + last.path("outcome").asText() + " "
                + last.path("reason").asText();
    }

    private static List<String> findings(Federation federation) {
        return elements(federation.interlieux("health").path("venues"))
                .filter(venue -> venue.path("alias").asText().equals("atelier"))
                .flatMap(venue -> venue.path("findings").findValuesAsText("code").stream())
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
