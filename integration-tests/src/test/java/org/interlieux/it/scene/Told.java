package org.interlieux.it.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.receiver.MessageSchemas;

/** One message as a venue's site keeps it. It is as {@code docs/webhooks.md} promises, or the test fails. */
public record Told(JsonNode record) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Told {
        MessageSchemas.check(record.path("body"));
    }

    static List<Told> by(DemoVenue site) {
        try (InputStream records =
                URI.create(site.url() + "/records.json").toURL().openStream()) {
            List<Told> told = new ArrayList<>();
            JSON.readTree(records).path("records").forEach(record -> told.add(new Told(record)));
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String webhookId() {
        return record.path("webhook_id").asText();
    }

    /** How often it arrived. */
    public int deliveries() {
        return record.path("deliveries").asInt();
    }

    public boolean hasFrappeSignature() {
        return record.path("frappe_signature").asBoolean();
    }

    public String type() {
        return body().path("type").asText();
    }

    public JsonNode body() {
        return record.path("body");
    }

    public JsonNode visit() {
        return body().path("data").path("visit");
    }

    public JsonNode member() {
        return body().path("data").path("member");
    }

    public String visitId() {
        return visit().path("id").asText();
    }

    public String host() {
        return body().path("data").path("host_venue").path("id").asText();
    }
}
