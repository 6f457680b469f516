package org.interlieux.it.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.interlieux.demo.DemoVenue;
import org.interlieux.demo.SiteSettings;
import org.interlieux.demo.store.Json;
import org.interlieux.it.realm.RealmFile;

/** The sites of the demo, in this JVM. */
final class DemoSites implements AutoCloseable {
    private final List<SiteSettings> settings = new ArrayList<>();
    private final List<DemoVenue> running = new ArrayList<>();

    /** Starts the sites of {@code demo/sites.json}, each with the key of its venue's messages. */
    static DemoSites start(DemoRealms realms, DemoData data) {
        DemoSites sites = new DemoSites();
        for (JsonNode given :
                RealmFile.read("demo/sites.json", DemoPorts.addresses()).content()) {
            SiteSettings site = settings(given, realms);
            sites.settings.add(site);
            sites.running.add(DemoVenue.start(site, data.siteStore(site.alias())));
        }
        return sites;
    }

    List<SiteSettings> settings() {
        return List.copyOf(settings);
    }

    @Override
    public void close() {
        running.forEach(DemoVenue::close);
        running.clear();
    }

    private static SiteSettings settings(JsonNode given, DemoRealms realms) {
        ObjectNode site = given.deepCopy();
        String alias = site.path("alias").asText();
        site.put("bindAddress", "127.0.0.1");
        site.put("port", DemoPort.of(alias).number());
        if (realms.hasVenue(alias)) {
            site.put("webhookKey", realms.webhookKey(alias));
        }
        try {
            return Json.STRICT.treeToValue(site, SiteSettings.class);
        } catch (JsonProcessingException e) {
            throw new DemoException("demo/sites.json, " + alias + ": " + Json.explain(e), e);
        }
    }
}
