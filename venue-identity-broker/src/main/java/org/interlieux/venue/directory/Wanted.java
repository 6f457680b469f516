package org.interlieux.venue.directory;

import java.util.Locale;

/**
 * What somebody typed to find a venue.
 *
 * @param text with accents, case and punctuation folded away
 * @param joined the text in one word
 * @param domain what could be a domain, in lower case; of an address only what follows the last {@code @}
 * @param address whether an {@code @} was typed: then nothing but a domain can be meant
 */
record Wanted(Folded text, String joined, String domain, boolean address) {

    static Wanted of(String typed) {
        int at = typed.lastIndexOf('@');
        String rest = typed.substring(at + 1).strip();
        Folded text = Folded.of(rest);
        return new Wanted(text, text.joined(), rest.toLowerCase(Locale.ROOT), at >= 0);
    }

    /** Whether nothing is said that a venue could be found by. */
    boolean isEmpty() {
        return text.isEmpty();
    }
}
