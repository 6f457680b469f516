package org.interlieux.venue.hours;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.Util;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the OpenStreetMap syntax strictly, and what is written loosely only to say how it should be written. */
final class HoursSyntax {
    private static final int MAX_QUOTED = 100;
    private static final String EXAMPLE = "Write opening hours like Mo-Fr 09:00-18:00; Sa 10:00-16:00; Dec 25 off";

    private final String text;

    HoursSyntax(String text) {
        this.text = text;
    }

    List<HoursRule> rules() {
        List<Rule> rules;
        try {
            rules = parse(true);
        } catch (OpeningHoursParseException e) {
            throw refused(e);
        }
        return evaluable(rules);
    }

    /** A time that ends "before" its start goes over midnight, which the parser's strict times would refuse. */
    private List<Rule> parse(boolean strict) throws OpeningHoursParseException {
        try {
            return new OpeningHoursParser(new StringReader(text)).rules(strict, false);
        } catch (RuntimeException | TokenMgrError e) {
            // Made by a generator: for some nonsense it fails in its own ways.
            throw unreadable(0);
        }
    }

    private static List<HoursRule> evaluable(List<Rule> rules) {
        List<HoursRule> evaluable = new ArrayList<>();
        boolean afterFallback = false;
        for (Rule rule : rules) {
            afterFallback = rule.isFallBack() || (afterFallback && rule.isAdditive());
            evaluable.add(RuleReader.read(rule, afterFallback));
        }
        return List.copyOf(evaluable);
    }

    private InvalidOpeningHoursException refused(OpeningHoursParseException e) {
        return suggestion()
                .map(better -> new InvalidOpeningHoursException(quoted() + " cannot be read. Write " + better))
                .orElseGet(() -> unreadable(e.getColumn()));
    }

    private InvalidOpeningHoursException unreadable(int column) {
        String where = column > 1 && column <= text.length() ? " near character " + column : "";
        return new InvalidOpeningHoursException(quoted() + " cannot be read" + where + ". " + EXAMPLE);
    }

    private String quoted() {
        return "'" + (text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "…" : text) + "'";
    }

    private Optional<String> suggestion() {
        try {
            List<Rule> loose = parse(false);
            evaluable(loose);
            String better = Util.rulesToOpeningHoursString(loose);
            evaluable(new HoursSyntax(better).parse(true));
            return Optional.of(better);
        } catch (OpeningHoursParseException | InvalidOpeningHoursException e) {
            return Optional.empty();
        }
    }
}
