package org.interlieux.demo.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.interlieux.demo.store.ControlChange;
import org.interlieux.demo.store.Json;

/** {@code POST /control}: how the demo and tests in another process change the site's behaviour. */
public final class ControlEndpoint implements Handler {
    private final Site site;

    public ControlEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void handle(Context request) {
        ControlChange change = read(request.body());
        if (change.credits() != null) {
            change.credits().keySet().forEach(this::requireMember);
        }
        site.store().control(change);
        request.json(site.control());
    }

    private static ControlChange read(String body) {
        try {
            JsonNode json = Json.STRICT.readTree(body);
            if (!json.isObject()) {
                throw new BadRequestResponse("Control: must be a JSON object");
            }
            // A null could be read as "leave it alone", or as "back to the settings": so it is neither.
            json.properties().stream()
                    .filter(entry -> entry.getValue().isNull())
                    .findFirst()
                    .ifPresent(entry -> {
                        throw new BadRequestResponse("Control: \"" + entry.getKey() + "\": must not be null");
                    });
            return Json.STRICT.treeToValue(json, ControlChange.class);
        } catch (JsonProcessingException e) {
            throw new BadRequestResponse("Control: " + Json.explain(e));
        }
    }

    private void requireMember(String email) {
        if (!site.control().credits().containsKey(email)) {
            throw new BadRequestResponse("Control: \"credits\": no member " + email);
        }
    }
}
