package org.interlieux.it.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.interlieux.it.Directories;
import org.interlieux.it.browser.WindowOptions;

/** A language of the console, with the texts of ours that the server under test has in it. */
enum Language {
    ENGLISH("en", WindowOptions.desktop()),
    FRENCH("fr", WindowOptions.desktop().french());

    private final String tag;
    private final WindowOptions window;
    private final Properties texts = new Properties();

    Language(String tag, WindowOptions window) {
        this.tag = tag;
        this.window = window;
    }

    /** A window high enough for a whole form: the console scrolls inside its page. */
    WindowOptions window() {
        return new WindowOptions(window.locale(), window.colorScheme(), 1280, 2_000, false);
    }

    /** Of a message key of ours. */
    String text(String key) {
        if (texts.isEmpty()) {
            read();
        }
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No text in " + tag + " for " + key);
        }
        return text;
    }

    String tag() {
        return tag;
    }

    private void read() {
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(Directories.distribution().resolve("providers"), "*.jar")) {
            for (Path jar : jars) {
                read(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry messages = zip.getEntry("theme-resources/messages/messages_" + tag + ".properties");
            if (messages != null) {
                try (Reader reader = new InputStreamReader(zip.getInputStream(messages), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        }
    }
}
