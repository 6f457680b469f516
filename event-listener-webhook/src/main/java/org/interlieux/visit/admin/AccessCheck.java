package org.interlieux.visit.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.interlieux.access.AccessDesk;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.access.Condition;
import org.interlieux.venue.Venue;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What would happen if a member came to a venue now.
 *
 * @param outcome {@code granted}, {@code denied} or {@code unknown}
 * @param conditions everything that must hold, in the order in which it is looked at
 */
public record AccessCheck(String outcome, List<Answer> conditions) {

    /**
     * One condition.
     *
     * @param lastAnswer the home venue's last yes for this host, beside an unknown outcome; null when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            String rule,
            String outcome,
            String reason,
            @JsonProperty("last_answer") @Nullable LastAnswer lastAnswer) {}

    /**
     * What the home venue said last.
     *
     * @param outcome {@code granted}: a denial is not kept
     * @param at ISO 8601, UTC
     */
    public record LastAnswer(String outcome, String at) {
        static LastAnswer granted(Instant at) {
            return new LastAnswer("granted", at.toString());
        }
    }

    static AccessCheck of(KeycloakSession session, RealmModel realm, UserModel member, Venue host) {
        AccessDesk desk = new AccessDesk(session, realm, Clock.systemUTC());
        List<Answer> answers = desk.check(member, host).stream()
                .map(condition -> answer(condition, () -> desk.lastGrant(member, host)))
                .toList();
        String outcome = answers.stream()
                .map(Answer::outcome)
                .filter(word -> !word.equals("granted"))
                .findFirst()
                .orElse("granted");
        return new AccessCheck(outcome, answers);
    }

    private static Answer answer(Condition condition, Supplier<Optional<Instant>> lastGrant) {
        AccessOutcome outcome = condition.outcome();
        return new Answer(
                condition.rule(),
                outcome.word(),
                outcome.reason(),
                outcome instanceof Unknown
                        ? lastGrant.get().map(LastAnswer::granted).orElse(null)
                        : null);
    }
}
