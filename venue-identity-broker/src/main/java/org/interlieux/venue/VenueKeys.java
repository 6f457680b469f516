package org.interlieux.venue;

/** The configuration keys of a venue, as admins see them in exports and scripts. They are public names: never rename. */
public final class VenueKeys {
    public static final String SITE_URL = "siteUrl";
    public static final String DISCOVERY_URL = "discoveryUrl";
    public static final String ISSUER = "issuer";
    public static final String ABBREVIATION = "abbreviation";
    public static final String EMAIL_DOMAINS = "emailDomains";
    public static final String CITY = "kcTheme-city";
    public static final String COLOR = "kcTheme-color";
    public static final String ACCESS_RULE = "accessRule";
    public static final String ACCESS_URL = "accessUrl";
    public static final String ACCESS_CREDENTIALS = "accessCredentials";
    public static final String ACCESS_API_KEY = "accessApiKey";
    public static final String ACCESS_TIMEOUT_MILLIS = "accessTimeoutMillis";
    public static final String ACCESS_WHEN_UNKNOWN = "accessWhenUnknown";
    public static final String ACCESS_LAST_ANSWER_HOURS = "accessLastAnswerHours";
    public static final String ACCESS_CLAIM = "accessClaim";
    public static final String ACCESS_CLAIM_VALUE = "accessClaimValue";
    public static final String ACCESS_ROLE = "accessRole";
    public static final String ACCEPTED_HOME_VENUES = "acceptedHomeVenues";
    public static final String OPENING_HOURS = "openingHours";
    public static final String TIME_ZONE = "timeZone";
    public static final String MAX_VISIT_HOURS = "maxVisitHours";
    public static final String EXIT_ON_SESSION_EXPIRY = "exitOnSessionExpiry";
    public static final String WEBHOOK_URL = "webhookUrl";
    public static final String MEMBER_SALT = "memberSalt";

    private VenueKeys() {}
}
