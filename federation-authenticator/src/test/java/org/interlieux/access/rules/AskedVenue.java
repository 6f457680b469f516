package org.interlieux.access.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpUriRequest;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.Questions;
import org.interlieux.demo.CannedAnswer;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.http.HttpAnswer;
import org.keycloak.models.KeycloakSession;

/** A home venue that answers what it is told to, asked by the rule {@code ask-venue} itself. */
final class AskedVenue implements AnsweredVenues {
    private final VenueType type;
    private final VenueLines lines = new VenueLines(Duration.ofSeconds(10));
    private boolean answered;
    private boolean gone;

    AskedVenue() {
        this(VenueType.DOKOS);
    }

    AskedVenue(VenueType type) {
        this.type = type;
    }

    /** The outcome and its reason, in one line. */
    String ask(CannedAnswer answer) {
        AccessOutcome outcome = new AskVenueRule(session(answer), this, lines)
                .answer(Questions.ask()
                        .homeType(type)
                        .home("accessUrl", "https://atelier.example/ask")
                        .home("accessCredentials", "none")
                        .question());
        return outcome.word() + " " + outcome.reason();
    }

    boolean gone() {
        return gone;
    }

    @Override
    public boolean hasAnswered(Venue venue) {
        return answered;
    }

    @Override
    public void answered(Venue venue) {
        answered = true;
    }

    @Override
    public void gone(Venue venue) {
        gone = true;
    }

    private static KeycloakSession session(CannedAnswer answer) {
        return (KeycloakSession) Proxy.newProxyInstance(
                KeycloakSession.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getProvider") && GuardedHttp.class.equals(arguments[0])) {
                        return new Answering(answer);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private record Answering(CannedAnswer answer) implements GuardedHttp {
        @Override
        public HttpAnswer send(HttpUriRequest request, Duration total) {
            return new HttpAnswer(answer.status(), null, new String(answer.body(), UTF_8));
        }

        @Override
        public HttpClient client() {
            throw new UnsupportedOperationException("the rule sends by itself");
        }
    }
}
