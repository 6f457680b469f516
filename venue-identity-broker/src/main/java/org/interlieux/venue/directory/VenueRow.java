package org.interlieux.venue.directory;

import org.jspecify.annotations.Nullable;

/**
 * A venue as it stands in the database, as far as it is searched for.
 *
 * @param offered whether members may choose it
 * @param emailDomains several are joined with {@code ##}, as the console stores them
 */
record VenueRow(
        String realmId,
        String id,
        String alias,
        boolean offered,
        @Nullable String displayName,
        @Nullable String abbreviation,
        @Nullable String city,
        @Nullable String siteUrl,
        @Nullable String emailDomains) {}
