package io.mlconnector.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryEntriesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");

    @Test
    void a_usual_step_is_written_as_it_is() {
        List<HistoryEntry> entries = lines(HistoryEntries.MOST);

        assertThat(HistoryEntries.bounded(entries)).isEqualTo(entries);
    }

    @Test
    void entries_of_a_very_long_invoice_are_joined_and_every_sentence_stays_in_its_order() {
        List<HistoryEntry> entries = lines(44_445);

        List<HistoryEntry> bounded = HistoryEntries.bounded(entries);

        assertThat(bounded).hasSizeLessThanOrEqualTo(HistoryEntries.MOST);
        assertThat(told(bounded)).isEqualTo(told(entries));
    }

    @Test
    void entries_that_alternate_are_bounded_too_and_each_kind_keeps_its_own() {
        List<HistoryEntry> entries = new ArrayList<>();
        for (int line = 0; line < 20_000; line++) {
            entries.add(HistoryEntry.entry(NOW, line % 2 == 0 ? "aligned" : "warning", "Line " + line + "."));
        }
        entries.add(HistoryEntry.entry(NOW, "checked", "It agrees."));

        List<HistoryEntry> bounded = HistoryEntries.bounded(entries);

        assertThat(bounded).hasSizeLessThanOrEqualTo(HistoryEntries.MOST);
        assertThat(bounded.get(bounded.size() - 1).message()).isEqualTo("It agrees.");
        assertThat(bounded)
                .allSatisfy(entry -> assertThat(List.of(entry.message().split(" (?=Line)")))
                        .allSatisfy(line -> assertThat(line.matches("Line \\d*[02468]\\."))
                                .isEqualTo(entry.event().equals("aligned"))));
    }

    @Test
    void joined_entries_keep_the_details_that_they_have_in_common() {
        List<HistoryEntry> entries = IntStream.range(0, 1_000)
                .mapToObj(line -> HistoryEntry.entry(
                        NOW, "warning", "Line " + line + ".", Map.of("code", "price-differs", "line", "" + line)))
                .toList();

        assertThat(HistoryEntries.bounded(entries))
                .allSatisfy(entry -> assertThat(entry.details()).isEqualTo(Map.of("code", "price-differs")));
    }

    private static List<HistoryEntry> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(line -> HistoryEntry.entry(NOW, "aligned", "Line " + line + "."))
                .toList();
    }

    private static String told(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::message).collect(Collectors.joining(" "));
    }
}
