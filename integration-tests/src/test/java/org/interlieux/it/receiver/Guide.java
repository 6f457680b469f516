package org.interlieux.it.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interlieux.it.Directories;

/** The blocks of {@code docs/webhooks.md}, as a reader copies them. */
final class Guide {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private record Block(String language, String text) {}

    private final List<Block> blocks;

    private Guide(List<Block> blocks) {
        this.blocks = blocks;
    }

    static Guide read() {
        try {
            Matcher matcher = BLOCK.matcher(Files.readString(Directories.docs().resolve("webhooks.md")));
            return new Guide(matcher.results()
                    .map(found -> new Block(found.group(1), found.group(2)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one whose first line names the file. */
    String file(String name) {
        List<String> found = blocks.stream()
                .map(Block::text)
                .filter(text -> text.lines().findFirst().orElse("").endsWith(" " + name))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " blocks begin with the file name " + name);
        }
        return found.get(0);
    }

    List<String> inLanguage(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .map(Block::text)
                .toList();
    }
}
