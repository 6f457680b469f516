package org.interlieux.venue.settings;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.IDENTITY_PROVIDER_MULTI_LIST_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.LIST_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MULTIVALUED_STRING_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.STRING_TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.utils.KeycloakSessionUtil;

/** The form of a venue in the admin console. Labels and help texts are message keys of this module. */
public final class VenueProperties {
    private VenueProperties() {}

    public static List<ProviderConfigProperty> of(VenueType type) {
        List<ProviderConfigProperty> form = new ArrayList<>();
        if (type == VenueType.OIDC) {
            form.add(text(VenueKeys.DISCOVERY_URL));
        }
        ProviderConfigProperty siteUrl = text(VenueKeys.SITE_URL);
        siteUrl.setRequired(type == VenueType.DOKOS);
        if (type == VenueType.HOST) {
            siteUrl.setHelpText("interlieux.venue.siteUrl.hostHelp");
        }
        form.add(siteUrl);
        if (type == VenueType.DOKOS) {
            form.add(text(VenueKeys.ISSUER));
        }
        form.add(text(VenueKeys.ABBREVIATION));
        form.add(text(VenueKeys.CITY));
        form.add(text(VenueKeys.COLOR));
        if (type.isHome()) {
            form.add(property(VenueKeys.EMAIL_DOMAINS, MULTIVALUED_STRING_TYPE));
        }
        if (type.isHome()) {
            addAccess(form, type);
        }
        form.add(property(VenueKeys.ACCEPTED_HOME_VENUES, IDENTITY_PROVIDER_MULTI_LIST_TYPE));
        form.add(text(VenueKeys.OPENING_HOURS));
        form.add(text(VenueKeys.TIME_ZONE));
        ProviderConfigProperty longest = text(VenueKeys.MAX_VISIT_HOURS);
        longest.setDefaultValue("12");
        form.add(longest);
        ProviderConfigProperty expiry = property(VenueKeys.EXIT_ON_SESSION_EXPIRY, BOOLEAN_TYPE);
        expiry.setDefaultValue("false");
        form.add(expiry);
        form.add(text(VenueKeys.WEBHOOK_URL));
        ProviderConfigProperty salt = text(VenueKeys.MEMBER_SALT);
        salt.setReadOnly(true);
        form.add(salt);
        return form;
    }

    private static void addAccess(List<ProviderConfigProperty> form, VenueType type) {
        form.add(rule(type));
        form.add(text(VenueKeys.ACCESS_URL));
        form.add(choice(
                VenueKeys.ACCESS_CREDENTIALS,
                type == VenueType.DOKOS ? "member-token" : "none",
                "member-token",
                "api-key",
                "none"));
        form.add(text(VenueKeys.ACCESS_API_KEY));
        ProviderConfigProperty timeout = text(VenueKeys.ACCESS_TIMEOUT_MILLIS);
        timeout.setDefaultValue("3000");
        form.add(timeout);
        form.add(choice(VenueKeys.ACCESS_WHEN_UNKNOWN, "deny", "deny", "last-answer", "allow"));
        ProviderConfigProperty lastAnswer = text(VenueKeys.ACCESS_LAST_ANSWER_HOURS);
        lastAnswer.setDefaultValue("24");
        form.add(lastAnswer);
        form.add(text(VenueKeys.ACCESS_CLAIM));
        form.add(text(VenueKeys.ACCESS_CLAIM_VALUE));
        form.add(text(VenueKeys.ACCESS_ROLE));
    }

    /** A list where the server knows its rules. The console takes a list's first entry for its default. */
    private static ProviderConfigProperty rule(VenueType type) {
        String byDefault = type == VenueType.DOKOS ? "ask-venue" : "";
        List<String> installed = InstalledRules.ids(KeycloakSessionUtil.getKeycloakSession());
        ProviderConfigProperty rule = installed.isEmpty()
                ? text(VenueKeys.ACCESS_RULE)
                : choice(
                        VenueKeys.ACCESS_RULE,
                        byDefault,
                        Stream.concat(Stream.of(byDefault), installed.stream())
                                .distinct()
                                .toArray(String[]::new));
        rule.setDefaultValue(byDefault);
        rule.setRequired(type == VenueType.OIDC);
        return rule;
    }

    private static ProviderConfigProperty text(String key) {
        return property(key, STRING_TYPE);
    }

    private static ProviderConfigProperty choice(String key, String byDefault, String... options) {
        ProviderConfigProperty property = property(key, LIST_TYPE);
        property.setOptions(List.of(options));
        property.setDefaultValue(byDefault);
        return property;
    }

    private static ProviderConfigProperty property(String key, String type) {
        String message = "interlieux.venue." + key;
        ProviderConfigProperty property = new ProviderConfigProperty();
        property.setName(key);
        property.setLabel(message);
        property.setHelpText(message + ".help");
        property.setType(type);
        return property;
    }
}
