package org.interlieux.venue.hours;

import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.RuleModifier.Modifier;
import java.util.List;
import java.util.function.Function;
import org.interlieux.venue.hours.HoursRule.Kind;
import org.jspecify.annotations.Nullable;

/** Turns a parsed rule into one that can be evaluated, and refuses what we cannot evaluate. */
final class RuleReader {
    private final Rule rule;

    private RuleReader(Rule rule) {
        this.rule = rule;
    }

    /** @param afterFallback whether it comes after {@code ||}, or continues such a rule */
    static HoursRule read(Rule rule, boolean afterFallback) {
        HoursRule read = new RuleReader(rule).read();
        refuseIf(
                afterFallback && !read.open(),
                "A rule after '||' only opens what would be closed. Close by a rule after ';' instead");
        return read;
    }

    private HoursRule read() {
        refuseUnsupported();
        DaySelector days = selector(rule.getYears(), Years::of)
                .and(selector(rule.getWeeks(), Weeks::of))
                .and(selector(rule.getDates(), DateReader::read))
                .and(selector(rule.getDays(), WeekDays::of));
        boolean wholeDay = rule.getTimes() == null;
        List<Span> times = wholeDay
                ? Span.WHOLE_DAY
                : rule.getTimes().stream().map(Span::of).toList();
        return new HoursRule(days, times, isOpen(), kind(wholeDay));
    }

    private Kind kind(boolean wholeDay) {
        if (rule.isFallBack()) {
            return Kind.FALLS_BACK;
        }
        // "We 12:00-14:00 off" closes at these hours only.
        return rule.isAdditive() || (!isOpen() && !wholeDay) ? Kind.ADDS : Kind.REPLACES;
    }

    private boolean isOpen() {
        RuleModifier modifier = rule.getModifier();
        return modifier == null || modifier.getModifier() == Modifier.OPEN;
    }

    private void refuseUnsupported() {
        RuleModifier modifier = rule.getModifier();
        refuseIf(
                !rule.isTwentyfourseven()
                        && rule.getYears() == null
                        && rule.getWeeks() == null
                        && rule.getDates() == null
                        && rule.getHolidays() == null
                        && rule.getDays() == null
                        && rule.getTimes() == null
                        && modifier == null,
                "There is a rule without content. Remove the ';' or ',' too many");
        refuseIf(
                rule.getHolidays() != null,
                "PH and SH (public and school holidays) are not supported: nobody keeps their dates here. Write the"
                        + " dates, such as Dec 25 off");
        refuseIf(
                modifier != null && modifier.getModifier() == Modifier.UNKNOWN,
                "'unknown' is not supported: a door needs a yes or a no. Write open or off");
        refuseIf(
                rule.getComment() != null
                        || (modifier != null && modifier.getModifier() == null && modifier.getComment() != null),
                "A comment alone means 'unknown' in this syntax, which is not supported. Write open or off before the"
                        + " comment, such as Sa 10:00-12:00 open \"ring the bell\"");
    }

    private static <T> DaySelector selector(@Nullable List<T> parts, Function<T, DaySelector> reader) {
        return parts == null
                ? DaySelector.EVERY_DAY
                : DaySelector.anyOf(parts.stream().map(reader).toList());
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new InvalidOpeningHoursException(message);
        }
    }
}
