package org.interlieux.benchmark;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.events.outbox.OutboxBackoff;
import org.keycloak.events.outbox.OutboxConfig;
import org.keycloak.events.outbox.OutboxDeliveryHandler;
import org.keycloak.events.outbox.OutboxDeliveryResult;
import org.keycloak.events.outbox.OutboxDrainerTask;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * Has Keycloak's own drainer send what waits under one kind, batch after batch, without the pauses that its timer would make between
 * them. {@code POST /realms/{realm}/sequential-drainer} answers when nothing waits any more. Compiled by the benchmark, with which ours
 * is compared; a part of no jar of ours.
 */
public final class SequentialDrainer implements RealmResourceProviderFactory {
    private static final String KIND = "sequence";
    private static final int BATCH = 50;

    @Override
    public String getId() {
        return "sequential-drainer";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new Resource(session.getKeycloakSessionFactory());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    public static final class Resource {
        private final KeycloakSessionFactory sessions;

        Resource(KeycloakSessionFactory sessions) {
            this.sessions = sessions;
        }

        @POST
        @Path("")
        public String drain() {
            int sent = 0;
            Post post;
            do {
                post = new Post();
                OutboxConfig config = new OutboxConfig(KIND, BATCH, new OutboxBackoff(), null, null, null);
                KeycloakModelUtils.runJobInTransaction(sessions, new OutboxDrainerTask(config, post, OutboxStore::new)::run);
                sent += post.sent;
            } while (post.sent > 0);
            return Integer.toString(sent);
        }
    }

    /** A plain POST to the address that the row names. */
    private static final class Post implements OutboxDeliveryHandler {
        private int sent;

        @Override
        public String entryKind() {
            return KIND;
        }

        @Override
        public OutboxDeliveryResult deliver(KeycloakSession session, OutboxEntryEntity row) {
            try {
                int status = session.getProvider(HttpClientProvider.class).postText(row.getMetadata(), row.getPayload());
                sent++;
                return status == 204 ? OutboxDeliveryResult.delivered() : OutboxDeliveryResult.retry("HTTP " + status);
            } catch (IOException e) {
                return OutboxDeliveryResult.retry(e.toString());
            }
        }
    }
}
