package org.interlieux.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * A granted decision, kept on the authentication session (one browser tab's login) that it was made for, and on nothing
 * that outlives it.
 *
 * @param at milliseconds since 1970
 */
public record DecisionNote(String user, String home, String host, String rule, String reason, long at) {
    private static final String NOTE = "interlieux.decision";

    /** Keeps a granted decision; a refused one removes what was there. */
    public static void save(AuthenticationSessionModel login, Decision decision) {
        if (!decision.isGranted() || decision.homeId() == null || decision.hostId() == null) {
            login.removeAuthNote(NOTE);
            return;
        }
        DecisionNote note = new DecisionNote(
                decision.userId(),
                decision.homeId(),
                decision.hostId(),
                decision.rule(),
                decision.outcome().reason(),
                decision.at().toEpochMilli());
        try {
            login.setAuthNote(NOTE, JsonSerialization.writeValueAsString(note));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The decision that holds for this member and host in this login, if it is not too old. */
    public static Optional<DecisionNote> find(
            AuthenticationSessionModel login, String userId, String homeId, String hostId, Clock clock) {
        String saved = login.getAuthNote(NOTE);
        if (saved == null) {
            return Optional.empty();
        }
        DecisionNote note;
        try {
            note = JsonSerialization.readValue(saved, DecisionNote.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean fits = note.user.equals(userId) && note.home.equals(homeId) && note.host.equals(hostId);
        Instant until = Instant.ofEpochMilli(note.at).plus(Decision.LIFETIME);
        return fits && clock.instant().isBefore(until) ? Optional.of(note) : Optional.empty();
    }

    /** A decision is used once. */
    public static void remove(AuthenticationSessionModel login) {
        login.removeAuthNote(NOTE);
    }
}
