package io.mlconnector.ports.journal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryChainTest {

    private static final DocumentId OWNER = new DocumentId("d-1");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static HistoryEntry entry(String event, String message, Map<String, String> details) {
        return new HistoryEntry(NOON, "daemon", event, message, details, List.of());
    }

    private static String link(HistoryEntry entry) {
        return HistoryChain.link(HistoryChain.START, OWNER, 1, entry);
    }

    private static List<RecordedEntry> chain(String... events) {
        List<RecordedEntry> chain = new ArrayList<>();
        String previous = HistoryChain.START;
        for (String event : events) {
            HistoryEntry entry = entry(event, "It happened.", Map.of());
            previous = HistoryChain.link(previous, OWNER, chain.size() + 1L, entry);
            chain.add(new RecordedEntry(chain.size() + 1L, entry, previous));
        }
        return chain;
    }

    @Test
    void the_hash_of_a_known_entry_never_changes() {
        HistoryEntry entry = new HistoryEntry(
                NOON,
                "daemon",
                "uploaded",
                "Grün",
                Map.of("b", "2", "a", "1"),
                List.of(new ContentHash("0".repeat(64))));
        assertThat(link(entry)).isEqualTo("75755ea240ea18e0da430513298a195d0033fe90dba9afd13fb5902eb3af55e5");
    }

    @Test
    void a_changed_entry_breaks_the_chain_where_it_stands() {
        List<RecordedEntry> chain = chain("a", "b", "c");
        assertThat(HistoryChain.firstBroken(OWNER, chain)).isEmpty();
        RecordedEntry second = chain.get(1);
        chain.set(1, new RecordedEntry(2, entry("b", "It never happened.", Map.of()), second.hash()));
        assertThat(HistoryChain.firstBroken(OWNER, chain)).hasValue(2);
    }

    @Test
    void a_dropped_entry_breaks_the_chain() {
        List<RecordedEntry> chain = chain("a", "b", "c");
        chain.remove(1);
        assertThat(HistoryChain.firstBroken(OWNER, chain)).hasValue(2);
    }

    @Test
    void a_rewritten_tail_does_not_fit_another_owner() {
        assertThat(HistoryChain.firstBroken(new DocumentId("d-2"), chain("a"))).hasValue(1);
    }

    @Test
    void moving_text_from_one_part_to_the_next_changes_the_hash() {
        assertThat(link(entry("ab", "c", Map.of()))).isNotEqualTo(link(entry("a", "bc", Map.of())));
        assertThat(link(entry("a", "b", Map.of("c", "d=e")))).isNotEqualTo(link(entry("a", "b", Map.of("c=d", "e"))));
    }

    @Test
    void instants_count_to_the_microsecond() {
        HistoryEntry exact = entry("a", "b", Map.of());
        HistoryEntry finer = new HistoryEntry(NOON.plusNanos(999), "daemon", "a", "b", Map.of(), List.of());
        HistoryEntry later = new HistoryEntry(NOON.plusNanos(1_000), "daemon", "a", "b", Map.of(), List.of());
        assertThat(link(finer)).isEqualTo(link(exact));
        assertThat(link(later)).isNotEqualTo(link(exact));
    }
}
