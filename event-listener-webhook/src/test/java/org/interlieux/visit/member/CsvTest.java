package org.interlieux.visit.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets make of a line. */
class CsvTest {
    @Test
    void separatorIsTheOneOfTheReadersSpreadsheet() {
        assertThat(Csv.of(Locale.ENGLISH).line(List.of("a", "b"))).isEqualTo("\"a\",\"b\"\r\n");
        assertThat(Csv.of(Locale.FRENCH).line(List.of("a", "b"))).isEqualTo("\"a\";\"b\"\r\n");
    }

    @Test
    void quotesAndSeparatorsStayInTheirCell() {
        assertThat(new Csv(',').line(List.of("\"Chez, moi\"", ""))).isEqualTo("\"\"\"Chez, moi\"\"\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void nothingIsCalculated(String formula) {
        assertThat(new Csv(',').line(List.of(formula))).isEqualTo("\"'" + formula + "\"\r\n");
    }
}
