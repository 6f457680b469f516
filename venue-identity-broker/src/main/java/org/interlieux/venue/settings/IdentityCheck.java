package org.interlieux.venue.settings;

import static org.interlieux.venue.settings.SavedSettings.refuseIf;

/** What Keycloak's own switches and the alias must be, so that a venue can only speak for its own members. */
record IdentityCheck(SavedSettings settings) {

    void check() {
        checkAlias();
        checkSwitches();
    }

    /** Keycloak joins alias and subject with a dot: a dot in the alias would let two venues' members look alike. */
    private void checkAlias() {
        refuseIf(
                !String.valueOf(settings.model().getAlias()).matches("[A-Za-z0-9_-]{1,60}"),
                "A venue's alias has letters, digits, - and _ only, 60 at most (it is '"
                        + settings.model().getAlias() + "')");
    }

    private void checkSwitches() {
        refuseIf(
                Boolean.TRUE.equals(settings.model().isTrustEmail()),
                "Switch off 'Trust email': a venue cannot vouch for the address of somebody else's member");
        refuseIf(
                Boolean.TRUE.equals(settings.model().isStoreToken())
                        || Boolean.TRUE.equals(settings.model().isAddReadTokenRoleOnCreate()),
                "Switch off 'Store tokens' and 'Stored tokens readable': a venue's tokens stay in the login session");
        refuseIf(settings.model().isTransientUsers(), "Switch off 'Do not store users': a visit needs its member");
    }
}
