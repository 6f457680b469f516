package org.interlieux.demo.frappe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interlieux.demo.CannedAnswer;
import org.interlieux.demo.store.Json;

/**
 * What a site of one Frappe generation answers to the call of a method, for each thing that may happen to it.
 *
 * @param language of its texts
 * @param tracebacks whether it shows Python's tracebacks to everybody
 */
public record FrappeSite(Generation generation, Locale language, boolean tracebacks) {
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String BEFORE_THE_APP =
            "  File \"apps/frappe/frappe/handler.py\", line 75, in execute_cmd\n    method = get_attr(cmd)";
    private static final String IN_THE_APP =
            "  File \"apps/federated_venue/federated_venue/api.py\", line 31, in user_access_to_federation\n"
                    + "    frappe.throw(text)";

    /** The method returned this value. */
    public CannedAnswer returned(Object value) {
        return json(200, Map.of("message", value));
    }

    /** The method returned nothing. */
    public CannedAnswer returnedNothing() {
        return json(200, Map.of());
    }

    public CannedAnswer appNotInstalled(String method) {
        return notFound(errors().appNotInstalled(method));
    }

    public CannedAnswer noModule(String method, String module) {
        return notFound(errors().noModule(method, module));
    }

    public CannedAnswer noFunction(String method) {
        return notFound(errors().noFunction(method));
    }

    /** A business error of the method itself; texts before the last were shown before it failed. */
    public CannedAnswer thrown(String... texts) {
        return error(417, new FrappeError("ValidationError", List.of(texts)), IN_THE_APP);
    }

    /** Also what a guest is answered who may not call the method. */
    public CannedAnswer notWhitelisted(String method) {
        return error(
                403,
                new FrappeError("PermissionError", List.of(errors().text("not-whitelisted", method))),
                BEFORE_THE_APP);
    }

    /** Older sites take the caller for a guest. */
    public CannedAnswer badToken() {
        return generation.isAtLeast(Generation.FRAPPE_15)
                ? raised(401, "AuthenticationError")
                : raised(403, "PermissionError");
    }

    /** Too many requests to the whole site. */
    public CannedAnswer siteRateLimit() {
        return new CannedAnswer(
                429, Map.of("Content-Type", HTML, "Retry-After", "60"), "Too Many Requests".getBytes(UTF_8));
    }

    /** Too many calls of one method. */
    public CannedAnswer methodRateLimit() {
        List<String> text = List.of(errors().text("rate-limit"));
        return generation.isAtLeast(Generation.FRAPPE_15)
                ? error(429, new FrappeError("RateLimitExceededError", text), BEFORE_THE_APP)
                : error(417, new FrappeError("ValidationError", text), BEFORE_THE_APP);
    }

    public CannedAnswer maintenance() {
        return generation.isAtLeast(Generation.FRAPPE_15)
                ? error(503, new FrappeError("SessionStopped", List.of(errors().text("maintenance"))), BEFORE_THE_APP)
                : html(503, "<h3>" + errors().text("maintenance") + "</h3>");
    }

    /** Nobody knows the host name. */
    public CannedAnswer unknownHost() {
        return html(404, "<h1>Not Found</h1><p>Sorry, we could not find what you were looking for.</p>");
    }

    /** The proxy before the site answers itself. */
    public CannedAnswer proxy(int status) {
        return html(status, "<html><head><title>" + status + "</title></head><body><hr>nginx</body></html>");
    }

    private MethodErrors errors() {
        return new MethodErrors(language);
    }

    private CannedAnswer notFound(FrappeError error) {
        return generation.isAtLeast(Generation.FRAPPE_14)
                ? error(417, error, BEFORE_THE_APP)
                : error(
                        417,
                        new FrappeError("ValidationError", List.of(errors().text("invalid-method"))),
                        BEFORE_THE_APP);
    }

    /** Raised by Frappe without a text for people; sites before 15 do not name the type of such an error. */
    private CannedAnswer raised(int status, String type) {
        FrappeError error = new FrappeError(type, List.of());
        Map<String, Object> body =
                new LinkedHashMap<>(tracebacks ? error.bodyWithTraceback(BEFORE_THE_APP) : error.body());
        if (!generation.isAtLeast(Generation.FRAPPE_15)) {
            body.remove("exc_type");
        }
        return json(status, body);
    }

    private CannedAnswer error(int status, FrappeError error, String frame) {
        return json(status, tracebacks ? error.bodyWithTraceback(frame) : error.body());
    }

    private static CannedAnswer html(int status, String page) {
        return new CannedAnswer(status, Map.of("Content-Type", HTML), page.getBytes(UTF_8));
    }

    private static CannedAnswer json(int status, Map<String, ?> body) {
        try {
            return new CannedAnswer(status, Map.of("Content-Type", JSON), Json.LENIENT.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
