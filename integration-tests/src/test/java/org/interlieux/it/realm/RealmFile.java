package org.interlieux.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.interlieux.it.Directories;

/** A file of {@code realm-export}, as we ship it. */
public final class RealmFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode content;

    private RealmFile(JsonNode content) {
        this.content = content;
    }

    /**
     * Reads and fills it.
     *
     * @param path relative to {@code realm-export}
     * @param values for its placeholders
     */
    public static RealmFile read(String path, Map<String, String> values) {
        Path file = Directories.realmExport().resolve(path);
        try {
            return new RealmFile(new Placeholders(values).fill(JSON.readTree(file.toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    public JsonNode content() {
        return content;
    }

    /** The name of the realm that it holds. */
    public String realm() {
        return content.path("realm").asText();
    }

    public RealmFile named(String realm) {
        ObjectNode renamed = content.<ObjectNode>deepCopy().put("realm", realm);
        renamed.remove("id");
        return new RealmFile(renamed);
    }

    /** With RSA keys that need not be made first. */
    public RealmFile withReadyKeys() {
        return changed(ReadyKeys::put);
    }

    /** A copy with this change. */
    public RealmFile changed(Consumer<ObjectNode> change) {
        ObjectNode copy = content.deepCopy();
        change.accept(copy);
        return new RealmFile(copy);
    }

    public String json() {
        return content.toString();
    }
}
