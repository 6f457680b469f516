package org.interlieux.demo.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;
import org.interlieux.demo.Member;
import org.interlieux.demo.SiteSettings;
import org.interlieux.demo.store.ControlChange;

/** How the site behaves right now: its settings, and on top what was changed through {@code /control}. */
public record Control(
        @JsonProperty("app_installed") boolean appInstalled,
        @JsonProperty("down") boolean down,
        @JsonProperty("latency_ms") int latencyMillis,
        @JsonProperty("language") String language,
        @JsonProperty("credits") Map<String, Boolean> credits) {

    static Control of(SiteSettings settings, ControlChange change) {
        Map<String, Boolean> credits = new TreeMap<>();
        for (Member member : settings.members()) {
            credits.put(member.email(), member.credits());
        }
        if (change.credits() != null) {
            // A member may have left the settings since: then there is nobody to have credits.
            change.credits().forEach((email, credit) -> credits.replace(email, credit));
        }
        return new Control(
                change.appInstalled() == null ? settings.appInstalled() : change.appInstalled(),
                change.down() != null && change.down(),
                change.latencyMillis() == null ? 0 : change.latencyMillis(),
                change.language() == null ? settings.language() : change.language(),
                credits);
    }
}
