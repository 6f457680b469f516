package org.interlieux.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Scene;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** A badge client, and whatever it can read about a visit. */
record Door(Service service) {
    static final String FABRIQUE = "fabrique";

    static Door of(Scene scene) {
        return of(scene, FABRIQUE, client -> {});
    }

    /** Set up in another way than a badge client usually is. */
    static Door of(Scene scene, String host, Consumer<ClientRepresentation> change) {
        Door door = new Door(scene.federation().add(ServiceSettings.badgeClient("door-" + UUID.randomUUID(), host)));
        meantForItself(scene, door.service);
        change(scene, door.service, change);
        return door;
    }

    static void change(Scene scene, Service service, Consumer<ClientRepresentation> change) {
        var clients = scene.federation().realm().clients();
        ClientRepresentation client = clients.findByClientId(service.clientId()).get(0);
        change.accept(client);
        clients.get(client.getId()).update(client);
    }

    /** Introspection tells a client about tokens only that name it as their audience. */
    static void meantForItself(Scene scene, Service service) {
        meantFor(scene, service, service.clientId());
    }

    static void meantFor(Scene scene, Service service, String audience) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("audience " + audience);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-audience-mapper");
        mapper.setConfig(Map.of("included.client.audience", audience, "access.token.claim", "true"));
        var clients = scene.federation().realm().clients();
        clients.get(clients.findByClientId(service.clientId()).get(0).getId())
                .getProtocolMappers()
                .createMapper(mapper)
                .close();
    }

    /** The visit that all of these tokens, and all answers about them, are of. */
    String assertTellsVisit(Tokens tokens) {
        String visit = tokens.idClaims().path("visit_id").asText();
        assertThat(visit).isNotBlank();
        read(tokens).forEach((where, claims) -> {
            assertThat(claims.path("visit_id").asText()).as(where).isEqualTo(visit);
            assertThat(claims.path("host_venue").asText()).as(where).isEqualTo(FABRIQUE);
            assertThat(claims.path("home_venue").asText()).as(where).isNotBlank();
        });
        return visit;
    }

    void assertTellsNoVisit(Tokens tokens) {
        read(tokens).forEach((where, claims) -> assertThat(
                        claims.has("visit_id") || claims.has("home_venue") || claims.has("host_venue"))
                .as("%s: %s", where, claims)
                .isFalse());
    }

    private Map<String, JsonNode> read(Tokens tokens) {
        Map<String, JsonNode> read = new LinkedHashMap<>();
        JsonNode access = tokens.accessClaims();
        read.put("access token", access);
        JsonNode introspection = service.introspect(tokens);
        assertThat(introspection.path("active").asBoolean()).as("introspection").isTrue();
        read.put("introspection", introspection);
        if (!tokens.idToken().isEmpty()) {
            read.put("id token", tokens.idClaims());
        }
        if ((" " + access.path("scope").asText() + " ").contains(" openid ")) {
            read.put("userinfo", service.userInfo(tokens));
        }
        return read;
    }
}
