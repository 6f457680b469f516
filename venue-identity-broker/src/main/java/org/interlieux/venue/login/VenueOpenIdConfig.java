package org.interlieux.venue.login;

import org.interlieux.venue.VenueType;
import org.interlieux.venue.settings.VenueValidation;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.RealmModel;

/** What every home venue has in common: signatures are checked, nonces are sent, tokens stay in the login session. */
abstract class VenueOpenIdConfig extends OIDCIdentityProviderConfig {
    private final transient VenueType type;

    VenueOpenIdConfig(VenueType type) {
        this.type = type;
    }

    VenueOpenIdConfig(VenueType type, IdentityProviderModel model) {
        super(model);
        this.type = type;
    }

    @Override
    public void validate(RealmModel realm) {
        VenueValidation.check(this, type, realm);
    }

    @Override
    public boolean isValidateSignature() {
        return true;
    }

    @Override
    public boolean isDisableNonce() {
        return false;
    }

    @Override
    public boolean isStoreTokenInSession() {
        return true; // the access rule asks the venue with the member's own token, also after a cookie login
    }

    @Override
    public boolean isPkceEnabled() {
        return true;
    }

    @Override
    public String getPkceMethod() {
        return "S256";
    }

    /** At a log-out the member's browser goes to the home venue itself; nobody waits for a call of ours. */
    @Override
    public boolean isBackchannelSupported() {
        return false;
    }

    @Override
    public boolean isSupportsClientAssertions() {
        return false;
    }

    @Override
    public boolean isJWTAuthorizationGrantEnabled() {
        return false;
    }

    /** Whether the venue says that it names itself in every answer (RFC 9207), so that one without a name is not its own. */
    boolean isIssuerNamedInAnswers() {
        return false;
    }
}
