package org.interlieux.demo.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The site's memory: subjects, records and control state in one JSON file. Each change is on disk before its method
 * returns, whole or not at all.
 */
public final class SiteStore {
    private final Path file;
    private StoreContent content;

    private SiteStore(Path file, StoreContent content) {
        this.file = file;
        this.content = content;
    }

    /** Reads the file, or starts empty where there is none. A file that is not ours is an error, never overwritten. */
    public static SiteStore open(Path storeFile) {
        Path file = storeFile.toAbsolutePath();
        if (!Files.exists(file)) {
            return new SiteStore(file, StoreContent.EMPTY);
        }
        try {
            return new SiteStore(file, Json.STRICT.readValue(Files.readString(file), StoreContent.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The store " + file + " is broken: " + Json.explain(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The store " + file + " cannot be read", e);
        }
    }

    /** The member's subject: the given one when there is none yet, and from then on always the same. */
    public synchronized String subject(String email, UnaryOperator<String> derived) {
        if (!content.subjects().containsKey(email)) {
            change(content.withSubject(email, derived.apply(email)));
        }
        return Objects.requireNonNull(content.subjects().get(email));
    }

    /** Keeps a message, or counts it as delivered once more when its webhook-id is known. */
    public synchronized void keep(VisitRecord message) {
        change(content.withRecords(records -> {
            for (int i = 0; i < records.size(); i++) {
                if (records.get(i).webhookId().equals(message.webhookId())) {
                    records.set(i, records.get(i).deliveredAgain());
                    return records;
                }
            }
            records.add(message);
            return records;
        }));
    }

    /** Oldest first. */
    public synchronized List<VisitRecord> records() {
        return List.copyOf(content.records());
    }

    public synchronized ControlChange control() {
        return content.control();
    }

    public synchronized void control(ControlChange later) {
        change(content.withControl(content.control().then(later)));
    }

    private void change(StoreContent changed) {
        try {
            Path folder = Objects.requireNonNull(file.getParent());
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, file.getFileName() + ".", ".new");
            Json.LENIENT.writeValue(written.toFile(), changed);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The store " + file + " cannot be written", e);
        }
        content = changed;
    }
}
