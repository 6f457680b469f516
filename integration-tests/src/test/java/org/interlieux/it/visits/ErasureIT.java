package org.interlieux.it.visits;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interlieux.it.openid.OpenIdProvider;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;
import org.interlieux.it.server.AllTables;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is left of a member with an open visit, with closed ones, and with messages that arrived, that wait and that were given
 * up: all tables are searched for all that they can be known by.
 */
@ExtendWith(SharedKeycloak.class)
class ErasureIT {
    private static final String HOME = "cantine";

    private final OpenIdProvider provider = OpenIdProvider.start();
    private final String subject = "subject-" + UUID.randomUUID();
    private final String address = UUID.randomUUID() + "@cantine.example";
    private final String familyName = "Lemaire-" + UUID.randomUUID();
    private Scene scene;
    private VisitRows rows;
    private AllTables tables;
    private String user = "";
    private String pairwise = "";

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        rows = VisitRows.of(scene);
        tables = new AllTables(server.database());
    }

    /** Whose home venue refuses what it is told. */
    private void eveHasBeenAboutAndIsAtFabrique() {
        provider.member()
                .put("sub", subject)
                .put("email", address)
                .put("email_verified", true)
                .put("given_name", "Ève")
                .put("family_name", familyName);
        scene.federation()
                .add(provider.venue(HOME).with("webhookUrl", scene.library().url() + "/api/method/federation_visit"));
        visitFabrique();
        pairwise = await().atMost(ofSeconds(10))
                .until(() -> scene.told(scene.fabrique()), told -> told.size() == 2)
                .get(0)
                .member()
                .path("id")
                .asText();
        scene.fabrique().misbehaviour().answerWebhooksWith(503);
        visitFabrique();
        String told = scene.fabrique().url() + "/api/method/federation_visit";
        scene.federation().change("fabrique", Map.of("webhookUrl", ""));
        await().atMost(ofSeconds(20)).until(() -> rows.messages("DEAD_LETTER") == 2);
        scene.federation().change("fabrique", Map.of("webhookUrl", told));
        try (Guest eve = new Guest()) {
            eve.enter(scene.fabrique(), HOME, address);
        }
        assertThat(scene.openVisits()).isEqualTo(1);
        assertThat(rows.messages("DELIVERED")).isEqualTo(2);
        assertThat(rows.messages("PENDING")).isEqualTo(6);
        user = scene.federation().members(HOME).get(0).getId();
    }

    private void visitFabrique() {
        try (Guest eve = new Guest()) {
            eve.enter(scene.fabrique(), HOME, address).leave(scene.fabrique());
        }
    }

    @AfterEach
    void close() {
        provider.close();
        scene.close();
    }

    @Test
    void removedMemberIsInNoTableButKeycloaksOwnEventLog() {
        eveHasBeenAboutAndIsAtFabrique();
        assertThat(tables.holding(known()))
                .as("the search finds what is there")
                .contains("interlieux_visit.user_id", "outbox_entry.payload", "user_entity.email");

        scene.federation().realm().users().get(user).remove();

        assertThat(tables.holding(known()))
                .allMatch(column -> column.startsWith("admin_event_entity.") || column.startsWith("event_entity."));
        scene.federation().realm().clearEvents();
        scene.federation().realm().clearAdminEvents();
        assertThat(tables.holding(known())).isEmpty();
        assertThat(scene.openVisits()).isZero();
        assertThat(scene.visits()).as("of which statistics are made").isEqualTo(3);
        assertThat(rows.messages("DEAD_LETTER")).isEqualTo(2);
    }

    @Test
    void ourTablesHoldNoAddressOfADeviceAndNoBrowser() throws UnknownHostException {
        InetAddress device = InetAddress.getByName("127.0.0.77");
        try (Guest ada = new Guest()) {
            ada.visitor().callFrom(device);
            ada.enter(scene.phare(), "atelier", Scene.ADA);
        }

        assertThat(tables.holding(List.of(device.getHostAddress())))
                .as("the search finds what Keycloak's log has")
                .contains("event_entity.ip_address");
        assertThat(ours(List.of(device.getHostAddress(), "Mozilla", "Chrome"))).isEmpty();
    }

    @Test
    void removedVenueIsOnlyInTheHistory() {
        eveHasBeenAboutAndIsAtFabrique();
        String id = idOf("fabrique");
        assertThat(ours(List.of(id))).contains("outbox_entry.owner_id", "interlieux_receiver.venue_id");

        scene.federation().realm().identityProviders().get("fabrique").remove();

        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(ours(List.of(id)))
                .containsExactlyInAnyOrder("interlieux_visit.host_venue_id", "interlieux_removed_venue.id"));
        assertThat(scene.openVisits()).isZero();
    }

    @Test
    void removedRealmIsInNoTable() {
        eveHasBeenAboutAndIsAtFabrique();
        List<String> ids = List.of(rows.realmId(), idOf("fabrique"), idOf("atelier"), idOf(HOME), user);
        assertThat(ours(ids)).contains("interlieux_visit.realm_id", "interlieux_check.venue_id");

        scene.federation().remove();

        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(tables.holding(ids)).allMatch(ErasureIT::isKeycloaksLog));
        scene = Scene.set(scene.server());
    }

    private String idOf(String alias) {
        return scene.federation()
                .realm()
                .identityProviders()
                .get(alias)
                .toRepresentation()
                .getInternalId();
    }

    @Test
    void removedMembersLastAnswersGoToo() {
        String member;
        scene.federation().change("atelier", Map.of("accessWhenUnknown", "last-answer"));
        try (Guest ada = new Guest()) {
            ada.enter(scene.phare(), "atelier", Scene.ADA);
            member = scene.federation().members("atelier").get(0).getId();
        }
        assertThat(tables.holding(List.of(member))).contains("interlieux_last_answer.user_id");

        scene.federation().realm().users().get(member).remove();

        assertThat(tables.holding(List.of(member))).allMatch(ErasureIT::isKeycloaksLog);
    }

    @Test
    void nobodyKnowsAfterTheRetentionWhoseVisitsTheyWere() {
        eveHasBeenAboutAndIsAtFabrique();
        scene.federation().change("atelier", Map.of("accessWhenUnknown", "last-answer"));
        try (Guest ada = new Guest()) {
            ada.enter(scene.phare(), "atelier", Scene.ADA); // whose home venue was asked, and said yes
            ada.leave(scene.phare());
        }
        String member = scene.federation().members("atelier").get(0).getId();
        try (Guest eve = new Guest()) {
            eve.enter(scene.fabrique(), HOME, address).leave(scene.fabrique());
        }
        assertThat(scene.openVisits()).isZero();

        rows.pass(Duration.ofDays(181));
        rows.passSinceAnswers(Duration.ofDays(181));

        await().atMost(ofSeconds(20)).until(() -> ours(List.of(member)).isEmpty());
        await().atMost(ofSeconds(20)).until(() -> ours(known()).isEmpty());
        assertThat(scene.visits()).isEqualTo(4);
        assertThat(scene.told(scene.fabrique()).stream().map(Told::visitId)).isNotEmpty();
    }

    /** Which is kept where, and as long as, an admin has switched it on. */
    private static boolean isKeycloaksLog(String column) {
        return column.startsWith("admin_event_entity.") || column.startsWith("event_entity.");
    }

    /** Columns of our own tables, and of the outbox. */
    private List<String> ours(List<String> texts) {
        return tables.holding(texts).stream()
                .filter(column -> column.startsWith("interlieux_") || column.startsWith("outbox_entry."))
                .toList();
    }

    /** All that Eve can be known by. */
    private List<String> known() {
        return List.of(user, subject, address, familyName, pairwise);
    }
}
