package org.interlieux.access.unknown;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.access.AccessQuestion;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;

/** Applies what the home venue's admin chose for questions that nobody answers. */
public final class WhenUnknown {
    /** Enters although nobody answered, because the admin chose so. */
    public static final String ALLOW = "allow";

    /** Enters if the venue said yes not long ago. */
    public static final String LAST_ANSWER = "last-answer";

    /** Nobody can know beforehand what these will come to. */
    private static final Set<String> ANSWERED_AT_A_LOGIN =
            Set.of(AccessOutcome.NO_CREDENTIALS, AccessOutcome.CLAIM_NOT_KEPT);

    private static final Duration DEFAULT_AGE = Duration.ofHours(24);

    private final LastAnswers lastAnswers;
    private final Clock clock;

    public WhenUnknown(LastAnswers lastAnswers, Clock clock) {
        this.lastAnswers = lastAnswers;
        this.clock = clock;
    }

    /** Turns what a rule said into what counts, and remembers what may be needed later. */
    public AccessOutcome apply(AccessQuestion question, AccessOutcome said) {
        String choice = choice(question.home());
        if (said instanceof Unknown unknown) {
            if (question.trial() && ANSWERED_AT_A_LOGIN.contains(unknown.reason())) {
                return unknown;
            }
            return switch (choice) {
                case ALLOW -> new Granted("unknown-allowed:" + unknown.reason());
                case LAST_ANSWER -> isRecent(question) ? new Granted("last-answer:" + unknown.reason()) : unknown;
                default -> unknown;
            };
        }
        if (choice.equals(LAST_ANSWER) && !question.trial()) {
            remember(question, said);
        }
        return said;
    }

    /** What this venue's admin chose; {@code deny} unless they chose otherwise. */
    public static String choice(Venue home) {
        return home.setting(VenueKeys.ACCESS_WHEN_UNKNOWN).orElse("deny");
    }

    private void remember(AccessQuestion question, AccessOutcome said) {
        if (said instanceof Denied) {
            lastAnswers.denied(question);
        } else if (!said.reason().equals(AccessOutcome.APP_ABSENT)) {
            lastAnswers.granted(question, clock.instant());
        }
    }

    private boolean isRecent(AccessQuestion question) {
        Duration age = question.home()
                .setting(VenueKeys.ACCESS_LAST_ANSWER_HOURS)
                .map(hours -> Duration.ofHours(Long.parseLong(hours)))
                .orElse(DEFAULT_AGE);
        Instant oldest = clock.instant().minus(age);
        return lastAnswers.lastGrant(question).filter(oldest::isBefore).isPresent();
    }
}
