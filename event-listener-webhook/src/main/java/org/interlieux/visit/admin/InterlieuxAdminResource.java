package org.interlieux.visit.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.venue.health.HealthReport;
import org.interlieux.venue.list.PageRequest;
import org.interlieux.venue.list.Refusal;
import org.interlieux.visit.VisitListenerFactory;
import org.interlieux.visit.api.Answers;
import org.interlieux.visit.api.VisitRequest;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitLedger;
import org.interlieux.visit.ledger.VisitPages;
import org.interlieux.visit.message.ToldChanges;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The admin paths under {@code /admin/realms/{realm}/interlieux}. */
public final class InterlieuxAdminResource {
    private static final int HEALTH_PAGE = 50;
    private static final int HEALTH_MAX = 100;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    InterlieuxAdminResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    /** A page of the realm's visits, oldest first; parameters as {@link VisitRequest} reads them. */
    @GET
    @Path("visits")
    @Produces(MediaType.APPLICATION_JSON)
    public Response visits() {
        VisitRoles.requireView(auth);
        return Answers.page(
                session,
                filter -> new VisitPages(session, realm).ofRealm(filter),
                visit -> AdminVisit.of(visit, session));
    }

    /**
     * What an admin should know of the federation's set-up: of the realm, and of a page of venues.
     *
     * @param first index of the first venue, from 0
     * @param max from 1 to 100 (50)
     */
    @GET
    @Path("health")
    @Produces(MediaType.APPLICATION_JSON)
    public Response health(@QueryParam("first") @Nullable String first, @QueryParam("max") @Nullable String max) {
        auth.realm().requireViewRealm();
        auth.realm().requireViewIdentityProviders();
        PageRequest page;
        try {
            page = PageRequest.of(null, first, max, HEALTH_PAGE, HEALTH_MAX);
        } catch (IllegalArgumentException e) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(new Refusal("invalid_request", String.valueOf(e.getMessage())))
                    .build();
        }
        return Response.ok(HealthReport.of(session, realm, page))
                .header("Cache-Control", "no-store")
                .build();
    }

    /**
     * What would happen if a member came to a venue now; nothing changes by asking. What can only be asked with the member's
     * own token is {@code unknown}.
     *
     * @param member a Keycloak user id
     * @param host a venue's alias
     */
    @GET
    @Path("check-access")
    @Produces(MediaType.APPLICATION_JSON)
    public Response checkAccess(
            @QueryParam("member") @Nullable String member, @QueryParam("host") @Nullable String host) {
        auth.users().requireView();
        auth.realm().requireViewIdentityProviders();
        if (member == null || member.isBlank() || host == null || host.isBlank()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(new Refusal("invalid_request", "Give member (a user id) and host (the alias of a venue)"))
                    .build();
        }
        UserModel user = session.users().getUserById(realm, member);
        Optional<Venue> venue = new Venues(session).byAlias(host);
        if (user == null || venue.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND)
                    .entity(new Refusal(
                            "not_found",
                            user == null ? "There is no user '" + member + "'" : "There is no venue '" + host + "'"))
                    .build();
        }
        return Response.ok(AccessCheck.of(session, realm, user, venue.get()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Closes a visit that somebody forgot to end; the venues are told. */
    @POST
    @Path("visits/{id}/close")
    @Produces(MediaType.APPLICATION_JSON)
    public Response close(@PathParam("id") String id) {
        VisitRoles.requireManage(auth);
        VisitLedger ledger = new VisitLedger(session, realm);
        if (ledger.find(id).isEmpty()) {
            throw new ErrorResponseException("not_found", "There is no such visit", Response.Status.NOT_FOUND);
        }
        Visit closed = ledger.close(id, Clock.systemUTC().instant())
                .orElseThrow(() -> new ErrorResponseException(
                        "conflict", "This visit is closed already", Response.Status.CONFLICT));
        new ToldChanges(session, realm, VisitListenerFactory.deliveries(session)).tell(closed);
        adminEvent
                .operation(OperationType.ACTION)
                .resource("INTERLIEUX_VISIT_CLOSE")
                .resourcePath("interlieux", "visits", id, "close")
                .success();
        return Answers.json(AdminVisit.of(closed, session));
    }

    /** What is about one venue. */
    @Path("venues/{alias}")
    public VenueAdminResource venue(@PathParam("alias") String alias) {
        return new Venues(session)
                .byAlias(alias)
                .map(venue -> new VenueAdminResource(session, realm, auth, adminEvent, venue))
                .orElseThrow(NotFoundException::new);
    }
}
