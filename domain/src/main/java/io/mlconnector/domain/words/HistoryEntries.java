package io.mlconnector.domain.words;

import io.mlconnector.domain.trade.ContentHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What one step writes into a history: bounded in number, whatever the number of lines that a document has. */
public final class HistoryEntries {

    /**
     * The most entries that one step writes as they are. Each entry is chained to the one before it while the transaction is
     * open, so that tens of thousands of them would outlast the time that a statement has.
     */
    public static final int MOST = 500;

    private HistoryEntries() {}

    /**
     * The entries of one step: as they are up to {@link #MOST}, together beyond it. Then those of one actor and one event
     * share entries, in the order in which they came; every sentence and every payload stays.
     *
     * @param entries of one step, the oldest first
     */
    public static List<HistoryEntry> bounded(List<HistoryEntry> entries) {
        if (entries.size() <= MOST) {
            return List.copyOf(entries);
        }
        Map<Kind, List<HistoryEntry>> kinds = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> new Kind(entry.actor(), entry.event()), LinkedHashMap::new, Collectors.toList()));
        int together = Math.ceilDiv(entries.size(), MOST / 2);
        List<HistoryEntry> bounded = new ArrayList<>();
        for (List<HistoryEntry> kind : kinds.values()) {
            for (int from = 0; from < kind.size(); from += together) {
                bounded.add(joined(kind.subList(from, Math.min(kind.size(), from + together))));
            }
        }
        return List.copyOf(bounded);
    }

    private record Kind(String actor, String event) {}

    private static HistoryEntry joined(List<HistoryEntry> entries) {
        HistoryEntry first = entries.get(0);
        Set<ContentHash> payloads = new LinkedHashSet<>();
        entries.forEach(entry -> payloads.addAll(entry.payloads()));
        return new HistoryEntry(
                first.at(),
                first.actor(),
                first.event(),
                entries.stream().map(HistoryEntry::message).collect(Collectors.joining(" ")),
                common(entries),
                List.copyOf(payloads));
    }

    /** What is true of each of them. */
    private static Map<String, String> common(List<HistoryEntry> entries) {
        Map<String, String> first = entries.get(0).details();
        return first.entrySet().stream()
                .filter(detail -> entries.stream()
                        .allMatch(entry -> Objects.equals(entry.details().get(detail.getKey()), detail.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
