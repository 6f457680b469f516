package org.interlieux.demo.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.interlieux.demo.WebhookAttempt;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.store.Json;
import org.interlieux.demo.store.VisitRecord;

/**
 * {@code federation_visit}: the site is told of an entry or an exit. It stands for a server script, which a site can have
 * with or without the federation app.
 */
public final class ReceiveVisitMethod implements Handler {
    public static final String NAME = "federation_visit";

    private final Site site;
    private final WebhookSignatures signatures;

    public ReceiveVisitMethod(Site site) {
        this.site = site;
        this.signatures = new WebhookSignatures(site);
    }

    @Override
    public void handle(Context request) throws IOException, InterruptedException {
        Instant at = site.clock().instant();
        Thread.sleep(site.control().latencyMillis());
        try {
            receive(request, at);
        } catch (FrappeException e) {
            FrappeException.answer(e, request);
        }
        site.misbehaviour().count(new WebhookAttempt(request.header("webhook-id"), at, request.statusCode()));
    }

    private void receive(Context request, Instant at) throws IOException {
        OptionalInt refusal = site.faults().webhookStatus();
        if (refusal.isPresent()) {
            request.status(refusal.getAsInt()).result("");
            return;
        }
        boolean frappeSignature = signatures.check(request);
        JsonNode body = parse(request.bodyAsBytes());
        if (!body.isObject()) {
            request.status(400).json(Map.of("exc_type", "DataError"));
            return;
        }
        if (body.path("type").asText().equals("visit.verify")) {
            request.json(Map.of("message", Map.of("missing", missing(body.path("data")))));
            return;
        }
        String id = Objects.requireNonNull(request.header("webhook-id"), "signed, so it is there");
        site.store().keep(new VisitRecord(id, at.toString(), 1, frappeSignature, body));
        request.json(Map.of("message", "ok"));
    }

    private static JsonNode parse(byte[] body) throws IOException {
        try {
            return Json.LENIENT.readTree(body);
        } catch (JsonProcessingException e) {
            return Json.LENIENT.missingNode();
        }
    }

    /** A visit that the site knows at a later sequence is not missing: each message carries the whole state. */
    private List<String> missing(JsonNode asked) {
        List<VisitRecord> records = site.store().records();
        List<String> missing = new ArrayList<>();
        for (JsonNode visit : asked.path("visits")) {
            boolean known = records.stream()
                    .map(VisitRecord::visit)
                    .anyMatch(kept -> kept.path("id").equals(visit.path("id"))
                            && kept.path("sequence").asInt()
                                    >= visit.path("sequence").asInt());
            if (!known) {
                missing.add(visit.path("id").asText());
            }
        }
        return missing;
    }
}
