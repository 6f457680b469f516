package org.interlieux.access.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises that a Dokos site has no federation app, whatever language it speaks: Frappe answers 417 and names the
 * method in full, together with Python's word that this module or function is missing, or with a first message that
 * names the app but not the method. A business error of an app that is installed is a 417 too, and may quote anything
 * that went wrong in it, so anything less clear is not an absence.
 */
final class FrappeAbsence {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXPECTATION_FAILED = 417;

    /** Python's own words, which are never translated, and what is missing, in quotes that may be escaped. */
    private static final Pattern MISSING =
            Pattern.compile("(?:No module named|has no attribute) (?:'|\"|&#x27;|&#39;|&quot;)?(?<name>[\\w.]+)");

    private FrappeAbsence() {}

    /** @param method the dotted name that was called */
    static boolean isSaid(int status, String body, String method) {
        if (status != EXPECTATION_FAILED) {
            return false;
        }
        try {
            JsonNode answer = JSON.readTree(body);
            List<String> messages = messages(answer.path("_server_messages").asText("[]"));
            String app = method.substring(0, method.indexOf('.'));
            String everything = String.join("\n", messages)
                    + answer.path("exception").asText("")
                    + answer.path("exc").asText("");
            return everything.contains(method)
                    && (isMissing(everything, method)
                            || (messages.size() > 1
                                    && messages.get(0).contains(app)
                                    && !messages.get(0).contains(method)));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isMissing(String text, String method) {
        Matcher missing = MISSING.matcher(text);
        while (missing.find()) {
            String name = missing.group("name");
            if (method.startsWith(name + ".") || method.endsWith("." + name)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> messages(String list) throws JsonProcessingException {
        List<String> messages = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(list)) {
            messages.add(JSON.readTree(entry.asText("{}")).path("message").asText(""));
        }
        return messages;
    }
}
