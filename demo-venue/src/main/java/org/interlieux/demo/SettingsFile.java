package org.interlieux.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.interlieux.demo.store.Json;

/** A site's settings as a JSON file with the names of {@link SiteSettings}. */
public final class SettingsFile {
    private static final String DEFAULTS = """
            {"bindAddress": "127.0.0.1", "port": 0, "color": "#2f6f6b", "appInstalled": true, "language": "fr", "members": []}
            """;

    private SettingsFile() {}

    /** Reads and checks the file. Throws {@link IllegalArgumentException} with a message for the person who wrote it. */
    public static SiteSettings read(Path file) {
        try {
            JsonNode given = Json.STRICT.readTree(Files.readString(file));
            if (!(given instanceof ObjectNode settings)) {
                throw new IllegalArgumentException(file + ": must be a JSON object");
            }
            ObjectNode all = (ObjectNode) Json.STRICT.readTree(DEFAULTS);
            all.setAll(settings);
            return Json.STRICT.treeToValue(all, SiteSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + Json.explain(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }
}
