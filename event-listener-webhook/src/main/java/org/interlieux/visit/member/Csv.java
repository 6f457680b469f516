package org.interlieux.visit.member;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines of a table that spreadsheets open (RFC 4180), in the way of the reader's language: where a comma is for decimals, a
 * semicolon is between cells.
 */
record Csv(char separator) {
    /** Tells spreadsheets that the text is UTF-8. */
    static final String MARK = "\uFEFF";

    /** What makes a spreadsheet calculate instead of show (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    static Csv of(Locale reader) {
        return new Csv(DecimalFormatSymbols.getInstance(reader).getDecimalSeparator() == ',' ? ';' : ',');
    }

    String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(String.valueOf(separator), "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
