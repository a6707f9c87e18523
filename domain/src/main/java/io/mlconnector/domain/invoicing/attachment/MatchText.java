package io.mlconnector.domain.invoicing.attachment;

import io.mlconnector.domain.words.HistoryEntry;
import java.util.List;
import java.util.Set;

/** How an invoice was matched, from the history of its document. */
final class MatchText {

    /** What the examination that led to the posting tells. */
    private static final Set<String> TOLD = Set.of("aligned", "matched", "warning", "accepted", "posted");

    /** After these an invoice is examined anew, so that what was found before them does not count any more. */
    private static final Set<String> ANEW =
            Set.of("held", "postponed", "refused", "replay", "release", "resubmitted", "did-not-arrive");

    private MatchText() {}

    static String of(String number, List<HistoryEntry> history) {
        StringBuilder text = new StringBuilder("How ml-connector matched invoice " + number + "\r\n\r\n");
        history.stream()
                .filter(entry -> !entry.actor().equals(HistoryEntry.DAEMON))
                .forEach(entry -> line(text, entry, entry.actor() + ": "));
        last(history).stream().filter(entry -> TOLD.contains(entry.event())).forEach(entry -> line(text, entry, ""));
        return text.toString();
    }

    private static void line(StringBuilder text, HistoryEntry entry, String who) {
        text.append(entry.at())
                .append("  ")
                .append(entry.event())
                .append("  ")
                .append(who)
                .append(entry.message())
                .append("\r\n");
    }

    /** What belongs to the examination that led to the posting: everything since it was last examined anew. */
    static List<HistoryEntry> last(List<HistoryEntry> history) {
        int from = 0;
        for (int i = 0; i < history.size(); i++) {
            if (ANEW.contains(history.get(i).event())) {
                from = i + 1;
            }
        }
        return history.subList(from, history.size());
    }
}
