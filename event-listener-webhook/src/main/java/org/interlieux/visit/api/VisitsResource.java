package org.interlieux.visit.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.interlieux.venue.Venue;
import org.interlieux.visit.ledger.VisitLedger;
import org.interlieux.visit.ledger.VisitPages;
import org.interlieux.visit.message.ShownVisit;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponseException;

/** Answers a venue's site with the visits of its members and the visits to it, and no others. */
public final class VisitsResource {
    private final KeycloakSession session;
    private final RealmModel realm;

    VisitsResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** A page of them, oldest first; parameters as {@link VisitRequest} reads them. */
    @GET
    @Path("")
    @Produces(MediaType.APPLICATION_JSON)
    public Response visits() {
        Venue venue = Bearer.of(session).venue();
        return Answers.page(
                session,
                filter -> new VisitPages(session, realm).ofVenue(venue.id(), filter),
                visit -> ShownVisit.to(venue, visit, session, realm));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response visit(@PathParam("id") String id) {
        Venue venue = Bearer.of(session).venue();
        return new VisitLedger(session, realm)
                .find(id)
                .filter(visit -> visit.homeVenueId().equals(venue.id())
                        || visit.hostVenueId().equals(venue.id()))
                .map(visit -> Answers.json(ShownVisit.to(venue, visit, session, realm)))
                .orElseThrow(() -> new ErrorResponseException(
                        "not_found", "This venue has no such visit", Response.Status.NOT_FOUND));
    }
}
