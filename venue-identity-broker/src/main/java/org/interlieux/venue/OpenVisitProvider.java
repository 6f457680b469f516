package org.interlieux.venue;

import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * Who is at a venue right now, for whoever needs to know without knowing how visits are kept. The module that records
 * visits implements it; without that module nobody is anywhere.
 */
public interface OpenVisitProvider extends Provider {

    /** The id of the member's open visit at this host, if there is one. */
    Optional<String> openVisit(RealmModel realm, String userId, Venue host);

    @Override
    default void close() {}
}
