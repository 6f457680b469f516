package org.interlieux.venue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.Constants;
import org.keycloak.models.IdentityProviderModel;

/**
 * A place of the federation: an identity provider of one of our types, read through its typed settings.
 *
 * @param id the internal id; what is stored refers to it, because an alias can be used again
 * @param alias the public id
 */
public record Venue(String id, String alias, VenueType type, IdentityProviderModel model) {
    private static final Duration DEFAULT_ACCESS_TIMEOUT = Duration.ofSeconds(3);
    /** What a colour looks like; pages write it into a style attribute. */
    public static final String COLOR = "#[0-9a-fA-F]{6}";

    /** How long a visit stays open where the host says nothing. */
    public static final Duration DEFAULT_LONGEST_VISIT = Duration.ofHours(12);

    private static final String DEFAULT_COLOR = "#4a5568";

    /** Empty when the identity provider is of another type. */
    public static Optional<Venue> of(IdentityProviderModel model) {
        return VenueType.of(model).map(type -> new Venue(model.getInternalId(), model.getAlias(), type, model));
    }

    public boolean enabled() {
        return model.isEnabled();
    }

    /** Whether a member may choose it: it is enabled, has members, and is not for linking only. */
    public boolean isLoginPossible() {
        return enabled() && type.isHome() && !Boolean.TRUE.equals(model.isLinkOnly());
    }

    /** Whether it is among those that members are shown. A venue that is not may still be named by a service. */
    public boolean isOffered() {
        return isLoginPossible() && !Boolean.TRUE.equals(model.isHideOnLogin());
    }

    public String name() {
        String name = model.getDisplayName();
        return name == null || name.isBlank() ? alias : name;
    }

    /** Up to two letters that stand for the venue where others would show a logo. */
    public String initials() {
        return Arrays.stream(name().split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1 || (!word.isEmpty() && Character.isDigit(word.charAt(0))))
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** What its members call it for short. */
    public Optional<String> abbreviation() {
        return setting(VenueKeys.ABBREVIATION);
    }

    /** Domains of its members' addresses: a member may be recognised by one, never logged in by it. */
    public List<String> emailDomains() {
        return list(VenueKeys.EMAIL_DOMAINS);
    }

    public Optional<String> city() {
        return setting(VenueKeys.CITY);
    }

    /** A colour as {@code #rrggbb}. */
    public String color() {
        return setting(VenueKeys.COLOR).filter(color -> color.matches(COLOR)).orElse(DEFAULT_COLOR);
    }

    public Optional<String> siteUrl() {
        return setting(VenueKeys.SITE_URL).map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** The id of the access rule that answers for this home venue; empty only where the set-up is broken. */
    public Optional<String> accessRule() {
        return setting(VenueKeys.ACCESS_RULE)
                .or(() -> type == VenueType.DOKOS ? Optional.of("ask-venue") : Optional.empty());
    }

    public Duration accessTimeout() {
        return setting(VenueKeys.ACCESS_TIMEOUT_MILLIS)
                .map(Long::valueOf)
                .map(Duration::ofMillis)
                .orElse(DEFAULT_ACCESS_TIMEOUT);
    }

    /** Aliases of the home venues that this host accepts; empty means all. */
    public List<String> acceptedHomeVenues() {
        return list(VenueKeys.ACCEPTED_HOME_VENUES);
    }

    /** As a host: when one may enter, as OpenStreetMap {@code opening_hours}; empty means always. */
    public Optional<String> openingHours() {
        return setting(VenueKeys.OPENING_HOURS);
    }

    /** The IANA name of its time zone; empty means that of the federation. */
    public Optional<String> timeZone() {
        return setting(VenueKeys.TIME_ZONE);
    }

    /** As a host: how long a visit stays open at most. */
    public Duration longestVisit() {
        return setting(VenueKeys.MAX_VISIT_HOURS)
                .map(Long::valueOf)
                .map(Duration::ofHours)
                .orElse(DEFAULT_LONGEST_VISIT);
    }

    /** As a host: whether a login session that runs out is an exit. */
    public boolean exitOnSessionExpiry() {
        return setting(VenueKeys.EXIT_ON_SESSION_EXPIRY)
                .filter(Boolean::parseBoolean)
                .isPresent();
    }

    /** Where entries and exits are sent; empty means that the venue is not told. */
    public Optional<String> webhookUrl() {
        return setting(VenueKeys.WEBHOOK_URL);
    }

    /** What this host's {@code sub} values are made with. */
    public Optional<String> memberSalt() {
        return setting(VenueKeys.MEMBER_SALT);
    }

    private List<String> list(String key) {
        return setting(key).stream()
                .flatMap(joined -> Arrays.stream(joined.split(Constants.CFG_DELIMITER_PATTERN.pattern())))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    public Optional<String> setting(String key) {
        return Optional.ofNullable(model.getConfig().get(key)).map(String::trim).filter(value -> !value.isEmpty());
    }
}
