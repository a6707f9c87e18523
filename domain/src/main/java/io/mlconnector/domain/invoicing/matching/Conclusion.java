package io.mlconnector.domain.invoicing.matching;

import io.mlconnector.domain.words.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the checks of an invoice that nothing stops came to, in one sentence that says no more than they found.
 *
 * @param invoice its number
 * @param order the first one that it bills; a number
 * @param parts what is to be posted, and for whom, in words
 */
public record Conclusion(String invoice, String order, String parts) {

    /** Event of its entry. */
    public static final String CHECKED = "checked";

    /**
     * Its entry.
     *
     * @param history of the examination: warnings, and what persons accepted, stand there
     */
    public HistoryEntry entry(List<HistoryEntry> history, Instant at) {
        return HistoryEntry.entry(at, CHECKED, sentence(history) + ": " + parts, Map.of("order", order));
    }

    private String sentence(List<HistoryEntry> history) {
        if (history.stream().anyMatch(Conclusion::differs)) {
            return "Invoice " + invoice + " differs from its order, but in nothing that stops it";
        }
        boolean untold = history.stream().anyMatch(entry -> entry.event().equals("warning"));
        return "Invoice " + invoice + " agrees with its order" + (untold ? " as far as it could be compared" : "");
    }

    private static boolean differs(HistoryEntry entry) {
        return entry.event().equals("accepted")
                || (entry.event().equals("warning") && entry.details().containsKey("code"));
    }
}
