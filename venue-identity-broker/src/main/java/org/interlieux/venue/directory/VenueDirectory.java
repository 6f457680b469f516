package org.interlieux.venue.directory;

import java.util.List;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * Finds venues in memory. What was changed on this server is seen at once, what was changed on another one within the
 * refresh time (30 s unless set otherwise), so it says where to look: whether a venue may be used is asked of Keycloak.
 */
public interface VenueDirectory extends Provider {

    /**
     * A page of the venues that members may choose.
     *
     * @param typed part of a name, abbreviation, city or domain, or an address, of which only the domain counts;
     *     empty for all
     */
    FoundVenues offered(RealmModel realm, String typed, int first, int max);

    /** Aliases of venues that members may choose and whose addresses are of this domain. */
    List<String> byEmailDomain(RealmModel realm, String domain, int max);

    /** A page of all venues, also those that nobody may choose. */
    FoundVenues all(RealmModel realm, int first, int max);

    /** A venue is made, changed or removed in the current transaction: once that has committed, it is read anew. */
    void changed(RealmModel realm, String alias);

    @Override
    default void close() {}
}
