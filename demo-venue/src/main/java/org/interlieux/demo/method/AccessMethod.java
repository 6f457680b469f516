package org.interlieux.demo.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.interlieux.demo.AccessQuestion;
import org.interlieux.demo.AccessQuestion.Authentication;
import org.interlieux.demo.CannedAnswer;
import org.interlieux.demo.Faults;
import org.interlieux.demo.Member;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.store.Json;
import org.jspecify.annotations.Nullable;

/** {@code federated_venue.api.user_access_to_federation}: may this member enter another venue? */
public final class AccessMethod implements Handler {
    public static final String NAME = "federated_venue.api.user_access_to_federation";

    private final Site site;
    private final Callers callers;
    private final MissingMethod missingMethod;

    public AccessMethod(Site site, Callers callers, MissingMethod missingMethod) {
        this.site = site;
        this.callers = callers;
        this.missingMethod = missingMethod;
    }

    @Override
    public void handle(Context request) throws IOException, InterruptedException {
        Caller caller = callers.of(request);
        AccessQuestion question = read(request.bodyAsBytes(), caller);
        site.misbehaviour().count(question);
        Faults faults = site.faults();
        Thread.sleep(faults.accessDelay().toMillis() + site.control().latencyMillis());
        Optional<CannedAnswer> canned = faults.accessAnswer();
        CannedAnswer answer = canned.isPresent() ? canned.get() : answer(caller, question);
        new SlowAnswer(faults.accessPace()).send(answer, request);
    }

    private AccessQuestion read(byte[] body, Caller caller) throws IOException {
        JsonNode json = parse(body);
        return new AccessQuestion(
                text(json, "user"),
                text(json, "subject"),
                text(json, "home_venue"),
                text(json, "host_venue"),
                caller.authentication(),
                site.clock().instant());
    }

    /** A body that is no JSON is a call without arguments. */
    private static JsonNode parse(byte[] body) throws IOException {
        try {
            return Json.LENIENT.readTree(body);
        } catch (JsonProcessingException e) {
            return Json.LENIENT.createObjectNode();
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).textValue();
    }

    private CannedAnswer answer(Caller caller, AccessQuestion question) throws JsonProcessingException {
        int status = 200;
        Map<String, Object> body;
        try {
            body = Map.of("message", isAllowed(caller, question));
        } catch (FrappeException e) {
            status = e.status();
            body = e.body();
        }
        return new CannedAnswer(
                status, Map.of("Content-Type", "application/json"), Json.LENIENT.writeValueAsBytes(body));
    }

    /** In Frappe's order: authentication, then the method, then permission. */
    private boolean isAllowed(Caller caller, AccessQuestion question) {
        caller.refuseBadToken();
        missingMethod.refuseWithoutApp(NAME);
        if (caller.authentication() == Authentication.NONE) {
            throw FrappeException.notPermitted();
        }
        Optional<Member> asked = site.memberByEmail(question.user()).or(() -> site.memberBySubject(question.subject()));
        // A member's token speaks for that member only.
        return asked.filter(
                        member -> caller.member().isEmpty() || caller.member().equals(asked))
                .map(member -> site.control().credits().get(member.email()))
                .orElse(false);
    }
}
