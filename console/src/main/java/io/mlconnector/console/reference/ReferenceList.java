package io.mlconnector.console.reference;

import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Frame;
import java.util.List;
import java.util.Optional;

/**
 * The page of cross-references.
 *
 * @param frame around it
 * @param partner whose are looked for; empty: of all
 * @param kind which; empty: both
 * @param word a part of the word on either side; empty: any
 * @param rows those on this page
 * @param found how many there are on all pages
 * @param next the address of the page behind; empty if this is the last one
 * @param csv the address of the same as CSV
 * @param partners from which one may be chosen
 */
public record ReferenceList(
        Frame frame,
        String partner,
        String kind,
        String word,
        List<ReferenceRow> rows,
        int found,
        Optional<String> next,
        String csv,
        List<String> partners) {

    public ReferenceList {
        rows = List.copyOf(rows);
        partners = List.copyOf(partners);
    }

    /** Whether nothing restricts. */
    public boolean all() {
        return partner.isEmpty() && kind.isEmpty() && word.isEmpty();
    }

    /** Whether the reader may change them. */
    public boolean mayTranslate() {
        return frame.may(Permission.TRANSLATE);
    }
}
