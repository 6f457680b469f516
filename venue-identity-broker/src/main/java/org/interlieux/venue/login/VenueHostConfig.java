package org.interlieux.venue.login;

import org.interlieux.venue.VenueType;
import org.interlieux.venue.settings.VenueValidation;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.RealmModel;

/** The settings of a place without members of its own. */
final class VenueHostConfig extends IdentityProviderModel {
    @Override
    public void validate(RealmModel realm) {
        VenueValidation.check(this, VenueType.HOST, realm);
    }
}
