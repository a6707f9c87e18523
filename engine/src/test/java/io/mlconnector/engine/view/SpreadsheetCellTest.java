package io.mlconnector.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that a spreadsheet must not compute. */
class SpreadsheetCellTest {

    @Test
    void what_would_be_computed_is_written_with_an_apostrophe_and_read_without_it() {
        for (String text : List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''=1\n2")) {
            assertThat(SpreadsheetCell.written(text)).isEqualTo("'" + text);
            assertThat(SpreadsheetCell.read("'" + text)).isEqualTo(text);
        }
    }

    @Test
    void other_text_stays_as_it_is() {
        for (String text : List.of("", "'", "'x", "1=1", "CT", " =1")) {
            assertThat(SpreadsheetCell.written(text)).isEqualTo(text);
            assertThat(SpreadsheetCell.read(text)).isEqualTo(text);
        }
    }
}
