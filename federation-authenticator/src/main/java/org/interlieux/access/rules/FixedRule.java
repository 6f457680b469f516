package org.interlieux.access.rules;

import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessQuestion;
import org.interlieux.access.AccessRule;

/** A rule that gives everybody the same answer. */
record FixedRule(AccessOutcome outcome) implements AccessRule {
    @Override
    public AccessOutcome answer(AccessQuestion question) {
        return outcome;
    }
}
