package io.mlconnector.console.line;

import io.mlconnector.console.page.Times;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.invoicing.matching.LineFacts;
import io.mlconnector.domain.words.HistoryEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of an invoice, each beside what it was compared with.
 *
 * @param rows the first lines
 * @param lines how many there are
 * @param compared when they were compared last; empty if they were not, or it is not on record
 * @param tooMany whether there were too many lines for the numbers of each to be kept
 * @param currency of all amounts; empty if the invoice names none
 * @param verdict what would become of the invoice now, in a sentence; empty in what was found then
 * @param times for the reader
 */
public record LineTable(
        List<LineRow> rows,
        int lines,
        Optional<Instant> compared,
        boolean tooMany,
        String currency,
        Optional<String> verdict,
        Times times) {

    /** More lines make no page that anybody reads. */
    private static final int MOST = 200;

    private static final Set<String> COMPARED = Set.of(LineFacts.MATCHED, LineFacts.UNMATCHED);

    public LineTable {
        rows = List.copyOf(rows);
    }

    /**
     * Of an invoice.
     *
     * @param history of its document, or of one examination
     */
    static LineTable of(VendorInvoice invoice, List<HistoryEntry> history, Times times, Optional<String> verdict) {
        List<HistoryEntry> last = last(history);
        Map<String, Map<String, String>> byLine = new HashMap<>();
        for (HistoryEntry entry : last) {
            for (String line : entry.details().getOrDefault("lines", "").split(",", -1)) {
                byLine.put(line, entry.details());
            }
        }
        List<LineRow> rows = invoice.lines().stream()
                .limit(MOST)
                .map(line -> new LineRow(line, byLine.getOrDefault(position(line), Map.of())))
                .toList();
        return new LineTable(
                rows,
                invoice.lines().size(),
                last.stream().map(HistoryEntry::at).findFirst(),
                last.stream().anyMatch(entry -> !entry.details().containsKey("lines")),
                invoice.currency().map(Object::toString).orElse(""),
                verdict,
                times);
    }

    private static String position(InvoiceLine line) {
        return Integer.toString(line.position());
    }

    /** What the last examination found: all its entries have one time. What was edited since was not compared yet. */
    private static List<HistoryEntry> last(List<HistoryEntry> history) {
        Optional<Instant> at = Optional.empty();
        for (HistoryEntry entry : history) {
            if (COMPARED.contains(entry.event())) {
                at = Optional.of(entry.at());
            } else if (entry.event().equals("resubmitted")) {
                at = Optional.empty();
            }
        }
        Instant when = at.orElse(Instant.MIN);
        return history.stream()
                .filter(entry -> COMPARED.contains(entry.event()) && entry.at().equals(when))
                .toList();
    }

    /** Whether only the first lines are shown. */
    public boolean more() {
        return lines > rows.size();
    }

    /** Whether the numbers of each line are on record. */
    public boolean known() {
        return rows.stream().anyMatch(row -> !row.facts().isEmpty());
    }
}
