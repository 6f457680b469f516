package org.interlieux.venue.reference;

import org.interlieux.venue.VenueKeys;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * A venue that one transaction removes and makes anew, as Keycloak's partial import does when it overwrites, stays the
 * same venue: with its internal id, its salt, a secret that is only stars, and everything that names it.
 */
public final class ReplacedVenue {
    private static final String CLIENT_SECRET = "clientSecret";

    private final KeycloakSession session;
    private final RealmModel realm;

    public ReplacedVenue(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Remembers what is removed in this transaction, and crosses out what names it. */
    public void removed(IdentityProviderModel venue) {
        session.setAttribute(note(venue.getAlias()), venue);
        new VenueReferences(session, realm).crossOut(venue.getAlias());
    }

    /** Gives a new venue what belonged to the one that it replaces, if it does. */
    public void takeOver(IdentityProviderModel venue) {
        IdentityProviderModel before = session.getAttribute(note(venue.getAlias()), IdentityProviderModel.class);
        if (before == null) {
            return;
        }
        session.removeAttribute(note(venue.getAlias()));
        venue.setInternalId(before.getInternalId());
        venue.getConfig().computeIfAbsent(VenueKeys.MEMBER_SALT, key -> before.getConfig()
                .get(key));
        if (ComponentRepresentation.SECRET_VALUE.equals(venue.getConfig().get(CLIENT_SECRET))) {
            venue.getConfig()
                    .put(CLIENT_SECRET, before.getConfig().get(CLIENT_SECRET)); // stars stand for the one it has
        }
        new VenueReferences(session, realm).restore(venue.getAlias());
    }

    private String note(String alias) {
        return "interlieux.removed." + realm.getId() + "." + alias;
    }
}
