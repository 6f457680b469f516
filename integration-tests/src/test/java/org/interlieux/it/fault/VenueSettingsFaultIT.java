package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.util.Throwables;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.scene.ServerLog;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.interlieux.it.visitor.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Venues that are set up wrongly: refused when they are saved, with a message that says what to do. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VenueSettingsFaultIT {
    private Federation federation;

    @BeforeAll
    void create(KeycloakServer server) {
        federation = Federation.create(server);
    }

    @Test
    void dokosVenueWithoutSiteIsRefused() {
        assertRefused(dokos("https://site.example").without("siteUrl"), "siteUrl is missing: give the address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not a url                       | siteUrl must be a full address",
                "site.example                    | siteUrl must be a full address",
                "ftp://site.example              | siteUrl must be a full address",
                "javascript:alert(1)             | siteUrl must be a full address",
                "https://user:pass@site.example  | siteUrl must be a full address",
                "http://site.example             | siteUrl must use https",
                "https://site.example/?next=x    | siteUrl must be the bare address"
            })
    void unusableSiteIsRefused(String siteUrl, String message) {
        assertRefused(dokos(siteUrl), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accessRule          | ask venue                | accessRule must be the id of one access rule",
                "accessCredentials   | basic                    | accessCredentials must be member-token",
                "accessWhenUnknown   | maybe                    | accessWhenUnknown must be deny, last-answer or allow",
                "webhookUrl          | http://receiver.example  | webhookUrl must use https",
                "maxVisitHours       | 0                        | maxVisitHours must be a number of hours from 1 to 168",
                "maxVisitHours       | 169                      | maxVisitHours must be a number of hours from 1 to 168",
                "maxVisitHours       | half a day               | maxVisitHours must be a number of hours from 1 to 168",
                "exitOnSessionExpiry | maybe                    | exitOnSessionExpiry must be true or false",
                "accessUrl           | https://elsewhere.example| accessUrl must be on the same site as siteUrl",
                "accessApiKey        | a-plain-secret           | accessApiKey must be a vault reference",
                "accessTimeoutMillis | soon                     | accessTimeoutMillis must be a number",
                "accessTimeoutMillis | 999999                   | accessTimeoutMillis must be a number",
                "accessTimeoutMillis | 99                       | accessTimeoutMillis must be a number",
                "accessTimeoutMillis | -3000                    | accessTimeoutMillis must be a number",
                "accessTimeoutMillis | 3e3                      | accessTimeoutMillis must be a number",
                "accessTimeoutMillis | 3000 ms                  | accessTimeoutMillis must be a number",
                "accessRule          | all-members##ask-venue   | accessRule must be the id of one access rule",
                "accessRule          | everybody                | is not installed; there are all-members, ask-venue",
                "clientId            | ' '                      | The client ID is missing",
                "clientSecret        | ' '                      | The client secret is missing",
                "clientSecret        | **********               | The client secret is only stars",
                "issuer              | atelier                  | issuer must be an address such as",
                "disableNonce        | true                     | Switch off 'Disable nonce'",
                "disableUserInfo     | true                     | Switch off 'Disable user info'",
                "jwtAuthorizationGrantEnabled | true            | Switch off 'JWT Authorization Grant'",
                "supportsClientAssertions     | true            | Switch off 'Supports client assertions'",
                "kcTheme-color       | red                      | The colour must be written like"
            })
    void unusableSettingIsRefused(String key, String value, String message) {
        assertRefused(dokos("https://site.example").with(key, value), message);
    }

    @Test
    void endpointSetByHandIsCheckedToo() {
        for (String endpoint : List.of("authorizationUrl", "tokenUrl", "userInfoUrl", "jwksUrl", "logoutUrl")) {
            assertRefused(
                    VenueSettings.openId("plain", "https://op.example", "client", "secret", "all-members")
                            .with(endpoint, "http://op.example/x"),
                    endpoint + " must use https");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trustEmail                | Switch off 'Trust email'",
                "storeToken                | Switch off 'Store tokens'",
                "addReadTokenRoleOnCreate  | Switch off 'Store tokens' and 'Stored tokens readable'",
                "linkOnly                  | Switch off 'Account linking only'"
            })
    void switchThatMustStayOffIsRefused(String name, String message) {
        var answer =
                federation.admin().send("POST", federation.path("/identity-provider/instances"), """
                        {"alias": "switched", "providerId": "dokos", "%s": true,
                         "config": {"siteUrl": "https://site.example", "clientId": "client", "clientSecret": "secret"}}""".formatted(name));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void openIdVenueNeedsDiscoveryOrItsEndpoints() {
        VenueSettings byHand = VenueSettings.openId("by-hand", "", "client", "secret", "all-members");
        assertRefused(
                byHand,
                "discoveryUrl is missing: give the address of the venue's OpenID provider, or set by hand:"
                        + " issuer, authorizationUrl, tokenUrl, jwksUrl");
        byHand.with("issuer", "https://op.example")
                .with("authorizationUrl", "https://op.example/authorize")
                .with("tokenUrl", "https://op.example/token");
        assertRefused(byHand.with("jwksUrl", "discovery"), "or set by hand: jwksUrl");

        federation.add(byHand.with("jwksUrl", "https://op.example/keys"));
    }

    @Test
    void openIdVenueThatSendsTheMembersTokenNeedsItsSite() {
        assertRefused(
                VenueSettings.openId("token", "https://op.example", "client", "secret", "ask-venue")
                        .with("accessUrl", "https://op.example/access")
                        .with("accessCredentials", "member-token"),
                "siteUrl is missing: with accessCredentials member-token");
    }

    @Test
    void openIdVenueStandsInTheConsoleAsItWorks() {
        federation.add(VenueSettings.openId("discovered", "https://op.example", "client", "secret", "all-members")
                .with("validateSignature", "false")
                .with("pkceEnabled", "false"));

        assertThat(federation
                        .realm()
                        .identityProviders()
                        .get("discovered")
                        .toRepresentation()
                        .getConfig())
                .containsEntry("authorizationUrl", "discovery")
                .containsEntry("tokenUrl", "discovery")
                .containsEntry("jwksUrl", "discovery")
                .containsEntry("validateSignature", "true")
                .containsEntry("pkceEnabled", "true");
    }

    @Test
    void hostIsNeverOfferedWhateverIsSaved() {
        federation.add(VenueSettings.hostOnly("place"));
        String path = federation.path("/identity-provider/instances/place");
        ObjectNode saved = (ObjectNode) federation.admin().get(path);

        federation.admin().put(path, saved.put("hideOnLogin", false).toString());

        assertThat(federation.admin().get(path).path("hideOnLogin").asBoolean()).isTrue();
    }

    @Test
    void saltOfASavedVenueStaysAsItIs() {
        federation.add(VenueSettings.hostOnly("salted"));
        String path = federation.path("/identity-provider/instances/salted");
        ObjectNode saved = (ObjectNode) federation.admin().get(path);
        String salt = saved.path("config").path("memberSalt").asText();

        saved.withObject("config").put("memberSalt", "another");
        var answer = federation.admin().send("PUT", path, saved.toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("memberSalt cannot be changed");
        assertThat(federation
                        .admin()
                        .get(path)
                        .path("config")
                        .path("memberSalt")
                        .asText())
                .isEqualTo(salt);
    }

    @Test
    void aliasWithADotIsRefused() {
        assertRefused(
                VenueSettings.dokos("paris.nord", "https://site.example", "client", "secret"),
                "alias has letters, digits, - and _ only");
    }

    @Test
    void openIdVenueWithoutAccessRuleIsRefused() {
        assertRefused(
                VenueSettings.openId("no-rule", "https://op.example", "client", "secret", "")
                        .without("accessRule"),
                "accessRule is missing");
    }

    @Test
    void mapperOfAnUnknownVenueIsRefused() {
        federation.add(ServiceSettings.service("mapped"));
        var client = federation.realm().clients().findByClientId("mapped").get(0);

        assertMapperRefused("/clients/" + client.getId(), "nowhere", "Choose exactly one venue of this realm");
        assertMapperRefused("/clients/" + client.getId(), "", "Choose exactly one venue of this realm");
    }

    @Test
    void mapperOnAClientScopeIsRefused() {
        var scope = federation.realm().clientScopes().findAll().get(0);

        assertMapperRefused("/client-scopes/" + scope.getId(), "nowhere", "not to a client scope");
    }

    private void assertMapperRefused(String container, String venue, String message) {
        var answer = federation
                .admin()
                .send("POST", federation.path(container + "/protocol-mappers/models"), """
                        {"name": "visit", "protocol": "openid-connect", "protocolMapper": "venue-visit",
                         "config": {"venue": "%s"}}""".formatted(venue));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void savedVenueGetsItsSaltAndFlows() {
        federation.add(VenueSettings.dokos("complete", "https://complete.example", "client", "secret"));

        var saved = federation.realm().identityProviders().get("complete").toRepresentation();
        assertThat(saved.getPostBrokerLoginFlowAlias()).isEqualTo("federation access");
        assertThat(saved.getConfig()).containsEntry("syncMode", "FORCE").containsKey("memberSalt");
        assertThat(saved.getConfig().get("clientSecret")).isEqualTo("**********");

        String salt = saved.getConfig().remove("memberSalt");
        federation.realm().identityProviders().get("complete").update(saved);

        assertThat(federation
                        .realm()
                        .identityProviders()
                        .get("complete")
                        .toRepresentation()
                        .getConfig())
                .containsEntry("memberSalt", salt);
    }

    @Test
    void siteAtPrivateAddressIsNeverCalled(KeycloakServer server) {
        federation.add(VenueSettings.dokos("internal", "https://192.168.77.77", "client", "secret"));
        var door = federation.add(ServiceSettings.badgeClient("internal-door", "internal"));
        ServerLog log = ServerLog.from(server);

        try (Visitor member = new Visitor()) {
            // The member's browser would be sent to the site; a test stays here and plays what comes back by hand.
            String authorization = Throwables.getStackTrace(
                    catchThrowable(() -> member.open(door.loginUrl(Map.of("kc_idp_hint", "internal")))));
            assertThat(authorization).contains("https://192.168.77.77/api/method/frappe");
            Matcher state = Pattern.compile("https://192[.]168[.]77[.]77/\\S*[?&]state=([^&\\s]+)")
                    .matcher(authorization);
            assertThat(state.find()).isTrue();

            member.open(federation.url() + "/broker/internal/endpoint?code=x&state=" + state.group(1));

            assertThat(member.status()).isGreaterThanOrEqualTo(400);
        }
        assertThat(log.text())
                .contains("192.168.77.77, an internal address that calls to venues may not reach")
                .contains("--spi-guarded-http--default--allowed-networks");
        assertThat(federation.members("internal")).isEmpty();
    }

    private static VenueSettings dokos(String siteUrl) {
        return VenueSettings.dokos("refused", siteUrl, "client", "secret");
    }

    private void assertRefused(VenueSettings venue, String message) {
        assertThatThrownBy(() -> federation.add(venue))
                .hasMessageContaining("400")
                .hasMessageContaining(message);
    }
}
