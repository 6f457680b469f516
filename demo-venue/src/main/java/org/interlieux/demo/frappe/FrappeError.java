package org.interlieux.demo.frappe;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.store.Json;

/**
 * An error as Frappe puts it into JSON.
 *
 * @param type the Python class of the exception
 * @param messages what the site would show to a person, the innermost first
 */
public record FrappeError(String type, List<String> messages) {
    public FrappeError {
        messages = List.copyOf(messages);
    }

    /** On a site that keeps tracebacks to itself. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("exc_type", type);
        if (!messages.isEmpty()) {
            body.put(
                    "_server_messages",
                    json(messages.stream().map(FrappeError::serverMessage).toList()));
        }
        return body;
    }

    /**
     * On a site whose administrator lets everybody see tracebacks.
     *
     * @param frame the line of Python that raised it, as a traceback shows it
     */
    Map<String, Object> bodyWithTraceback(String frame) {
        String last =
                "frappe.exceptions." + type + ": " + (messages.isEmpty() ? "" : messages.get(messages.size() - 1));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("exception", last);
        body.put("exc", json(List.of("Traceback (most recent call last):\n" + frame + "\n" + last + "\n")));
        body.putAll(body());
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
