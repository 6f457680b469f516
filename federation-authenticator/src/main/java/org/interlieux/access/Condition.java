package org.interlieux.access;

/**
 * One thing that must hold for a member to enter, and whether it does.
 *
 * @param rule the id of the access rule, or the name of the condition
 */
public record Condition(String rule, AccessOutcome outcome) {
    public boolean isGranted() {
        return outcome instanceof AccessOutcome.Granted;
    }
}
