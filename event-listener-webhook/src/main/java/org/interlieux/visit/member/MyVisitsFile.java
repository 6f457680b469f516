package org.interlieux.visit.member;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitCursor;
import org.interlieux.visit.ledger.VisitPage;
import org.interlieux.visit.ledger.VisitPages;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** All of a member's own visits as a file for spreadsheets, newest first; times are those of the venue's clock. */
public final class MyVisitsFile {
    /** So many visits are read at once, */
    private static final int PAGE = 500;

    /** and so many are in a file at most: ten a day for years. */
    private static final int MOST_PAGES = 40;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final KeycloakSession session;
    private final RealmModel realm;

    public MyVisitsFile(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The file, for a request of our own page; otherwise the page that says how to log in. */
    public Response get() {
        MemberPage page = MemberPage.of(session);
        return page.reader()
                .filter(login ->
                        OwnPage.sent(session.getContext().getHttpRequest().getHttpHeaders()))
                .map(login -> file(login.user().getId(), page.language()))
                .orElseGet(() -> MyVisitsPage.howToLogIn(page));
    }

    private Response file(String userId, Locale reader) {
        return Response.ok(text(userId, reader), "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + MyVisitsAddress.FILE + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private String text(String userId, Locale reader) {
        Csv csv = Csv.of(reader);
        Properties words = words(reader);
        StringBuilder text = new StringBuilder(Csv.MARK)
                .append(csv.line(List.of("venue", "entered", "left", "timeZone", "exit", "estimated", "id").stream()
                        .map(column -> words.getProperty("interlieux.mine.column." + column))
                        .toList()));
        Map<String, VisitedVenue> venues = new HashMap<>();
        VisitCursor before = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            VisitPage visits = new VisitPages(session, realm).newestOfMember(userId, before, PAGE);
            for (Visit visit : visits.visits()) {
                VisitedVenue host =
                        venues.computeIfAbsent(visit.hostVenueId(), id -> VisitedVenue.of(session, id, reader));
                text.append(csv.line(cells(visit, host, words)));
            }
            before = visits.next();
            if (before == null) {
                break;
            }
        }
        return text.toString();
    }

    private static List<String> cells(Visit visit, VisitedVenue host, Properties words) {
        return List.of(
                host.name(),
                moment(visit.enteredAt(), host.clock()),
                moment(visit.exitedAt(), host.clock()),
                host.clock().zone().getId(),
                visit.exitReason() == null ? "" : words.getProperty("interlieux.exit." + visit.exitReason(), ""),
                words.getProperty("interlieux.mine." + (visit.exitEstimated() ? "yes" : "no")),
                visit.id());
    }

    private static String moment(@Nullable Instant moment, VenueClock clock) {
        return moment == null ? "" : MOMENT.format(clock.at(moment));
    }

    private Properties words(Locale reader) {
        try {
            return session.theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(realm, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
