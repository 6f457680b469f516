package org.interlieux.access.rules;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.access.AccessQuestion;
import org.interlieux.access.AccessRule;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.http.AddressRefusedException;
import org.interlieux.venue.http.AnswerTooLargeException;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.http.HttpAnswer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/** Asks the home venue itself. Whatever is not a clear yes or no is unknown. */
final class AskVenueRule implements AccessRule {
    private static final Logger LOG = Logger.getLogger(AskVenueRule.class);
    private static final String METHOD = "federated_venue.api.user_access_to_federation";

    private final KeycloakSession session;
    private final AnsweredVenues answered;

    AskVenueRule(KeycloakSession session, AnsweredVenues answered) {
        this.session = session;
        this.answered = answered;
    }

    @Override
    public AccessOutcome answer(AccessQuestion question) {
        Venue home = question.home();
        Optional<URI> url = accessUrl(home);
        if (url.isEmpty()) {
            return unknown(home, "no-access-url", "Set accessUrl");
        }
        Optional<String> authorization = new AccessCredentials(session).header(question, url.get());
        if (authorization.isEmpty()) {
            return unknown(
                    home,
                    "no-credentials",
                    "The venue cannot be asked: the member's token is missing or accessUrl is on another site than"
                            + " siteUrl, or the vault does not hold accessApiKey");
        }
        try {
            HttpPost request = request(url.get(), question);
            authorization
                    .filter(header -> !header.isEmpty())
                    .ifPresent(header -> request.setHeader("Authorization", header));
            HttpAnswer answer = session.getProvider(GuardedHttp.class).send(request, home.accessTimeout());
            return read(home, answer);
        } catch (SocketTimeoutException e) {
            return unknown(home, "timeout", "It did not answer within accessTimeoutMillis: " + e.getMessage());
        } catch (AnswerTooLargeException e) {
            return unknown(home, "answer-too-large", e.getMessage() + ": check accessUrl");
        } catch (AddressRefusedException e) {
            return unknown(home, "address-refused", e.getMessage());
        } catch (IOException e) {
            return unknown(home, "unreachable", "It cannot be reached: " + e);
        }
    }

    private AccessOutcome read(Venue home, HttpAnswer answer) {
        if (home.type() == VenueType.DOKOS && FrappeAbsence.isSaid(answer.status(), answer.body(), METHOD)) {
            return answered.hasAnswered(home)
                    ? unknown(
                            home,
                            "app-gone",
                            "The app federated_venue answered before and is gone now: install it"
                                    + " again, or set accessRule to all-members")
                    : new Granted("app-absent");
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
        answered.remember(home);
        return outcome;
    }

    private static Optional<URI> accessUrl(Venue home) {
        return home.setting(VenueKeys.ACCESS_URL)
                .or(() -> home.type() == VenueType.DOKOS
                        ? home.siteUrl().map(site -> site + "/api/method/" + METHOD)
                        : Optional.empty())
                .map(URI::create);
    }

    private static HttpPost request(URI url, AccessQuestion question) throws IOException {
        Map<String, @Nullable String> body = new LinkedHashMap<>();
        body.put("user", question.member().user().getEmail());
        body.put("subject", question.member().subject());
        body.put("home_venue", question.home().alias());
        body.put("host_venue", question.host().alias());
        HttpPost request = new HttpPost(url);
        request.setHeader("Accept", "application/json");
        request.setEntity(new StringEntity(JsonSerialization.writeValueAsString(body), ContentType.APPLICATION_JSON));
        return request;
    }

    private static Unknown unknown(Venue home, String reason, @Nullable String whatToDo) {
        LOG.warnf("Venue %s: access question unanswered (%s). %s", home.alias(), reason, whatToDo);
        return new Unknown(reason);
    }
}
