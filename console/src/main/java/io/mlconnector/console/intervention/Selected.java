package io.mlconnector.console.intervention;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Frame;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What something would do to many documents, or did.
 *
 * @param frame around it
 * @param wish what is wanted
 * @param rows each document with what becomes of it
 * @param counts how many of each verdict
 * @param more whether further documents match, which are left alone this time
 * @param hidden what the form carries on, by name
 * @param done whether it is done already
 * @param back where the reader came from
 */
public record Selected(
        Frame frame,
        Acting.Wish wish,
        List<Row> rows,
        Map<String, Integer> counts,
        boolean more,
        Map<String, List<String>> hidden,
        boolean done,
        String back) {

    public Selected {
        rows = List.copyOf(rows);
    }

    /**
     * A document, and what becomes of it.
     *
     * @param document it
     * @param verdict in a word
     * @param message in a sentence
     * @param effect what doing it would bring about
     */
    public record Row(DocumentRow document, String verdict, String message, Impact.Effect effect) {}

    /** Whether anything of it can be done. */
    public boolean possible() {
        return rows.stream().anyMatch(row -> row.effect() != Impact.Effect.NONE);
    }

    /** Whether it would bring about something for one of them at least. */
    public boolean useful() {
        return rows.stream().anyMatch(row -> row.effect() == Impact.Effect.CHANGES);
    }

    /** Those that the button is for, or, once it is done, those to which it was done. */
    private List<Row> meant() {
        List<String> ids = hidden.getOrDefault("id", List.of());
        return rows.stream()
                .filter(row -> done
                        ? row.verdict().equals("done")
                        : ids.contains(row.document().document().id().text()))
                .toList();
    }

    /** Of what the money is told. */
    public String worth() {
        int count = meant().size();
        if (count == rows.size()) {
            return count == 1 ? "It is worth" : "Together they are worth";
        }
        return "The " + Figures.count(count) + (done ? " to which it was done " : " that would change ")
                + (count == 1 ? "is worth" : "are worth together");
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
        return counts.entrySet().stream()
                .map(one -> Impact.counted(wish.verb(), one.getKey(), one.getValue()))
                .toList();
    }

    /** What the button does, and to how many. */
    public String button() {
        int count = hidden.getOrDefault("id", List.of()).size();
        return wish.verb().title() + " " + count + (useful() ? "" : " all the same");
    }
}
