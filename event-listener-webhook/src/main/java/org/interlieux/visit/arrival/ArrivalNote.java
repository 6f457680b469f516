package org.interlieux.visit.arrival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * The tap: a member said in this login that they have arrived.
 *
 * @param host internal id of the host venue
 * @param at milliseconds since 1970
 */
public record ArrivalNote(String visit, String user, String host, long at) {
    private static final String NOTE = "interlieux.arrival";

    void save(AuthenticationSessionModel login) {
        try {
            login.setAuthNote(NOTE, JsonSerialization.writeValueAsString(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tap of this member at this host in this login, if there was one. */
    public static Optional<ArrivalNote> find(AuthenticationSessionModel login, String userId, String hostId) {
        String saved = login.getAuthNote(NOTE);
        if (saved == null) {
            return Optional.empty();
        }
        try {
            ArrivalNote note = JsonSerialization.readValue(saved, ArrivalNote.class);
            return note.user.equals(userId) && note.host.equals(hostId) ? Optional.of(note) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tap makes one visit. */
    public static void remove(AuthenticationSessionModel login) {
        login.removeAuthNote(NOTE);
    }
}
