package org.interlieux.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.interlieux.demo.store.Json;
import org.jspecify.annotations.Nullable;

/** A site's settings as JSON files with the names of {@link SiteSettings}. */
public final class SettingsFile {
    private static final String DEFAULTS = """
            {"bindAddress": "127.0.0.1", "port": 0, "color": "#2f6f6b", "appInstalled": true, "language": "fr", "members": []}
            """;

    private SettingsFile() {}

    /** Reads and checks the file. Throws {@link IllegalArgumentException} with a message for the person who wrote it. */
    public static SiteSettings read(Path file) {
        return read(List.of(file), null);
    }

    /**
     * Reads several files; what a later one says counts.
     *
     * @param alias which site to take from a file that holds a list of them
     */
    static SiteSettings read(List<Path> files, @Nullable String alias) {
        Path last = files.get(files.size() - 1);
        try {
            ObjectNode all = (ObjectNode) Json.STRICT.readTree(DEFAULTS);
            for (Path file : files) {
                all.setAll(settings(file, alias));
            }
            return Json.STRICT.treeToValue(all, SiteSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(last + ": " + Json.explain(e), e);
        }
    }

    private static ObjectNode settings(Path file, @Nullable String alias) {
        JsonNode content = content(file);
        if (content.isArray() && alias != null) {
            content = StreamSupport.stream(content.spliterator(), false)
                    .filter(site -> site.path("alias").asText().equals(alias))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(file + ": has no site \"" + alias + "\""));
        }
        if (content instanceof ObjectNode settings) {
            return settings;
        }
        throw new IllegalArgumentException(file + ": must be a JSON object, or a list and --site=<alias>");
    }

    private static JsonNode content(Path file) {
        try {
            return Json.STRICT.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + Json.explain(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }
}
