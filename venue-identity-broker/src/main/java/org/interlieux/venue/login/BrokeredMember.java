package org.interlieux.venue.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.interlieux.venue.ForeignText;
import org.interlieux.venue.VenueKeys;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.oidc.mappers.AbstractJsonUserAttributeMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.util.JsonSerialization;

/** Turns what a venue released into the account of one (venue, subject), trusting none of it to name the account. */
final class BrokeredMember {
    private static final int MAX_TEXT = 100;
    private static final int MAX_SUBJECT = 255;
    private static final int MAX_EMAIL = 254; // RFC 5321, section 4.5.3.1.3

    private final OIDCIdentityProviderConfig config;
    private final LoginRefusals refusals;

    BrokeredMember(OIDCIdentityProviderConfig config, LoginRefusals refusals) {
        this.config = config;
        this.refusals = refusals;
    }

    BrokeredIdentityContext identity(JsonWebToken idToken, JsonNode userInfo, AccessTokenResponse tokens) {
        String subject = idToken.getSubject();
        if (subject.length() > MAX_SUBJECT) {
            throw refusals.of(VenueMessages.NO_SUBJECT, "Its subject is longer than 255 characters");
        }
        BrokeredIdentityContext identity = new BrokeredIdentityContext(subject, config);
        identity.setFirstName(claim(IDToken.GIVEN_NAME, idToken, userInfo));
        identity.setLastName(claim(IDToken.FAMILY_NAME, idToken, userInfo));
        if (identity.getFirstName() == null && identity.getLastName() == null) {
            identity.setFirstName(claim(IDToken.NAME, idToken, userInfo));
        }
        identity.setEmail(email(raw(IDToken.EMAIL, idToken, userInfo)));
        identity.setUsername(accountName(subject));
        identity.setModelUsername(accountName(subject));
        identity.setBrokerUserId(config.getAlias() + "." + subject);
        brokerSession(idToken, tokens).ifPresent(id -> identity.setBrokerSessionId(config.getAlias() + "." + id));
        identity.getContextData().put(OIDCIdentityProvider.VALIDATED_ID_TOKEN, idToken);
        identity.getContextData().put(OIDCIdentityProvider.FEDERATED_ACCESS_TOKEN_RESPONSE, tokens);
        keepAccessClaim(identity, idToken, userInfo);
        if (!userInfo.isMissingNode()) {
            AbstractJsonUserAttributeMapper.storeUserProfileForMapper(identity, userInfo, config.getAlias());
        }
        return identity;
    }

    /** What the rule {@code claim} looks at is kept with the login; nothing else of what the venue released is. */
    private void keepAccessClaim(BrokeredIdentityContext identity, JsonWebToken idToken, JsonNode userInfo) {
        String path = config.getConfig().get(VenueKeys.ACCESS_CLAIM);
        if (path == null || path.isBlank()) {
            return;
        }
        ObjectNode released = JsonSerialization.mapper.valueToTree(idToken);
        if (userInfo instanceof ObjectNode more) {
            released.setAll(more); // newer, and about the same subject
        }
        identity.getContextData()
                .put(ReleasedClaim.NOTE, ReleasedClaim.of(released, path.trim()).json());
    }

    /**
     * The account's name in Keycloak. Names there ignore case and are shared by all venues, so a venue must not be able
     * to choose one: it is derived from the venue's internal id and the subject.
     */
    private String accountName(String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((config.getInternalId() + "\n" + subject).getBytes(StandardCharsets.UTF_8));
            return config.getAlias() + "." + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> brokerSession(JsonWebToken idToken, AccessTokenResponse tokens) {
        Object sid = idToken.getOtherClaims().get(IDToken.SESSION_ID);
        return sid instanceof String text ? Optional.of(text) : Optional.ofNullable(tokens.getSessionState());
    }

    private static @Nullable String claim(String name, JsonWebToken idToken, JsonNode userInfo) {
        String raw = raw(name, idToken, userInfo);
        return raw == null ? null : ForeignText.clean(raw, MAX_TEXT).orElse(null);
    }

    private static @Nullable String raw(String name, JsonWebToken idToken, JsonNode userInfo) {
        JsonNode fromUserInfo = userInfo.path(name);
        if (fromUserInfo.isTextual()) {
            return fromUserInfo.textValue();
        }
        return idToken.getOtherClaims().get(name) instanceof String text ? text : null;
    }

    /** Taken as it is or not at all: an address that was cut or cleaned would be somebody else's. */
    private static @Nullable String email(@Nullable String address) {
        return address != null
                        && address.length() <= MAX_EMAIL
                        && address.matches("[^\\s\\p{C}@<>,;\"]+@[^\\s\\p{C}@<>,;\"]+")
                ? address
                : null;
    }
}
