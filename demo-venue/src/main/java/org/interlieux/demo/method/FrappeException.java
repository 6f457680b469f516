package org.interlieux.demo.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.store.Json;

/** An error as a Frappe site answers it, on a site that keeps tracebacks to itself. */
public final class FrappeException extends RuntimeException {
    private final int status;
    private final String type;
    private final List<String> messages;

    FrappeException(int status, String type, List<String> messages) {
        super(type);
        this.status = status;
        this.type = type;
        this.messages = List.copyOf(messages);
    }

    public static FrappeException badToken() {
        return new FrappeException(401, "AuthenticationError", List.of());
    }

    public static FrappeException notPermitted() {
        return new FrappeException(403, "PermissionError", List.of());
    }

    int status() {
        return status;
    }

    public static void answer(FrappeException e, Context request) {
        request.status(e.status).json(e.body());
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("exc_type", type);
        if (!messages.isEmpty()) {
            body.put(
                    "_server_messages",
                    json(messages.stream().map(FrappeException::serverMessage).toList()));
        }
        return body;
    }

    private static String serverMessage(String text) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("message", escape(text));
        message.put("title", "Message");
        message.put("indicator", "red");
        message.put("raise_exception", 1);
        return json(message);
    }

    /** As Python's {@code html.escape}, whose apostrophe other escapers write differently. */
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }

    private static String json(Object value) {
        try {
            return Json.LENIENT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
