package org.interlieux.venue.settings;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.Venues;
import org.interlieux.venue.directory.VenueDirectory;
import org.interlieux.venue.hours.InvalidOpeningHoursException;
import org.interlieux.venue.hours.OpeningHours;
import org.interlieux.venue.hours.VenueHours;
import org.interlieux.venue.http.ServerOptions;
import org.interlieux.venue.reference.ReplacedVenue;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Refuses what would only fail at a member's login, and fills in what an admin need not know. Keycloak calls it when a
 * venue is created, updated and imported; it never calls the network.
 */
public final class VenueValidation {
    /** What an admin may set by hand in Keycloak's own OpenID Connect section. */
    private static final List<String> ENDPOINTS =
            List.of("authorizationUrl", "tokenUrl", "userInfoUrl", "jwksUrl", "logoutUrl", "tokenIntrospectionUrl");

    /** A host has no client at any provider, but the console edits no venue whose client is empty. */
    private static final List<String> NO_CLIENT = List.of("clientId", "clientSecret");

    private static final int SALT_BYTES = 32;
    private static final int MAX_TIMEOUT_MILLIS = 30_000;
    private static final int MAX_ABBREVIATION = 20;

    private final IdentityProviderModel model;
    private final VenueType type;
    private final List<String> plainHttpHosts;

    private VenueValidation(IdentityProviderModel model, VenueType type) {
        this.model = model;
        this.type = type;
        this.plainHttpHosts = ServerOptions.plainHttpHosts();
    }

    /**
     * Checks a venue and fills in its defaults.
     *
     * @throws InvalidVenueException with a message for the admin
     */
    public static void check(IdentityProviderModel model, VenueType type, RealmModel realm) {
        VenueValidation validation = new VenueValidation(model, type);
        validation.checkAlias();
        validation.checkSwitches();
        validation.checkAddresses();
        if (type.isHome()) {
            validation.checkAccess();
            new HomeLoginCheck(model, type).check(KeycloakSessionUtil.getKeycloakSession());
            VenueFlows.fillIn(model, realm);
        }
        validation.checkColor();
        validation.checkNamesForSearch();
        validation.checkOpeningHours();
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session != null) {
            validation.checkAcceptedVenues(session);
            new ReplacedVenue(session, realm).takeOver(model);
            // Keycloak publishes nothing when a venue is created, and members should find it at once.
            session.getProvider(VenueDirectory.class).changed(realm, model.getAlias());
        }
        validation.fillIn();
    }

    /** Keycloak joins alias and subject with a dot: a dot in the alias would let two venues' members look alike. */
    private void checkAlias() {
        refuseIf(
                !String.valueOf(model.getAlias()).matches("[A-Za-z0-9_-]{1,60}"),
                "A venue's alias has letters, digits, - and _ only, 60 at most (it is '" + model.getAlias() + "')");
    }

    private void checkSwitches() {
        refuseIf(
                Boolean.TRUE.equals(model.isTrustEmail()),
                "Switch off 'Trust email': a venue cannot vouch for the address of somebody else's member");
        refuseIf(
                Boolean.TRUE.equals(model.isStoreToken()) || Boolean.TRUE.equals(model.isAddReadTokenRoleOnCreate()),
                "Switch off 'Store tokens' and 'Stored tokens readable': a venue's tokens stay in the login session");
        refuseIf(model.isTransientUsers(), "Switch off 'Do not store users': a visit needs its member");
    }

    private void checkAddresses() {
        Optional<URI> site = url(VenueKeys.SITE_URL);
        refuseIf(
                type == VenueType.DOKOS && site.isEmpty(),
                "siteUrl is missing: give the address of the venue's Dokos site, such as https://site.example");
        site.ifPresent(uri -> refuseIf(
                uri.getQuery() != null, "siteUrl must be the bare address of the site, without '?' and what follows"));
        url(VenueKeys.DISCOVERY_URL);
        url(VenueKeys.WEBHOOK_URL);
        ENDPOINTS.stream()
                .filter(key -> !DiscoveredEndpoints.isUnset(model.getConfig().get(key)))
                .forEach(this::url);
        Optional<URI> access = url(VenueKeys.ACCESS_URL);
        if (access.isPresent() && "member-token".equals(credentials())) {
            refuseIf(
                    site.isEmpty(),
                    "siteUrl is missing: with accessCredentials member-token it says which site may get a member's token");
            refuseIf(
                    !VenueUrl.origin(site.get()).equals(VenueUrl.origin(access.get())),
                    "accessUrl must be on the same site as siteUrl while accessCredentials is member-token:"
                            + " a member's token is only ever sent to their own venue");
        }
    }

    private void checkAccess() {
        Optional<String> rule = setting(VenueKeys.ACCESS_RULE);
        refuseIf(
                type == VenueType.OIDC && rule.isEmpty(),
                "accessRule is missing: say who answers for this venue's members, such as all-members or ask-venue");
        rule.ifPresent(id -> refuseIf(
                !id.matches("[A-Za-z0-9._-]{1,64}"),
                "accessRule must be the id of one access rule, such as ask-venue (it is '" + id + "')"));
        List<String> installed = InstalledRules.ids(KeycloakSessionUtil.getKeycloakSession());
        rule.ifPresent(id -> refuseIf(
                !installed.isEmpty() && !installed.contains(id),
                "accessRule names '" + id + "', which is not installed; there are " + String.join(", ", installed)));
        refuseIf(
                type == VenueType.OIDC
                        && rule.filter("ask-venue"::equals).isPresent()
                        && setting(VenueKeys.ACCESS_URL).isEmpty(),
                "accessUrl is missing: the rule ask-venue needs the address to ask");
        refuseIf(
                "api-key".equals(credentials())
                        && setting(VenueKeys.ACCESS_API_KEY).isEmpty(),
                "accessApiKey is missing: accessCredentials is api-key");
        setting(VenueKeys.ACCESS_API_KEY)
                .ifPresent(key -> refuseIf(
                        !key.matches("\\$\\{vault\\.[^}]+}"),
                        "accessApiKey must be a vault reference such as ${vault.site-key}:"
                                + " Keycloak shows this setting to everyone who may view the venue"));
        refuseIf(
                !List.of("member-token", "api-key", "none").contains(credentials()),
                "accessCredentials must be member-token, api-key or none (it is '" + credentials() + "')");
        setting(VenueKeys.ACCESS_WHEN_UNKNOWN)
                .ifPresent(answer -> refuseIf(
                        !List.of("deny", "allow").contains(answer),
                        "accessWhenUnknown must be deny or allow (it is '" + answer + "')"));
        setting(VenueKeys.ACCESS_TIMEOUT_MILLIS)
                .ifPresent(text -> refuseIf(
                        !text.matches("\\d{1,5}")
                                || Integer.parseInt(text) < 100
                                || Integer.parseInt(text) > MAX_TIMEOUT_MILLIS,
                        "accessTimeoutMillis must be a number of milliseconds from 100 to " + MAX_TIMEOUT_MILLIS));
    }

    private void checkColor() {
        setting(VenueKeys.COLOR)
                .ifPresent(color -> refuseIf(
                        !color.matches(Venue.COLOR),
                        "The colour must be written like #2f6f4f (it is '" + color + "')"));
    }

    /**
     * An import may name a venue that comes later in the file, so there an unknown one only shows in {@code health}; it
     * accepts nobody.
     */
    private void checkAcceptedVenues(KeycloakSession session) {
        if (!isSavedAlone(session)) {
            return;
        }
        Venue.of(model).stream()
                .flatMap(venue -> venue.acceptedHomeVenues().stream())
                .filter(alias -> new Venues(session).byAlias(alias).isEmpty())
                .forEach(alias -> refuseIf(
                        !alias.equals(model.getAlias()),
                        "acceptedHomeVenues names '" + alias + "', which is no venue of this realm: take it out"));
    }

    /** Whether this is the console, or a script, saving one venue. */
    private static boolean isSavedAlone(KeycloakSession session) {
        HttpRequest request = session.getContext().getHttpRequest();
        return request != null && request.getUri().getPath().contains("/identity-provider/instances");
    }

    private void checkNamesForSearch() {
        setting(VenueKeys.ABBREVIATION)
                .ifPresent(text -> refuseIf(
                        text.length() > MAX_ABBREVIATION,
                        "abbreviation has " + MAX_ABBREVIATION + " characters at most (it is '" + text + "')"));
        Venue.of(model).stream()
                .flatMap(venue -> venue.emailDomains().stream())
                .forEach(domain -> refuseIf(
                        !domain.matches("[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?\\.[\\p{L}\\p{N}-]{2,}"),
                        "emailDomains has what follows the @ of members' addresses, such as atelier.example (it is '"
                                + domain + "')"));
    }

    private void checkOpeningHours() {
        try {
            setting(VenueKeys.OPENING_HOURS).ifPresent(OpeningHours::parse);
            setting(VenueKeys.TIME_ZONE).ifPresent(VenueHours::zone);
        } catch (InvalidOpeningHoursException e) {
            throw new InvalidVenueException("Opening hours: " + e.getMessage());
        }
    }

    private void fillIn() {
        if (model.getConfig().get(IdentityProviderModel.SYNC_MODE) == null) {
            model.setSyncMode(IdentityProviderSyncMode.FORCE);
        }
        if (type == VenueType.OIDC) {
            DiscoveredEndpoints.fillIn(model);
        }
        if (type == VenueType.HOST) {
            model.setHideOnLogin(true);
            NO_CLIENT.stream().filter(key -> setting(key).isEmpty()).forEach(key -> model.getConfig()
                    .put(key, "-"));
        }
        Optional<Venue> saved = saved();
        if (type == VenueType.OIDC) {
            DiscoveryUrl.fillInIssuer(
                    model.getConfig(),
                    saved.map(venue -> venue.model().getConfig()).orElse(Map.of()));
        }
        if (setting(VenueKeys.MEMBER_SALT).isEmpty()) {
            // A script that updates a venue without sending its salt back must not give every member a new identity.
            model.getConfig()
                    .put(VenueKeys.MEMBER_SALT, saved.flatMap(Venue::memberSalt).orElseGet(VenueValidation::newSalt));
        }
    }

    private Optional<Venue> saved() {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null
                || model.getInternalId() == null
                || session.getContext().getRealm() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(session.identityProviders().getById(model.getInternalId()))
                .flatMap(Venue::of);
    }

    private static String newSalt() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(SecretGenerator.getInstance().randomBytes(SALT_BYTES));
    }

    private String credentials() {
        return setting(VenueKeys.ACCESS_CREDENTIALS).orElse(type == VenueType.DOKOS ? "member-token" : "none");
    }

    private Optional<URI> url(String key) {
        return setting(key).map(value -> VenueUrl.check(key, value, plainHttpHosts));
    }

    private Optional<String> setting(String key) {
        return Optional.ofNullable(model.getConfig().get(key)).map(String::trim).filter(value -> !value.isEmpty());
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new InvalidVenueException(message);
        }
    }
}
