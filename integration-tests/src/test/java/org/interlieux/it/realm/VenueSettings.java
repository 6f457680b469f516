package org.interlieux.it.realm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** A venue to add: an identity provider of one of our types. Keys are those that an admin sees. */
public final class VenueSettings {
    private final String type;
    private final String alias;
    private String name;
    private boolean enabled = true;
    private boolean hidden;
    private final Map<String, String> config = new LinkedHashMap<>();

    private VenueSettings(String type, String alias) {
        this.type = type;
        this.alias = alias;
        this.name = alias;
    }

    /** A Dokos site with the OAuth client that {@code demo-venue} knows Keycloak by. */
    public static VenueSettings dokos(String alias, String siteUrl, String clientId, String clientSecret) {
        return new VenueSettings("dokos", alias)
                .with("siteUrl", siteUrl)
                .with("clientId", clientId)
                .with("clientSecret", clientSecret);
    }

    /** A plain OpenID provider; its access rule has no default. */
    public static VenueSettings openId(
            String alias, String issuer, String clientId, String clientSecret, String accessRule) {
        return new VenueSettings("venue-oidc", alias)
                .with("discoveryUrl", issuer)
                .with("clientId", clientId)
                .with("clientSecret", clientSecret)
                .with("clientAuthMethod", "client_secret_post")
                .with("accessRule", accessRule);
    }

    public static VenueSettings hostOnly(String alias) {
        return new VenueSettings("venue-host", alias);
    }

    /** Any type, also one that is not ours. */
    public static VenueSettings ofType(String type, String alias) {
        return new VenueSettings(type, alias);
    }

    public VenueSettings with(String key, String value) {
        config.put(key, value);
        return this;
    }

    public VenueSettings without(String key) {
        config.remove(key);
        return this;
    }

    /** As people read it; the alias if not said. */
    public VenueSettings named(String displayName) {
        this.name = displayName;
        return this;
    }

    public VenueSettings disabled() {
        this.enabled = false;
        return this;
    }

    /** Not to be chosen on the login page. */
    public VenueSettings hidden() {
        this.hidden = true;
        return this;
    }

    public String alias() {
        return alias;
    }

    public Map<String, String> config() {
        return Collections.unmodifiableMap(config);
    }

    IdentityProviderRepresentation representation() {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setProviderId(type);
        provider.setAlias(alias);
        provider.setDisplayName(name);
        provider.setEnabled(enabled);
        provider.setHideOnLogin(hidden);
        provider.setFirstBrokerLoginFlowAlias("federation first login");
        provider.setConfig(new LinkedHashMap<>(config));
        return provider;
    }
}
