package org.interlieux.visit.member;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interlieux.venue.FederationSettings;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitCursor;
import org.interlieux.visit.ledger.VisitPage;
import org.interlieux.visit.ledger.VisitPages;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Shows members their own visits, newest first. */
public final class MyVisitsPage {
    private static final int PAGE = 20;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final MemberPage page;
    private final Clock clock;

    public MyVisitsPage(KeycloakSession session, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.page = MemberPage.of(session);
        this.clock = clock;
    }

    /** The page, or one that says how to log in. */
    public Response show() {
        return page.reader().map(this::show).orElseGet(() -> howToLogIn(page));
    }

    /** For somebody unknown. */
    static Response howToLogIn(MemberPage page) {
        return Response.fromResponse(show(page, Response.Status.UNAUTHORIZED, MyVisitsView.NOBODY))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") // the only way in besides the cookie
                .build();
    }

    private Response show(LoggedIn login) {
        Optional<VisitCursor> before = Optional.ofNullable(
                        session.getContext().getUri().getQueryParameters().getFirst(MyVisitsAddress.BEFORE))
                .flatMap(VisitCursor::parse);
        VisitPage visits =
                new VisitPages(session, realm).newestOfMember(login.user().getId(), before.orElse(null), PAGE);
        MyVisitsAddress address = new MyVisitsAddress(session);
        return show(
                page,
                Response.Status.OK,
                new MyVisitsView(
                        true,
                        visits(visits.visits()),
                        visits.next() == null
                                ? ""
                                : address.before(visits.next()).toString(),
                        before.isPresent() ? address.page().toString() : "",
                        address.file().toString(),
                        FederationSettings.of(realm).visitRetention().toDays()));
    }

    private List<MyVisit> visits(List<Visit> visits) {
        Locale reader = page.language();
        return visits.stream().map(visit -> visit(visit, reader)).toList();
    }

    private MyVisit visit(Visit visit, Locale reader) {
        VisitedVenue host = VisitedVenue.of(session, visit.hostVenueId(), reader);
        return new MyVisit(
                host.name(), host.clock().day(visit.enteredAt()), Stay.of(visit, host.clock(), clock.instant()));
    }

    private static Response show(MemberPage page, Response.Status status, MyVisitsView view) {
        return page.show(status, "my-visits.ftl", "mine", view);
    }
}
