package org.interlieux.venue.account;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** The authenticator {@code own-account-form}. */
public final class OwnAccountFormFactory extends UsernamePasswordFormFactory {
    @Override
    public String getId() {
        return "own-account-form";
    }

    @Override
    public String getDisplayType() {
        return "Own account form";
    }

    @Override
    public String getHelpText() {
        return "Username and password of an account of the realm itself. As Keycloak's form, but without a button for each venue.";
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new OwnAccountForm(session);
    }
}
