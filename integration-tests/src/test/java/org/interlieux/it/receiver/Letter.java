package org.interlieux.it.receiver;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A webhook request as it came.
 *
 * @param headers names in lower case
 */
record Letter(Map<String, String> headers, String body) {
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";
    static final String FRAPPE_SIGNATURE = "x-frappe-webhook-signature";

    Letter with(String header, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(header, value);
        return new Letter(changed, body);
    }

    Letter without(String header) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.remove(header);
        return new Letter(changed, body);
    }

    Letter withBody(String other) {
        return new Letter(headers, other);
    }

    String header(String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalStateException("No " + name + " in " + headers.keySet());
        }
        return value;
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
