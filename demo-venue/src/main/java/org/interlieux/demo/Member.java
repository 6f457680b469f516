package org.interlieux.demo;

/**
 * Someone who is registered at this site and logs in here.
 *
 * @param credits whether the site answers yes when the federation asks if they may enter another venue
 */
public record Member(
        @Required String email,
        @Required String givenName,
        @Required String familyName,
        @Required String password,
        boolean credits) {
    public String name() {
        return givenName + " " + familyName;
    }

    /** Never the password: records are printed by tests and logs. */
    @Override
    public String toString() {
        return "Member[" + email + "]";
    }
}
