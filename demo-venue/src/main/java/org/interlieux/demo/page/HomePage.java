package org.interlieux.demo.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interlieux.demo.Member;
import org.interlieux.demo.federation.FederationSession;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.site.VisitorSession;
import org.interlieux.demo.store.VisitRecord;

/** The door page: who is in, and what the site was told. */
public final class HomePage implements Handler {
    private static final int SHOWN_RECORDS = 100;
    private static final List<String> SHOWN_CLAIMS = List.of("sub", "email", "home_venue", "host_venue", "visit_id");

    private final Site site;
    private final Pages pages;

    public HomePage(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    @Override
    public void handle(Context request) {
        VisitorSession visitor = VisitorSession.of(request);
        Map<String, Object> values = new HashMap<>();
        values.put("provider", site.isProvider());
        values.put("federation", site.federation().isPresent());
        visitor.memberEmail()
                .flatMap(site::memberByEmail)
                .map(Member::name)
                .ifPresent(name -> values.put("member", name));
        visitor.get(FederationSession.KEY, FederationSession.class)
                .ifPresent(session -> values.put("in", Map.of("claims", claims(session.userInfo()))));
        values.put("records", newestFirst(pages.language(request)));
        pages.show(request, "home", values);
    }

    private static List<Map<String, String>> claims(JsonNode userInfo) {
        return SHOWN_CLAIMS.stream()
                .filter(userInfo::hasNonNull)
                .map(name -> Map.of("name", name, "value", userInfo.path(name).asText()))
                .toList();
    }

    private List<RecordRow> newestFirst(Locale language) {
        List<VisitRecord> newest = new ArrayList<>(site.store().records());
        Collections.reverse(newest);
        return newest.stream()
                .limit(SHOWN_RECORDS)
                .map(message -> RecordRow.of(message, language))
                .toList();
    }
}
