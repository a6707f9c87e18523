package io.mlconnector.console.document;

import io.mlconnector.console.page.Frame;
import java.util.List;
import java.util.Optional;

/**
 * The page of documents.
 *
 * @param frame around it
 * @param query what is looked for
 * @param rows the documents, newest first
 * @param next the address of the page behind; empty if this is the last one
 * @param later whether this is not the first page
 * @param matching how many match, in a sentence
 * @param choices what partners, legal entities and connections there are to choose from
 * @param columns that the list has
 */
public record DocumentList(
        Frame frame,
        Query query,
        List<DocumentRow> rows,
        Optional<String> next,
        boolean later,
        String matching,
        Choices choices,
        Columns columns) {

    public DocumentList {
        rows = List.copyOf(rows);
    }

    /** Whether there is more than one legal entity, so that it is worth a column. */
    public boolean severalEntities() {
        return choices.legalEntities().size() > 1;
    }
}
