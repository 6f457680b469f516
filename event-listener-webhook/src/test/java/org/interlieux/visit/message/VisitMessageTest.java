package org.interlieux.visit.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.interlieux.visit.ledger.Visit;
import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

class VisitMessageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MORNING = Instant.parse("2026-11-20T08:03:12.340Z");

    @Test
    void entryCarriesTheWholeStateAndSaysWhatIsNotYet() throws IOException {
        Visit visit = new Visit("v1", "r", "u", "h", "w", "c", 1, MORNING, null, null, false, "login");
        VisitMessage message = message(visit, new VisitMessage.MemberShown("s1", "Ada", null));

        assertThat(JSON.readTree(JsonSerialization.writeValueAsString(message))).isEqualTo(JSON.readTree("""
                        {"type": "visit.entry", "timestamp": "2026-11-20T08:03:12.340Z",
                         "data": {"visit": {"id": "v1", "sequence": 1, "state": "open",
                                            "entered_at": "2026-11-20T08:03:12.340Z", "exited_at": null,
                                            "exit_reason": null, "exit_estimated": false, "channel": "login"},
                                  "member": {"id": "s1", "name": "Ada"},
                                  "home_venue": {"id": "atelier", "name": "L'Atelier"},
                                  "host_venue": {"id": "fabrique", "name": "La Fabrique"}}}"""));
    }

    @Test
    void exitIsDatedWhenItHappened() {
        Instant evening = MORNING.plusSeconds(36_000);
        Visit visit = new Visit("v1", "r", "u", "h", "w", "c", 2, MORNING, evening, "logout", false, "login");

        VisitMessage message = message(visit, new VisitMessage.MemberShown("s1", null, null));

        assertThat(message.type()).isEqualTo("visit.exit");
        assertThat(message.timestamp()).isEqualTo("2026-11-20T18:03:12.340Z");
        assertThat(message.data().visit().state()).isEqualTo("closed");
    }

    private static VisitMessage message(Visit visit, VisitMessage.MemberShown member) {
        return VisitMessage.of(
                visit,
                new ShownVisit(
                        VisitMessage.VisitState.of(visit),
                        member,
                        new VisitMessage.VenueShown("atelier", "L'Atelier"),
                        new VisitMessage.VenueShown("fabrique", "La Fabrique")));
    }
}
