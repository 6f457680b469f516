package org.interlieux.access.rules;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Optional;
import org.apache.http.client.methods.HttpPost;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.access.AccessQuestion;
import org.interlieux.access.AccessRule;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.http.AddressRefusedException;
import org.interlieux.venue.http.AnswerTooLargeException;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.http.HttpAnswer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Asks the home venue itself. Whatever is not a clear yes or no is unknown. */
final class AskVenueRule implements AccessRule {
    private static final Logger LOG = Logger.getLogger(AskVenueRule.class);

    private final KeycloakSession session;
    private final AnsweredVenues answered;
    private final VenueLines lines;

    AskVenueRule(KeycloakSession session, AnsweredVenues answered, VenueLines lines) {
        this.session = session;
        this.answered = answered;
        this.lines = lines;
    }

    @Override
    public AccessOutcome answer(AccessQuestion question) {
        Venue home = question.home();
        Optional<URI> url = AccessRequest.url(home);
        if (url.isEmpty()) {
            return unknown(home, "no-access-url", "Set accessUrl");
        }
        TimeLeft time = new TimeLeft(home.accessTimeout(), System::nanoTime);
        try {
            return lines.to(home, url.get()).ask(() -> ask(question, url.get(), time));
        } catch (SocketTimeoutException e) {
            return unknown(home, "timeout", "It did not answer within accessTimeoutMillis: " + e.getMessage());
        } catch (IOException e) {
            return unknown(home, "unreachable", "It cannot be reached: " + e);
        }
    }

    private AccessOutcome ask(AccessQuestion question, URI url, TimeLeft time) throws IOException {
        Venue home = question.home();
        Optional<String> authorization =
                new AccessCredentials(session).header(question.fromHome(), home, url, time.left());
        if (authorization.isEmpty()) {
            return unknown(
                    home,
                    AccessOutcome.NO_CREDENTIALS,
                    "The venue cannot be asked: the member's token is missing or accessUrl is on another site than"
                            + " siteUrl, or the vault does not hold accessApiKey");
        }
        HttpPost request = AccessRequest.of(url, question, authorization.get());
        try {
            return read(question, session.getProvider(GuardedHttp.class).send(request, time.left()));
        } catch (AnswerTooLargeException e) {
            return unknown(home, "answer-too-large", e.getMessage() + ": check accessUrl");
        } catch (AddressRefusedException e) {
            return unknown(home, "address-refused", e.getMessage());
        }
    }

    private AccessOutcome read(AccessQuestion question, HttpAnswer answer) {
        Venue home = question.home();
        if (home.type() == VenueType.DOKOS
                && FrappeAbsence.isSaid(answer.status(), answer.body(), AccessRequest.METHOD)) {
            return absent(question);
        }
        if (answer.status() != 200) {
            return unknown(
                    home,
                    "http-" + answer.status(),
                    "It answered the access question with status " + answer.status()
                            + ": check accessUrl and accessCredentials");
        }
        AccessOutcome outcome = VenueAnswer.read(answer.body(), home.type() == VenueType.DOKOS);
        if (outcome instanceof Unknown unclear) {
            return unknown(
                    home,
                    unclear.reason(),
                    "Its answer to the access question is not {\"message\": true} or" + " {\"message\": false}");
        }
        if (!question.trial()) {
            answered.answered(home);
        }
        return outcome;
    }

    private AccessOutcome absent(AccessQuestion question) {
        Venue home = question.home();
        if (!answered.hasAnswered(home)) {
            return new Granted(AccessOutcome.APP_ABSENT);
        }
        if (!question.trial()) {
            answered.gone(home);
        }
        return unknown(
                home,
                "app-gone",
                "The app federated_venue answered before and is gone now: install it again, or set accessRule to"
                        + " all-members");
    }

    private static Unknown unknown(Venue home, String reason, @Nullable String whatToDo) {
        LOG.warnf("Venue %s: access question unanswered (%s). %s", home.alias(), reason, whatToDo);
        return new Unknown(reason);
    }
}
