package org.interlieux.demo.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What someone changed through {@code /control}; null where they left the site's settings alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ControlChange(
        @JsonProperty("app_installed") @Nullable Boolean appInstalled,
        @JsonProperty("down") @Nullable Boolean down,
        @JsonProperty("latency_ms") @Nullable Integer latencyMillis,
        @JsonProperty("language") @Nullable String language,
        @JsonProperty("credits") @Nullable Map<String, Boolean> credits) {

    public static final ControlChange NONE = new ControlChange(null, null, null, null, null);

    private static final int LONGEST_LATENCY_MILLIS = 120_000;

    public ControlChange {
        if (latencyMillis != null && (latencyMillis < 0 || latencyMillis > LONGEST_LATENCY_MILLIS)) {
            throw new IllegalArgumentException("\"latency_ms\": 0 to " + LONGEST_LATENCY_MILLIS);
        }
        if (language != null && !language.equals("fr") && !language.equals("en")) {
            throw new IllegalArgumentException("\"language\": fr or en");
        }
    }

    /** Both changes, the later one winning. */
    public ControlChange then(ControlChange later) {
        Map<String, Boolean> both = new TreeMap<>(credits == null ? Map.of() : credits);
        both.putAll(later.credits == null ? Map.of() : later.credits);
        return new ControlChange(
                later.appInstalled == null ? appInstalled : later.appInstalled,
                later.down == null ? down : later.down,
                later.latencyMillis == null ? latencyMillis : later.latencyMillis,
                later.language == null ? language : later.language,
                both);
    }
}
