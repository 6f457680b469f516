package org.interlieux.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.interlieux.it.Directories;

/** The commands of {@code docs/containers.md}, as a reader copies them. */
final class GuideCommands {
    private static final Pattern BLOCK = Pattern.compile("^```bash\\n# (.*?)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private GuideCommands() {}

    /** Those under that comment. */
    static String named(String title) {
        List<String> found = BLOCK.matcher(read())
                .results()
                .filter(block -> block.group(1).equals(title))
                .map(block -> block.group(2))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " blocks of docs/containers.md begin with: # " + title);
        }
        return found.get(0);
    }

    /** Each one's comment. */
    static List<String> titles() {
        return BLOCK.matcher(read())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(Directories.docs().resolve("containers.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
