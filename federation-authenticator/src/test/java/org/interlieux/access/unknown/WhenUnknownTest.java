package org.interlieux.access.unknown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.access.AccessQuestion;
import org.interlieux.access.Questions;
import org.interlieux.venue.VenueKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhenUnknownTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Unknown TIMEOUT = new Unknown("timeout");

    private final Memory memory = new Memory();
    private final WhenUnknown whenUnknown = new WhenUnknown(memory, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void unknownStaysUnknownUnlessTheAdminChoseOtherwise() {
        assertThat(whenUnknown.apply(Questions.ask().question(), TIMEOUT)).isEqualTo(TIMEOUT);
        assertThat(whenUnknown.apply(choosing("deny").question(), TIMEOUT)).isEqualTo(TIMEOUT);
        assertThat(whenUnknown.apply(choosing("nonsense").question(), TIMEOUT)).isEqualTo(TIMEOUT);
    }

    @Test
    void allowLetsInAndSaysWhy() {
        assertThat(whenUnknown.apply(choosing("allow").question(), TIMEOUT))
                .isEqualTo(new Granted("unknown-allowed:timeout"));
    }

    @Test
    void recentYesCountsAgainAndAnOldOneDoesNot() {
        memory.last = NOW.minus(Duration.ofHours(23));
        assertThat(whenUnknown.apply(lastAnswer().question(), TIMEOUT)).isEqualTo(new Granted("last-answer:timeout"));

        memory.last = NOW.minus(Duration.ofHours(24));
        assertThat(whenUnknown.apply(lastAnswer().question(), TIMEOUT)).isEqualTo(TIMEOUT);
        assertThat(whenUnknown.apply(
                        lastAnswer()
                                .home(VenueKeys.ACCESS_LAST_ANSWER_HOURS, "25")
                                .question(),
                        TIMEOUT))
                .isInstanceOf(Granted.class);
    }

    @Test
    void yesOfTheVenueIsRemembered() {
        AccessOutcome yes = new Granted("venue-said-yes");

        assertThat(whenUnknown.apply(lastAnswer().question(), yes)).isEqualTo(yes);
        assertThat(memory.last).isEqualTo(NOW);
    }

    @Test
    void noOfTheVenueWipesItOut() {
        memory.last = NOW.minusSeconds(60);

        whenUnknown.apply(lastAnswer().question(), new Denied("venue-said-no"));

        assertThat(memory.last).isNull();
        assertThat(whenUnknown.apply(lastAnswer().question(), TIMEOUT)).isEqualTo(TIMEOUT);
    }

    @Test
    void grantThatNobodyGaveIsNoAnswer() {
        whenUnknown.apply(lastAnswer().question(), new Granted(AccessOutcome.APP_ABSENT));

        assertThat(memory.last).isNull();
    }

    @Test
    void answerThatIsReusedDoesNotGetYounger() {
        Instant before = NOW.minus(Duration.ofHours(2));
        memory.last = before;

        whenUnknown.apply(lastAnswer().question(), TIMEOUT);

        assertThat(memory.last).isEqualTo(before);
    }

    @Test
    void trialRemembersNothing() {
        whenUnknown.apply(lastAnswer().trial().question(), new Granted("venue-said-yes"));
        assertThat(memory.last).isNull();

        memory.last = NOW;
        whenUnknown.apply(lastAnswer().trial().question(), new Denied("venue-said-no"));
        assertThat(memory.last).isEqualTo(NOW);
    }

    @Test
    void trialLeavesOpenWhatOnlyALoginCanTell() {
        memory.last = NOW;
        Unknown noToken = new Unknown(AccessOutcome.NO_CREDENTIALS);

        assertThat(whenUnknown.apply(lastAnswer().trial().question(), noToken)).isEqualTo(noToken);
        assertThat(whenUnknown.apply(choosing("allow").trial().question(), noToken))
                .isEqualTo(noToken);
        assertThat(whenUnknown.apply(lastAnswer().trial().question(), TIMEOUT)).isInstanceOf(Granted.class);
        assertThat(whenUnknown.apply(lastAnswer().question(), noToken)).isInstanceOf(Granted.class);
    }

    private static Questions lastAnswer() {
        return choosing("last-answer");
    }

    private static Questions choosing(String choice) {
        return Questions.ask().home(VenueKeys.ACCESS_WHEN_UNKNOWN, choice);
    }

    private static final class Memory implements LastAnswers {
        private @Nullable Instant last;

        @Override
        public void granted(AccessQuestion question, Instant at) {
            last = at;
        }

        @Override
        public void denied(AccessQuestion question) {
            last = null;
        }

        @Override
        public Optional<Instant> lastGrant(AccessQuestion question) {
            return Optional.ofNullable(last);
        }
    }
}
