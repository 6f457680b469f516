package org.interlieux.venue.settings;

import static org.interlieux.venue.settings.SavedSettings.refuseIf;

import java.util.List;
import java.util.Optional;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.keycloak.utils.KeycloakSessionUtil;

/** A home venue says who answers for its members, and what that needs. */
record AccessSettingsCheck(SavedSettings settings) {
    private static final int MAX_TIMEOUT_MILLIS = 30_000;
    private static final int MAX_LAST_ANSWER_HOURS = 720;

    void check() {
        checkRule();
        checkWhatARuleLooksAt();
        checkCredentials();
        checkLimits();
    }

    private void checkRule() {
        Optional<String> rule = settings.text(VenueKeys.ACCESS_RULE);
        refuseIf(
                settings.type() == VenueType.OIDC && rule.isEmpty(),
                "accessRule is missing: say who answers for this venue's members, such as all-members or ask-venue");
        rule.ifPresent(id -> refuseIf(
                !id.matches("[A-Za-z0-9._-]{1,64}"),
                "accessRule must be the id of one access rule, such as ask-venue (it is '" + id + "')"));
        List<String> installed = InstalledRules.ids(KeycloakSessionUtil.getKeycloakSession());
        rule.ifPresent(id -> refuseIf(
                !installed.isEmpty() && !installed.contains(id),
                "accessRule names '" + id + "', which is not installed; there are " + String.join(", ", installed)));
        refuseIf(
                settings.type() == VenueType.OIDC
                        && rule.filter("ask-venue"::equals).isPresent()
                        && settings.text(VenueKeys.ACCESS_URL).isEmpty(),
                "accessUrl is missing: the rule ask-venue needs the address to ask");
    }

    private void checkWhatARuleLooksAt() {
        Optional<String> rule = settings.text(VenueKeys.ACCESS_RULE);
        refuseIf(
                rule.filter("claim"::equals).isPresent()
                        && settings.text(VenueKeys.ACCESS_CLAIM).isEmpty(),
                "accessClaim is missing: the rule claim needs the claim to look at, such as membership.active");
        refuseIf(
                rule.filter("role"::equals).isPresent()
                        && settings.text(VenueKeys.ACCESS_ROLE).isEmpty(),
                "accessRole is missing: the rule role needs a role of the realm, or client.role");
    }

    private void checkCredentials() {
        refuseIf(
                "api-key".equals(settings.credentials())
                        && settings.text(VenueKeys.ACCESS_API_KEY).isEmpty(),
                "accessApiKey is missing: accessCredentials is api-key");
        settings.text(VenueKeys.ACCESS_API_KEY)
                .ifPresent(key -> refuseIf(
                        !key.matches("\\$\\{vault\\.[^}]+}"),
                        "accessApiKey must be a vault reference such as ${vault.site-key}:"
                                + " Keycloak shows this setting to everyone who may view the venue"));
        refuseIf(
                !List.of("member-token", "api-key", "none").contains(settings.credentials()),
                "accessCredentials must be member-token, api-key or none (it is '" + settings.credentials() + "')");
    }

    private void checkLimits() {
        settings.text(VenueKeys.ACCESS_WHEN_UNKNOWN)
                .ifPresent(answer -> refuseIf(
                        !List.of("deny", "last-answer", "allow").contains(answer),
                        "accessWhenUnknown must be deny, last-answer or allow (it is '" + answer + "')"));
        settings.text(VenueKeys.ACCESS_LAST_ANSWER_HOURS)
                .ifPresent(hours -> refuseIf(
                        !hours.matches("[1-9]\\d{0,2}") || Integer.parseInt(hours) > MAX_LAST_ANSWER_HOURS,
                        "accessLastAnswerHours must be a number of hours from 1 to " + MAX_LAST_ANSWER_HOURS));
        settings.text(VenueKeys.ACCESS_TIMEOUT_MILLIS)
                .ifPresent(text -> refuseIf(
                        !text.matches("\\d{1,5}")
                                || Integer.parseInt(text) < 100
                                || Integer.parseInt(text) > MAX_TIMEOUT_MILLIS,
                        "accessTimeoutMillis must be a number of milliseconds from 100 to " + MAX_TIMEOUT_MILLIS));
    }
}
