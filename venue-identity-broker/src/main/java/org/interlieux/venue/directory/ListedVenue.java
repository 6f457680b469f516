package org.interlieux.venue.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One venue in memory: what it is found by, and no more; everything shown is read anew.
 *
 * @param offered whether members may choose it, as far as known a moment ago
 * @param sortKey the order of lists: by name as people read it, then by alias
 */
record ListedVenue(
        String id,
        String alias,
        boolean offered,
        String sortKey,
        String name,
        List<String> nameWords,
        String abbreviation,
        String city,
        String host,
        List<String> emailDomains) {

    /** How well a venue fits; lower is better. */
    static final int NO_MATCH = Integer.MAX_VALUE;

    private static final int EXACT = 0;
    private static final int BEGINS = 1;
    private static final int WORD_BEGINS = 2;
    private static final int CONTAINS = 3;
    private static final int ELSEWHERE = 4;

    static ListedVenue of(VenueRow row) {
        String name = row.displayName() == null || row.displayName().isBlank() ? row.alias() : row.displayName();
        Folded folded = Folded.of(name);
        return new ListedVenue(
                row.id(),
                row.alias(),
                row.offered(),
                folded.joined() + "\n" + row.alias(),
                folded.joined(),
                folded.words(),
                Folded.of(text(row.abbreviation())).joined(),
                Folded.of(text(row.city())).joined(),
                host(text(row.siteUrl())),
                Arrays.stream(text(row.emailDomains()).split("##"))
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .filter(domain -> !domain.isEmpty())
                        .toList());
    }

    /** Asked of thousands of venues for each letter that somebody types: loops, and nothing made anew. */
    int rank(Wanted wanted) {
        int byDomain = domainRank(wanted);
        if (wanted.address()) {
            return byDomain;
        }
        return Math.min(
                byDomain,
                Math.min(wordRank(wanted.joined()), worstRank(wanted.text().words())));
    }

    /** Every word must fit, so the one that fits worst decides. */
    private int worstRank(List<String> words) {
        int worst = EXACT;
        for (String word : words) {
            worst = Math.max(worst, wordRank(word));
            if (worst == NO_MATCH) {
                return NO_MATCH;
            }
        }
        return worst;
    }

    /** Whether addresses of this domain are the venue's; a sub-domain's are too. */
    boolean ownsEmailDomain(String domain) {
        for (String own : emailDomains) {
            if (isSameOrBelow(domain, own)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSameOrBelow(String domain, String own) {
        int dot = domain.length() - own.length() - 1;
        return domain.endsWith(own) && (dot == -1 || domain.charAt(dot) == '.');
    }

    private int wordRank(String word) {
        if (name.equals(word) || abbreviation.equals(word)) {
            return EXACT;
        }
        if (name.startsWith(word) || (!abbreviation.isEmpty() && abbreviation.startsWith(word))) {
            return BEGINS;
        }
        for (String own : nameWords) {
            if (own.startsWith(word)) {
                return WORD_BEGINS;
            }
        }
        if (name.contains(word)) {
            return CONTAINS;
        }
        return city.contains(word) ? ELSEWHERE : NO_MATCH;
    }

    private int domainRank(Wanted wanted) {
        String domain = wanted.domain();
        if (ownsEmailDomain(domain) || host.equals(domain)) {
            return EXACT;
        }
        // One letter is part of nearly every domain.
        boolean anywhere = domain.length() > 2;
        int rank = partRank(host, domain, anywhere);
        for (String own : emailDomains) {
            rank = Math.min(rank, partRank(own, domain, anywhere));
        }
        return rank;
    }

    private static int partRank(String own, String part, boolean anywhere) {
        if (own.startsWith(part)) {
            return BEGINS;
        }
        return anywhere && own.contains(part) ? ELSEWHERE : NO_MATCH;
    }

    private static String host(String url) {
        String afterScheme = url.replaceFirst("^[a-z]+://", "");
        String host = afterScheme.split("[/:?#]", 2)[0].toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
