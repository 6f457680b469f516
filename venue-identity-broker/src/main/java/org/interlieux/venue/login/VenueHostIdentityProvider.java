package org.interlieux.venue.login;

import jakarta.ws.rs.core.Response;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** A place without members of its own: nobody can log in there. */
final class VenueHostIdentityProvider extends AbstractIdentityProvider<IdentityProviderModel> {
    VenueHostIdentityProvider(KeycloakSession session, IdentityProviderModel config) {
        super(session, config);
    }

    @Override
    public Response performLogin(AuthenticationRequest request) {
        throw new IdentityBrokerException("Venue " + getConfig().getAlias() + " has no members: nobody logs in there");
    }

    @Override
    @Deprecated // by Keycloak, which still makes it abstract
    public Response retrieveToken(KeycloakSession keycloakSession, FederatedIdentityModel identity) {
        throw noTokens();
    }

    @Override
    public Response retrieveToken(
            KeycloakSession keycloakSession,
            FederatedIdentityModel identity,
            UserSessionModel userSession,
            UserModel user) {
        throw noTokens();
    }

    private IdentityBrokerException noTokens() {
        return new IdentityBrokerException("Venue " + getConfig().getAlias() + " has no tokens");
    }
}
