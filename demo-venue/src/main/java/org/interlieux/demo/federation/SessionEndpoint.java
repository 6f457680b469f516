package org.interlieux.demo.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interlieux.demo.site.VisitorSession;
import org.interlieux.demo.store.Json;
import org.jspecify.annotations.Nullable;

/** {@code GET /federation/session.json}: for tests, all that this visitor's login brought. Decoded, not verified. */
public final class SessionEndpoint implements Handler {
    @Override
    public void handle(Context request) {
        VisitorSession visitor = VisitorSession.of(request);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        visitor.get(FederationSession.KEY, FederationSession.class)
                .ifPresentOrElse(
                        session -> {
                            answer.put("logged_in", true);
                            answer.put("claims", session.userInfo());
                            answer.put("id_token_claims", claims(session.idToken()));
                            answer.put("access_token_claims", claims(session.accessToken()));
                            answer.put("local_account", visitor.memberEmail().orElse(null));
                        },
                        () -> answer.put("logged_in", false));
        request.json(answer);
    }

    private static JsonNode claims(String token) {
        try {
            return Json.LENIENT.readTree(JWSObject.parse(token).getPayload().toString());
        } catch (ParseException | JsonProcessingException e) {
            // An access token may be anything.
            return Json.LENIENT.createObjectNode();
        }
    }
}
