package org.interlieux.venue;

import java.util.List;
import java.util.Optional;
import org.interlieux.venue.claims.VenueClaims;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.LogoutTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.LogoutToken;

/**
 * The protocol mapper {@code venue-visit}: it makes a client a badge client of one host venue, and decides what that
 * client is told. It runs after Keycloak's own mappers, so that it has the last word on subject and e-mail.
 */
public final class VenueVisitMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper,
                LogoutTokenMapper {
    public static final String PROVIDER_ID = "venue-visit";
    public static final String VENUE = "venue";
    public static final String RECORDS_VISITS = "recordsVisits";
    public static final String EXIT_ON_LOGOUT = "exitOnLogout";
    public static final String EMAIL_CLAIM = "emailClaim";
    private static final int AFTER_ALL_OTHERS = 1_000;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Venue visit";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Makes this client a badge client of one venue: logging in through it asks the access rule and records"
                + " a visit there.";
    }

    @Override
    public int getPriority() {
        return AFTER_ALL_OTHERS;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return VenueVisitForm.properties();
    }

    @Override
    public void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        VenueVisitForm.check(session, container, mapper);
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return write(token, mapper, session, userSession, context, OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN);
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (isServiceAccount(userSession)) {
            // Meant for whom the badge client itself is: the venue's own visits. One for somebody else lacks this.
            return (AccessToken)
                    token.addAudience(context.getClientSession().getClient().getClientId());
        }
        return write(
                token,
                mapper,
                session,
                userSession,
                context,
                getShouldUseLightweightToken(session)
                        ? OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN
                        : OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN);
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        write(token, mapper, session, userSession, context, OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION);
        // Without one, Keycloak would answer with the account's name, which is the same at every host.
        claims(session, userSession, context)
                .map(claims -> claims.subject(userSession.getUser()))
                .ifPresent(subject -> token.getOtherClaims().put("username", subject));
        return token;
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        write(token, mapper, session, userSession, context, OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO);
        // Userinfo takes its subject from this claim; Keycloak's own pairwise mappers set it in the same way.
        claims(session, userSession, context)
                .map(claims -> claims.subject(userSession.getUser()))
                .ifPresent(subject -> token.getOtherClaims().put("sub", subject));
        return token;
    }

    @Override
    public LogoutToken transformLogoutToken(
            LogoutToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        claims(session, userSession, context)
                .map(claims -> claims.subject(userSession.getUser()))
                .ifPresent(token::setSubject);
        return token;
    }

    /** The switches are about the visit's claims only: who the member is, and what stays hidden, is not optional. */
    private static <T extends IDToken> T write(
            T token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context,
            String includeSwitch) {
        UserModel user = userSession.getUser();
        claims(session, userSession, context).ifPresent(claims -> {
            token.setSubject(claims.subject(user));
            claims.protect(token, user, VenueVisitForm.emailClaim(mapper));
            if (isOn(mapper, includeSwitch)) {
                claims.writeVisit(token, user, context);
            }
        });
        return token;
    }

    /** A script that leaves a switch out means what the console's form shows when it is opened. */
    private static boolean isOn(ProtocolMapperModel mapper, String includeSwitch) {
        boolean byDefault = !OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN.equals(includeSwitch);
        return Boolean.parseBoolean(mapper.getConfig().getOrDefault(includeSwitch, String.valueOf(byDefault)));
    }

    /** Empty where an import put the mapper on a client scope: that makes no badge client, so it tells nothing. */
    private static Optional<VenueClaims> claims(
            KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        return isServiceAccount(userSession)
                ? Optional.empty()
                : BadgeClient.of(session, context.getClientSession().getClient())
                        .map(badge -> new VenueClaims(session, badge));
    }

    /** The client itself, which is no member: Keycloak has to find it again by its subject. */
    private static boolean isServiceAccount(UserSessionModel userSession) {
        return userSession.getUser().getServiceAccountClientLink() != null;
    }
}
