package org.interlieux.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.junit.jupiter.api.Test;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A decision counts for one member, home and host, in one login, once, for five minutes. */
class DecisionNoteTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final AuthenticationSessionModel login = login();

    @Test
    void countsForFiveMinutesAndNotAMomentLonger() {
        DecisionNote.save(login, granted("ada", "atelier", "fabrique"));

        assertThat(find("ada", "atelier", "fabrique", Duration.ZERO)).isPresent();
        assertThat(find("ada", "atelier", "fabrique", Duration.ofMinutes(5).minusMillis(1)))
                .isPresent();
        assertThat(find("ada", "atelier", "fabrique", Duration.ofMinutes(5))).isEmpty();
    }

    @Test
    void countsForNobodyElseAndNowhereElse() {
        DecisionNote.save(login, granted("ada", "atelier", "fabrique"));

        assertThat(find("bob", "atelier", "fabrique", Duration.ZERO)).isEmpty();
        assertThat(find("ada", "phare", "fabrique", Duration.ZERO)).isEmpty();
        assertThat(find("ada", "atelier", "phare", Duration.ZERO)).isEmpty();
        assertThat(DecisionNote.find(login(), "ada", "atelier", "fabrique", at(Duration.ZERO)))
                .isEmpty();
    }

    @Test
    void countsOnce() {
        DecisionNote.save(login, granted("ada", "atelier", "fabrique"));

        DecisionNote.remove(login);

        assertThat(find("ada", "atelier", "fabrique", Duration.ZERO)).isEmpty();
    }

    @Test
    void doesNotOutliveALaterNo() {
        DecisionNote.save(login, granted("ada", "atelier", "fabrique"));

        DecisionNote.save(
                login, new Decision("ada", "atelier", "fabrique", "ask-venue", new Denied("venue-said-no"), NOW));

        assertThat(find("ada", "atelier", "fabrique", Duration.ZERO)).isEmpty();
    }

    @Test
    void keepsWhatDecided() {
        DecisionNote.save(login, granted("ada", "atelier", "fabrique"));

        assertThat(find("ada", "atelier", "fabrique", Duration.ZERO))
                .contains(new DecisionNote(
                        "ada", "atelier", "fabrique", "ask-venue", "venue-said-yes", NOW.toEpochMilli()));
    }

    private Optional<DecisionNote> find(String user, String home, String host, Duration later) {
        return DecisionNote.find(login, user, home, host, at(later));
    }

    private static Clock at(Duration later) {
        return Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    }

    private static Decision granted(String user, String home, String host) {
        return new Decision(user, home, host, "ask-venue", new Granted("venue-said-yes"), NOW);
    }

    /** One tab's login, as far as it keeps notes. */
    private static AuthenticationSessionModel login() {
        Map<String, String> notes = new HashMap<>();
        return (AuthenticationSessionModel) Proxy.newProxyInstance(
                AuthenticationSessionModel.class.getClassLoader(),
                new Class<?>[] {AuthenticationSessionModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAuthNote" -> notes.get((String) arguments[0]);
                    case "setAuthNote" -> {
                        notes.put((String) arguments[0], (String) arguments[1]);
                        yield null;
                    }
                    case "removeAuthNote" -> {
                        notes.remove((String) arguments[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
