package org.interlieux.visit.badge;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.visit.VisitListenerFactory;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitLedger;
import org.interlieux.visit.member.FederationRealm;
import org.interlieux.visit.member.LoggedIn;
import org.interlieux.visit.member.MemberPage;
import org.interlieux.visit.message.ToldChanges;
import org.jspecify.annotations.Nullable;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Answers the code at a venue's door. */
public final class BadgeResource {
    private static final String VISIT = "visit";
    private static final String VISIT_ID = "[0-9A-Za-z-]{1,36}";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    BadgeResource(KeycloakSession session, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.clock = clock;
    }

    /** The open visit; where there is none, the way into a login, and what became of one that comes back. */
    @GET
    @Path("{venue}")
    public Response page(@PathParam("venue") String alias) {
        return at(alias, pages -> open(pages)
                .filter(visit -> isHere(pages, visit))
                .map(visit -> isAnswer() ? seeOther(address(pages).page()) : pages.here(visit))
                .orElseGet(() -> isAnswer() ? seeOther(address(pages).afterLogin(answer(pages))) : logIn(pages)));
    }

    /** What became of a login. Nothing begins by itself here, so that no login can follow the other without end. */
    @GET
    @Path("{venue}/login/{state}")
    public Response afterLogin(@PathParam("venue") String alias, @PathParam("state") String word) {
        return at(
                alias,
                pages -> isHere(pages)
                        ? seeOther(address(pages).page())
                        : BadgeState.afterLogin(word)
                                .map(pages::of)
                                .orElseGet(() -> seeOther(address(pages).page())));
    }

    /** A visit of the reader that has ended here. */
    @GET
    @Path("{venue}/left/{visit}")
    public Response left(@PathParam("venue") String alias, @PathParam("visit") String visitId) {
        return at(
                alias,
                pages -> isHere(pages)
                        ? seeOther(address(pages).page())
                        : ended(pages, visitId)
                                .map(pages::ended)
                                .orElseGet(() -> seeOther(address(pages).page())));
    }

    /** The member leaves. */
    @POST
    @Path("{venue}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@PathParam("venue") String alias) {
        HttpRequest form = session.getContext().getHttpRequest();
        return at(alias, pages -> pages.page()
                .reader()
                .map(login -> login.sent(form) ? leave(pages, login) : pages.of(BadgeState.NOT_SENT))
                .orElseGet(() -> pages.of(BadgeState.LOGGED_OUT)));
    }

    private Response leave(BadgePages pages, LoggedIn login) {
        ToldChanges changes = new ToldChanges(session, realm, VisitListenerFactory.deliveries(session));
        Optional<Visit> left =
                ledger().leave(login.user().getId(), pages.venue().id(), clock.instant());
        left.ifPresent(changes::tell);
        // A thumb that hit the button twice reads what the first hit did.
        return left.or(() -> ended(pages, formField(VISIT)))
                .map(visit -> seeOther(address(pages).left(visit.id())))
                .orElseGet(() -> pages.notHere(open(pages)));
    }

    private Response at(String alias, Function<BadgePages, Response> answer) {
        FederationRealm.require(session);
        MemberPage page = MemberPage.of(session);
        return new Venues(session)
                .byAlias(alias)
                .map(venue -> answer.apply(new BadgePages(session, page, venue, clock)))
                .orElseGet(() -> BadgePages.noSuchVenue(session, page));
    }

    private Response logIn(BadgePages pages) {
        Venue venue = pages.venue();
        if (!venue.enabled()) {
            return pages.of(BadgeState.CLOSED);
        }
        return BadgePageClient.of(session, realm, venue)
                .filter(client -> client.faults().isEmpty())
                .map(client -> seeOther(address(pages).login(client.client().getClientId())))
                .orElseGet(() -> pages.of(BadgeState.NO_PAGE));
    }

    private boolean isAnswer() {
        return session.getContext().getUri().getQueryParameters().containsKey(BadgeAddress.ANSWER);
    }

    private BadgeState answer(BadgePages pages) {
        return BadgeState.afterLogin(
                session.getContext().getUri().getQueryParameters(),
                pages.page().reader().isPresent());
    }

    private Optional<Visit> open(BadgePages pages) {
        return pages.page().reader().flatMap(login -> ledger().open(login.user().getId()));
    }

    private Optional<Visit> ended(BadgePages pages, @Nullable String visitId) {
        return pages.page()
                .reader()
                .flatMap(login -> Optional.ofNullable(visitId)
                        .filter(id -> id.matches(VISIT_ID))
                        .flatMap(ledger()::find)
                        .filter(visit -> login.user().getId().equals(visit.userId())))
                .filter(visit -> isHere(pages, visit) && !visit.isOpen());
    }

    private boolean isHere(BadgePages pages) {
        return open(pages).filter(visit -> isHere(pages, visit)).isPresent();
    }

    private static boolean isHere(BadgePages pages, Visit visit) {
        return visit.hostVenueId().equals(pages.venue().id());
    }

    private @Nullable String formField(String name) {
        return session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(name);
    }

    private BadgeAddress address(BadgePages pages) {
        return new BadgeAddress(session, pages.venue());
    }

    private VisitLedger ledger() {
        return new VisitLedger(session, realm, clock);
    }

    private static Response seeOther(URI address) {
        return Response.seeOther(address).header("Cache-Control", "no-store").build();
    }
}
