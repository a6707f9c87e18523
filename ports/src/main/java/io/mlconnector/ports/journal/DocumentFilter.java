package io.mlconnector.ports.journal;

import io.mlconnector.domain.words.DocumentId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which documents are wanted. An empty string or an empty optional does not restrict.
 *
 * @param connection short name of the connection
 * @param partner short name of the partner
 * @param legalEntity the company
 * @param direction {@code outbound} or {@code inbound}
 * @param type X12 transaction set
 * @param condition word of a condition
 * @param stage word of a stage
 * @param acknowledgement word of an acknowledgement
 * @param causeKey documents stuck for this cause
 * @param text part of an order number, invoice number, control number or file name
 * @param from created at or after
 * @param to created before
 * @param limit at most so many; 1 to 500
 * @param after only documents older than this one: the last of the page before
 */
public record DocumentFilter(
        String connection,
        String partner,
        String legalEntity,
        String direction,
        String type,
        String condition,
        String stage,
        String acknowledgement,
        String causeKey,
        String text,
        Optional<Instant> from,
        Optional<Instant> to,
        int limit,
        Optional<DocumentId> after) {

    /** All documents, newest first, 100 of them. */
    public static final DocumentFilter ALL = new DocumentFilter(
            "", "", "", "", "", "", "", "", "", "", Optional.empty(), Optional.empty(), 100, Optional.empty());

    public DocumentFilter {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("A page has 1 to 500 documents, not " + limit);
        }
    }

    /**
     * Another page of the same.
     *
     * @param most at most so many; 1 to 500
     * @param behind only documents older than this one; empty for the first page
     */
    public DocumentFilter page(int most, Optional<DocumentId> behind) {
        return new DocumentFilter(
                connection,
                partner,
                legalEntity,
                direction,
                type,
                condition,
                stage,
                acknowledgement,
                causeKey,
                text,
                from,
                to,
                most,
                behind);
    }

    /** Whether it restricts nothing but the page. */
    public boolean showsAll() {
        return page(ALL.limit(), Optional.empty()).equals(ALL);
    }
}
