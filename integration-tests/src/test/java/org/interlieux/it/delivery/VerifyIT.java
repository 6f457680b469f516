package org.interlieux.it.delivery;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.interlieux.it.delivery.Receiver.Answer;
import org.interlieux.it.delivery.Receiver.Received;
import org.interlieux.it.scene.Told;
import org.junit.jupiter.api.Test;

/** Each night a venue is asked what it does not have. */
class VerifyIT extends FabriqueIsTold {
    private static final String NOTHING_MISSING = "{\"message\": {\"missing\": []}}";

    @Test
    void whatIsMissingIsSentAgain() {
        enter();
        leave();
        await().atMost(ofSeconds(5)).until(() -> receiver.received().size() == 2);
        Received exit = told("visit.exit").get(0);
        answerVerify("{\"missing\": [\"" + exit.visit() + "\", \"somebody-elses-visit\", \"\"]}");

        night("fabrique");

        await().atMost(ofSeconds(10)).until(() -> told("visit.exit").size() == 2);
        assertThat(asked()).containsExactly(exit.visit() + ":2");
        Received again = told("visit.exit").get(1);
        assertThat(again.webhookId()).isNotEqualTo(exit.webhookId());
        assertThat(again.visit()).isEqualTo(exit.visit());
        assertThat(again.json().path("data").path("visit").path("sequence").asInt())
                .isEqualTo(2);
        assertThat(outbox.states()).hasSize(3);

        answerVerify(NOTHING_MISSING);
        night("fabrique");
        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 2);
        assertThat(asked()).as("it is seen to have arrived").hasSize(2);
        quietNight("fabrique");
    }

    @Test
    void whatIsConfirmedIsNotAskedAgain() {
        answerVerify(NOTHING_MISSING);
        enter();
        leave();
        night("fabrique");
        await().atMost(ofSeconds(10)).until(() -> asked().size() == 1);

        quietNight("fabrique");
        enter();
        leave();
        night("fabrique");

        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 2);
        assertThat(asked()).hasSize(2);
        assertThat(new HashSet<>(asked())).as("two visits").hasSize(2);
    }

    @Test
    void openVisitIsAskedAboutAgainWhenItHasEnded() {
        answerVerify(NOTHING_MISSING);
        enter();
        night("fabrique");
        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 1);
        leave();

        night("fabrique");

        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 2);
        String visit = told("visit.exit").get(0).visit();
        assertThat(asked()).containsExactly(visit + ":1", visit + ":2");
    }

    @Test
    void venueThatDoesNotTakePartIsAskedAboutNothingUntilItDoes() {
        enter();
        leave();
        night("fabrique");
        await().atMost(ofSeconds(10)).until(() -> asked().size() == 1);
        enter();
        leave();

        night("fabrique");

        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 2);
        assertThat(asked()).hasSize(1);
        answerVerify(NOTHING_MISSING);
        night("fabrique");
        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 3);
        enter();
        leave();
        night("fabrique");
        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 4);
        assertThat(asked()).hasSize(2);
    }

    @Test
    void venueThatCannotBeAskedIsAskedTheNextNight() {
        enter();
        leave();
        await().atMost(ofSeconds(5)).until(() -> receiver.received().size() == 2);
        receiver.answer(500);
        night("fabrique");
        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 1);
        answerVerify(NOTHING_MISSING);

        night("fabrique");

        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 2);
        assertThat(asked()).hasSize(2);
        assertThat(new HashSet<>(asked())).as("the same visit").hasSize(1);
        assertThat(outbox.standing()).containsExactly("OK");
    }

    @Test
    void onlySoManyAreSentAgainOnOneDay() {
        enter();
        leave();
        await().atMost(ofSeconds(5)).until(() -> receiver.received().size() == 2);
        answerVerify("{\"missing\": [\"" + told("visit.exit").get(0).visit() + "\"]}");
        long today = Duration.ofMillis(System.currentTimeMillis()).toDays();
        change("fabrique", "resent_day = " + today + ", resent = 1000");
        night("fabrique");
        await().atMost(ofSeconds(10)).until(() -> told("visit.verify").size() == 1);
        await().during(ofSeconds(1))
                .atMost(ofSeconds(3))
                .until(() -> told("visit.exit").size() == 1);

        change("fabrique", "resent_day = " + (today - 1));
        night("fabrique");

        await().atMost(ofSeconds(10)).until(() -> told("visit.exit").size() == 2);
    }

    @Test
    void manyVisitsAreAskedAboutInSeveralMessages() {
        answerVerify(NOTHING_MISSING);
        enter();
        leave();
        await().atMost(ofSeconds(5)).until(() -> receiver.received().size() == 2);
        scene.server()
                .database()
                .execute("insert into interlieux_visit (id, realm_id, user_id, home_venue_id, host_venue_id,"
                        + " client_id, open_key, change_count, entered_at, exited_at, exit_reason, exit_estimated, channel, access_rule)"
                        + " select 'extra-' || x, realm_id, user_id, home_venue_id, host_venue_id, client_id, 'extra-' || x, 2,"
                        + " entered_at - x * 1000, exited_at, 'logout', false, channel, access_rule from interlieux_visit,"
                        + " system_range(1, 1100) where host_venue_id = '" + outbox.venueId() + "'");

        night("fabrique");

        await().atMost(ofSeconds(15)).until(() -> asked().size() == 1101);
        assertThat(told("visit.verify")).hasSize(3).allSatisfy(message -> assertThat(
                        message.json().path("data").path("visits").size())
                .isBetween(1, 500));
        assertThat(new HashSet<>(asked())).hasSize(1101);
        quietNight("fabrique");
    }

    @Test
    void demoSiteTakesPart() {
        scene.atelier().misbehaviour().answerWebhooksWith(200); // it says yes, and keeps nothing
        enter();
        leave();
        Outbox home = Outbox.of(scene.federation(), "atelier");
        await().atMost(ofSeconds(5)).until(() -> home.states().equals(List.of("DELIVERED", "DELIVERED")));
        assertThat(scene.told(scene.atelier())).isEmpty();
        scene.atelier().misbehaviour().reset();

        night("atelier");

        await().atMost(ofSeconds(10)).until(() -> scene.told(scene.atelier()).size() == 1);
        assertThat(scene.told(scene.atelier())).extracting(Told::type).containsExactly("visit.exit");
    }

    /** A night after which nothing was asked. */
    private void quietNight(String alias) {
        int before = told("visit.verify").size();
        night(alias);
        await().atMost(ofSeconds(10)).until(() -> checkAt(alias) > System.currentTimeMillis());
        assertThat(told("visit.verify")).hasSize(before);
    }

    /** Two hours pass, and then it is three o'clock. */
    private void night(String alias) {
        await().atMost(ofSeconds(10)).until(() -> checkAt(alias) > 0);
        long hours = Duration.ofHours(2).toMillis();
        scene.server()
                .database()
                .execute("update interlieux_visit set entered_at = entered_at - " + hours
                        + ", exited_at = exited_at - " + hours
                        + " where realm_id = (select id from realm where name = '"
                        + scene.federation().name() + "')");
        change(alias, "confirmed_to = confirmed_to - " + hours + ", check_at = 0");
    }

    private long checkAt(String alias) {
        return scene
                .server()
                .database()
                .firstColumn("select check_at from interlieux_check where venue_id = '" + venueId(alias) + "'")
                .stream()
                .map(String::valueOf)
                .mapToLong(Long::parseLong)
                .sum();
    }

    private void change(String alias, String assignments) {
        scene.server()
                .database()
                .execute("update interlieux_check set " + assignments + " where venue_id = '" + venueId(alias) + "'");
    }

    private String venueId(String alias) {
        return Outbox.of(scene.federation(), alias).venueId();
    }

    private void answerVerify(String answer) {
        receiver.answer(request -> request.type().equals("visit.verify")
                ? new Answer(200, Map.of("Content-Type", "application/json"), answer)
                : Answer.status(200));
    }

    private List<Received> told(String type) {
        return receiver.received().stream()
                .filter(message -> message.type().equals(type))
                .toList();
    }

    /** Each visit that was asked about, and its sequence. */
    private List<String> asked() {
        return told("visit.verify").stream()
                .flatMap(message -> StreamSupport.stream(
                        message.json().path("data").path("visits").spliterator(), false))
                .map(VerifyIT::line)
                .toList();
    }

    private static String line(JsonNode visit) {
        return visit.path("id").asText() + ":" + visit.path("sequence").asInt();
    }
}
