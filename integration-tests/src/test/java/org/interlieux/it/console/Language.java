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
    ENGLISH("en"),
    FRENCH("fr");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** A window high enough for a whole form: the console scrolls inside its page. */
    WindowOptions window() {
        WindowOptions window = this == FRENCH ? WindowOptions.desktop().french() : WindowOptions.desktop();
        return new WindowOptions(window.locale(), window.colorScheme(), 1280, 2_000, false);
    }

    /** Of a message key of ours. */
    String text(String key) {
        String text = texts().getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No text in " + tag + " for " + key);
        }
        return text;
    }

    String tag() {
        return tag;
    }

    private Properties texts() {
        Properties texts = new Properties();
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(Directories.distribution().resolve("providers"), "*.jar")) {
            for (Path jar : jars) {
                read(jar, texts);
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path jar, Properties texts) throws IOException {
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
