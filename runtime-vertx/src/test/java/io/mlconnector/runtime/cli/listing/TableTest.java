package io.mlconnector.runtime.cli.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.terminal.Colours;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static Table table(int width) {
        Table table = new Table(
                List.of(
                        Table.Column.whole("ID"),
                        Table.Column.text("NAME"),
                        Table.Column.text("LOOKED AFTER BY"),
                        Table.Column.number("BYTES")),
                new Colours(false),
                width);
        table.add(List.of("d1", "Acme Foods of Springfield", "", "7"), List.of("why it stands still"));
        table.add(List.of("d22", "Globex", "", "1200"), List.of());
        return table;
    }

    @Test
    void every_column_is_as_wide_as_its_widest_cell_and_numbers_stand_at_the_right() {
        assertThat(table(0).lines())
                .containsExactly(
                        "ID   NAME                       BYTES",
                        "d1   Acme Foods of Springfield      7",
                        "    why it stands still",
                        "d22  Globex                      1200");
    }

    @Test
    void a_column_in_which_nobody_has_anything_is_left_out() {
        assertThat(table(0).lines().getFirst()).doesNotContain("LOOKED AFTER BY");
    }

    @Test
    void what_may_be_cut_is_cut_to_the_terminal_and_what_may_not_never_is() {
        assertThat(table(26).lines())
                .containsExactly(
                        "ID   NAME            BYTES",
                        "d1   Acme Foods of…      7",
                        "    why it stands still",
                        "d22  Globex           1200");
        assertThat(table(5).lines().getLast()).isEqualTo("d22  Globex     1200");
    }

    @Test
    void no_rows_have_no_heading() {
        assertThat(new Table(List.of(Table.Column.whole("ID")), new Colours(false), 80).lines())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"120,120", "' 80 ',80", "'',0", "wide,0", "7,0", "99999,0"})
    void the_width_of_the_terminal_counts_if_it_can_be_one(String columns, int width) {
        assertThat(TerminalWidth.read(columns)).isEqualTo(width);
        assertThat(TerminalWidth.read(null)).isZero();
    }
}
