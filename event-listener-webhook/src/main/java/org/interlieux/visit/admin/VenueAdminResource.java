package org.interlieux.visit.admin;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.interlieux.venue.Venue;
import org.interlieux.visit.api.Answers;
import org.interlieux.visit.delivery.Deliveries;
import org.interlieux.visit.delivery.WebhookKeys;
import org.interlieux.visit.delivery.WebhookTest;
import org.interlieux.visit.verify.Checks;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What admins see and do about one venue's messages. Each change is an admin event. */
public final class VenueAdminResource {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final Venue venue;

    VenueAdminResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator auth,
            AdminEventBuilder adminEvent,
            Venue venue) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
        this.venue = venue;
    }

    /**
     * A page of deliveries in one state, without their contents.
     *
     * @param state {@code waiting} (by default), {@code delivered}, {@code dead_letter}
     * @param after what an earlier answer called {@code next}
     * @param max from 1 to 100 (50)
     */
    @GET
    @Path("deliveries")
    @Produces(MediaType.APPLICATION_JSON)
    public Response deliveries(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("max") @Nullable String max) {
        VisitRoles.requireView(auth);
        DeliveryRequest request = Answers.orInvalidRequest(() -> DeliveryRequest.of(state, after, max));
        return Answers.json(DeliveryList.of(ours().list(request.state(), request.after(), request.max())));
    }

    /** Sends one delivery again; one that waits is tried at once. */
    @POST
    @Path("deliveries/{id}/replay")
    public Response replay(@PathParam("id") String id) {
        VisitRoles.requireManage(auth);
        if (!ours().replay(id)) {
            throw new ErrorResponseException("not_found", "This venue has no such delivery", Response.Status.NOT_FOUND);
        }
        tell("INTERLIEUX_REPLAY", "deliveries", id);
        return Response.noContent().build();
    }

    /**
     * Sends again what was written in a stretch of time: 1000 at once at most, and the answer says where to go on.
     *
     * @param from ISO 8601; without it from the beginning
     * @param to ISO 8601; without it until now
     * @param state as {@link #deliveries}; {@code dead_letter} by default
     */
    @POST
    @Path("replay")
    @Produces(MediaType.APPLICATION_JSON)
    public Response replay(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after) {
        VisitRoles.requireManage(auth);
        ReplayRequest request = Answers.orInvalidRequest(() -> ReplayRequest.of(from, to, state, after));
        Deliveries.Replay replay =
                ours().replay(request.state(), request.from(), request.to(), request.after(), ReplayRequest.AT_ONCE);
        tell("INTERLIEUX_REPLAY", "replay");
        return Answers.json(Replayed.of(replay));
    }

    /** Sends a {@code webhook.test} and waits for the answer. What the receiver said is not shown. */
    @POST
    @Path("test")
    @Produces(MediaType.APPLICATION_JSON)
    public Response test() {
        VisitRoles.requireManage(auth);
        WebhookTest test = WebhookTest.of(session, realm, venue, Clock.systemUTC());
        tell("INTERLIEUX_WEBHOOK_TEST", "test");
        session.getTransactionManager().commit(); // a slow venue must not keep a connection to the database
        return Answers.json(TestResult.of(test.send()));
    }

    /** Has the venue asked what it misses, within a minute instead of at night. */
    @POST
    @Path("verify")
    public Response verify() {
        VisitRoles.requireManage(auth);
        if (!new Checks(session).now(venue.id())) {
            throw new ErrorResponseException(
                    "conflict", "Nothing was ever sent to this venue", Response.Status.CONFLICT);
        }
        tell("INTERLIEUX_VERIFY", "verify");
        return Response.noContent().build();
    }

    /**
     * A venue's webhook keys, current one first.
     *
     * @param keys as Standard Webhooks writes them: {@code whsec_} and base64
     */
    public record VenueKeys(List<String> keys) {}

    /** Shows the venue's webhook keys; nothing else ever does. */
    @POST
    @Path("webhook-key")
    @Produces(MediaType.APPLICATION_JSON)
    public Response webhookKey() {
        if (!auth.realm().canManageIdentityProviders() || !auth.realm().canManageRealm()) {
            throw new ForbiddenException();
        }
        tell("INTERLIEUX_WEBHOOK_KEY", "webhook-key");
        return Answers.json(new VenueKeys(new WebhookKeys(session, realm).of(venue.id())));
    }

    private Deliveries ours() {
        return new Deliveries(session, venue, Clock.systemUTC());
    }

    private void tell(String what, String... path) {
        String[] whole = new String[path.length + 3];
        whole[0] = "interlieux";
        whole[1] = "venues";
        whole[2] = venue.alias();
        System.arraycopy(path, 0, whole, 3, path.length);
        adminEvent
                .operation(OperationType.ACTION)
                .resource(what)
                .resourcePath(whole)
                .success();
    }
}
