package org.interlieux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.interlieux.it.Directories;

/** Distributions are made by one process at a time: test classes run in several, and share them. */
final class BuildLock {
    private BuildLock() {}

    /** Waits until no other process builds. */
    static synchronized <T> T hold(Supplier<T> work) {
        Path file = Directories.distribution().resolveSibling("build.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until it is closed
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be locked", e);
        }
    }
}
