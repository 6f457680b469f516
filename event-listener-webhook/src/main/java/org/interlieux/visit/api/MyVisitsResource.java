package org.interlieux.visit.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.interlieux.visit.ledger.VisitPages;
import org.interlieux.visit.member.FederationRealm;
import org.interlieux.visit.member.MyVisitsAddress;
import org.interlieux.visit.member.MyVisitsFile;
import org.interlieux.visit.member.MyVisitsPage;
import org.interlieux.visit.message.ShownVisit;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Answers members with their own visits. */
public final class MyVisitsResource {
    private final KeycloakSession session;

    MyVisitsResource(KeycloakSession session) {
        this.session = session;
    }

    /** A page of them to read, for whoever the browser's login cookie names; how to log in for everybody else. */
    @GET
    @Path("")
    @Produces(MediaType.TEXT_HTML + ";qs=0.5") // who does not say what they want gets JSON
    public Response page() {
        FederationRealm.require(session);
        return new MyVisitsPage(session, Clock.systemUTC()).show();
    }

    /** All of them for a spreadsheet, for the same. */
    @GET
    @Path(MyVisitsAddress.FILE)
    public Response file() {
        FederationRealm.require(session);
        return new MyVisitsFile(session).get();
    }

    /** A page of them, oldest first; parameters as {@link VisitRequest} reads them. */
    @GET
    @Path("")
    @Produces(MediaType.APPLICATION_JSON)
    public Response visits() {
        UserModel member = Bearer.of(session).member();
        return Answers.page(
                session,
                filter -> new VisitPages(session, session.getContext().getRealm()).ofMember(member.getId(), filter),
                visit -> ShownVisit.withoutMember(visit, session));
    }
}
