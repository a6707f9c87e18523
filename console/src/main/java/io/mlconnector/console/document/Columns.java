package io.mlconnector.console.document;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which columns the list of documents has, besides the documents themselves.
 *
 * @param chosen their words
 */
public record Columns(Set<String> chosen) {

    /**
     * A column that can be chosen.
     *
     * @param word in addresses
     * @param title its heading
     */
    public record Column(String word, String title) {}

    /** In the order in which they are shown. */
    public static final List<Column> ALL = List.of(
            new Column("partner", "Partner"),
            new Column("entity", "Entity"),
            new Column("connection", "Connection"),
            new Column("number", "Control number"),
            new Column("file", "File"),
            new Column("amount", "Amount"),
            new Column("due", "Due"),
            new Column("condition", "Condition"),
            new Column("stage", "Stage"),
            new Column("answer", "Answer"),
            new Column("assignee", "Looked after by"),
            new Column("changed", "Changed"));

    private static final List<String> USUAL = List.of("partner", "amount", "condition", "stage", "answer", "changed");

    public Columns {
        chosen = Set.copyOf(chosen);
    }

    /**
     * As somebody chose.
     *
     * @param text words with commas; without a known one, the usual columns
     * @param severalEntities whether the usual ones have the legal entity
     */
    public static Columns of(String text, boolean severalEntities) {
        Set<String> known = new LinkedHashSet<>();
        List<String> wanted = Arrays.asList(text.split("[,.]", -1));
        ALL.stream().map(Column::word).filter(wanted::contains).forEach(known::add);
        if (known.isEmpty()) {
            known.addAll(USUAL);
            if (severalEntities) {
                known.add("entity");
            }
        }
        return new Columns(known);
    }

    /** Whether this one is shown. */
    public boolean has(String word) {
        return chosen.contains(word);
    }
}
