package org.interlieux.venue;

import java.util.ArrayList;
import java.util.List;
import org.interlieux.venue.claims.ReleasedEmail;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.provider.ProviderConfigProperty;

/** The form of the mapper {@code venue-visit} in the console, and what is refused when it is saved. */
final class VenueVisitForm {
    private VenueVisitForm() {}

    static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> form = new ArrayList<>();
        form.add(property(VenueVisitMapper.VENUE, ProviderConfigProperty.IDENTITY_PROVIDER_MULTI_LIST_TYPE, ""));
        form.add(property(VenueVisitMapper.RECORDS_VISITS, ProviderConfigProperty.BOOLEAN_TYPE, "true"));
        form.add(property(VenueVisitMapper.EXIT_ON_LOGOUT, ProviderConfigProperty.BOOLEAN_TYPE, "true"));
        ProviderConfigProperty email = property(VenueVisitMapper.EMAIL_CLAIM, ProviderConfigProperty.LIST_TYPE, "none");
        email.setOptions(List.of("none", "pseudonym", "verified"));
        form.add(email);
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(form, VenueVisitMapper.class);
        return form;
    }

    static void check(KeycloakSession session, ProtocolMapperContainerModel container, ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        if (!(container instanceof ClientModel)) {
            throw new ProtocolMapperConfigException(
                    "Add the mapper venue-visit to the client itself: a client scope is no door",
                    "interlieux.mapper.clientOnly");
        }
        String alias =
                mapper.getConfig().getOrDefault(VenueVisitMapper.VENUE, "").trim();
        if (alias.isEmpty() || new Venues(session).byAlias(alias).isEmpty()) {
            throw new ProtocolMapperConfigException(
                    "Choose exactly one venue of this realm (it is '" + alias.replace(Constants.CFG_DELIMITER, ", ")
                            + "')",
                    "interlieux.mapper.venue.unknown");
        }
        try {
            emailClaim(mapper);
        } catch (IllegalArgumentException e) {
            throw new ProtocolMapperConfigException(
                    String.valueOf(e.getMessage()), "interlieux.mapper.emailClaim.wrong");
        }
    }

    static ReleasedEmail emailClaim(ProtocolMapperModel mapper) {
        return ReleasedEmail.of(mapper.getConfig().getOrDefault(VenueVisitMapper.EMAIL_CLAIM, ""));
    }

    private static ProviderConfigProperty property(String name, String type, String byDefault) {
        String message = "interlieux.mapper." + name;
        return new ProviderConfigProperty(name, message, message + ".help", type, byDefault);
    }
}
