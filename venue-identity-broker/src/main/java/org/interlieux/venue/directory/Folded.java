package org.interlieux.venue.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text as people search for it: without accents, case and punctuation (Unicode Normalization Form KD).
 *
 * @param words separated by whatever is neither letter nor digit
 */
record Folded(List<String> words) {

    static Folded of(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
        return new Folded(Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Everything in one word: {@code latelier} is how many people write "L'Atelier". */
    String joined() {
        return words.stream().collect(Collectors.joining());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }
}
