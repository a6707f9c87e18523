package io.mlconnector.console.intervention;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Frame;
import java.util.List;
import java.util.Map;

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
     */
    public record Row(DocumentRow document, String verdict, String message) {}

    /** Whether anything of it can be done. */
    public boolean possible() {
        return rows.stream().anyMatch(row -> !row.verdict().equals("refused"));
    }
}
