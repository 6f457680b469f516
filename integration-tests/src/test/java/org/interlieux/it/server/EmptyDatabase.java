package org.interlieux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.h2.tools.Restore;

/**
 * The embedded database as the first start of a distribution left it, with its tables and the first administrator. A copy of it is
 * made in no time; making the tables is about half of the work of a first start.
 */
record EmptyDatabase(Path archive) {
    /** It may not be there yet. */
    static EmptyDatabase of(Path distribution) {
        return new EmptyDatabase(distribution.resolveSibling(distribution.getFileName() + "-empty-database.zip"));
    }

    boolean exists() {
        return Files.exists(archive);
    }

    void forget() throws IOException {
        Files.deleteIfExists(archive);
    }

    /** Of a running server that nobody has used. */
    void keep(ServerDatabase database) {
        Path unfinished = archive.resolveSibling(UUID.randomUUID() + ".zip");
        database.execute("BACKUP TO '" + unfinished + "'");
        try {
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(archive + " cannot be kept", e);
        }
    }

    /** For a server that has none yet. */
    void copyTo(Path directory) {
        try {
            Restore.execute(archive.toString(), directory.toString(), null);
        } catch (RuntimeException e) {
            throw new IllegalStateException(archive + " cannot be copied to " + directory, e);
        }
    }
}
