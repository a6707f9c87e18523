package io.mlconnector.console.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.ports.journal.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static PayloadText text(String mediaType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return PayloadText.of(new Payload(new ContentHash("0".repeat(64)), mediaType, bytes));
    }

    @Test
    void json_is_compared_by_members_whatever_their_order() {
        Comparison compared = Comparison.of(
                text(Payload.JSON, "{\"b\":1,\"a\":{\"y\":null,\"x\":[1,2]}}"),
                text(Payload.JSON, "{\"a\":{\"x\":[1,3],\"y\":null},\"b\":1}"));

        assertThat(compared.comparable()).isTrue();
        assertThat(compared.changed()).isEqualTo(1);
        assertThat(compared.rows())
                .filteredOn(row -> row.kind().equals("changed"))
                .singleElement()
                .satisfies(row -> assertThat(row.right()).contains("3"));
    }

    @Test
    void x12_is_compared_segment_by_segment_with_or_without_line_ends() {
        String isa = "ISA*" + "0".repeat(101) + "~";
        Comparison compared = Comparison.of(
                text(Payload.X12, isa + "GS*PO~ST*850~SE*2~"), text(Payload.X12, isa + "\nGS*PO~\nST*860~\nSE*2~\n"));

        assertThat(compared.changed()).isEqualTo(1);
        assertThat(compared.rows()).contains(new Comparison.Row("changed", "ST*850~", "ST*860~"));
    }

    @Test
    void long_runs_of_equal_lines_are_left_out_and_what_is_too_long_is_cut() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add("line " + i);
        }
        String before = String.join("\n", lines);
        Comparison compared = Comparison.of(text("text/plain", before), text("text/plain", before + "\none more"));
        assertThat(compared.rows()).contains(new Comparison.Row("left-out", "97", ""));
        assertThat(compared.rows().getLast()).isEqualTo(new Comparison.Row("added", "", "one more"));

        Random random = new Random(7);
        StringBuilder much = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            much.append(random.nextInt()).append('\n');
        }
        Comparison cut = Comparison.of(
                text("text/plain", much.toString()),
                text("text/plain", much.reverse().toString()));
        assertThat(cut.cut()).isTrue();
        assertThat(cut.rows()).hasSizeLessThanOrEqualTo(2 * PayloadText.MOST);
    }
}
