package org.interlieux.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.access.Questions;
import org.interlieux.venue.VenueKeys;
import org.junit.jupiter.api.Test;

class ClaimRuleTest {
    private final ClaimRule rule = new ClaimRule();

    @Test
    void claimThatIsThereIsEnoughWithoutAValue() {
        assertThat(rule.answer(claim().released("gold").question())).isInstanceOf(Granted.class);
        assertThat(rule.answer(claim().released().question())).isInstanceOf(Denied.class);
    }

    @Test
    void oneOfItsValuesMustBeTheWantedOne() {
        Questions wanted = claim().home(VenueKeys.ACCESS_CLAIM_VALUE, "gold");

        assertThat(rule.answer(wanted.released("silver", "gold").question())).isInstanceOf(Granted.class);
        assertThat(rule.answer(wanted.released("silver", "Gold").question())).isInstanceOf(Denied.class);
        assertThat(rule.answer(wanted.released().question())).isInstanceOf(Denied.class);
    }

    @Test
    void whatWasNotKeptIsUnknown() {
        assertThat(rule.answer(claim().question())).isEqualTo(new Unknown("claim-not-kept"));
    }

    @Test
    void missingSettingIsUnknown() {
        assertThat(rule.answer(Questions.ask().released("gold").question())).isEqualTo(new Unknown("no-access-claim"));
    }

    private static Questions claim() {
        return Questions.ask().home(VenueKeys.ACCESS_CLAIM, "membership.kind");
    }
}
