package io.mlconnector.console.intervention;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Frame;
import io.mlconnector.domain.words.DocumentId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What something would do to many documents.
 *
 * @param frame around it
 * @param wish what is wanted
 * @param rows each document that was looked at, with what would become of it
 * @param useful those of them that the button is for
 * @param unseen how many more the button is for that were not looked at
 * @param more whether further documents match, which are left alone this time
 * @param hidden what the form carries on, by name
 * @param back where the reader came from
 */
public record Selected(
        Frame frame,
        Acting.Wish wish,
        List<Row> rows,
        List<DocumentId> useful,
        int unseen,
        boolean more,
        Map<String, String> hidden,
        String back) {

    public Selected {
        rows = List.copyOf(rows);
        useful = List.copyOf(useful);
        hidden = new TreeMap<>(hidden);
    }

    /**
     * A document, and what would become of it.
     *
     * @param document it
     * @param verdict in a word
     * @param message in a sentence
     * @param effect what doing it would bring about
     */
    public record Row(DocumentRow document, String verdict, String message, Impact.Effect effect) {}

    /** Whether anything of it can be done. */
    public boolean possible() {
        return !useful.isEmpty() || unseen > 0;
    }

    /** Whether it would bring about something for one of them at least, as far as is known. */
    public boolean changes() {
        return unseen > 0 || rows.stream().anyMatch(row -> row.effect() == Impact.Effect.CHANGES);
    }

    /** Those that the button is for. */
    private List<Row> meant() {
        return rows.stream()
                .filter(row -> useful.contains(row.document().document().id()))
                .toList();
    }

    /** Of what the money is told. */
    public String worth() {
        int count = meant().size();
        if (count == rows.size() && unseen == 0) {
            return count == 1 ? "It is worth" : "Together they are worth";
        }
        return "The " + Figures.count(count) + " that would change " + (count == 1 ? "is worth" : "are worth together");
    }

    /** What those that change are worth together, by currency; empty if none says. */
    public String money() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        meant().forEach(row -> row.document()
                .document()
                .keys()
                .worth()
                .ifPresent(worth -> sums.merge(worth.currency(), worth.amount(), BigDecimal::add)));
        return Figures.money(sums);
    }

    /** The summary, a sentence for each kind of outcome. */
    public List<String> summary() {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(one -> Impact.counted(wish.verb(), one.getKey(), one.getValue()))
                .toList();
    }

    /** What the button does, and to how many. */
    public String button() {
        return wish.verb().title() + " " + Figures.count(useful.size() + (long) unseen)
                + (changes() ? "" : " all the same");
    }
}
