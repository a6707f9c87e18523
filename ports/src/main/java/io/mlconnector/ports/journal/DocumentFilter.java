package io.mlconnector.ports.journal;

import io.mlconnector.domain.words.DocumentId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which documents are wanted, newest first.
 *
 * @param criteria all of which a document meets; none lets every document through
 * @param limit at most so many; 1 to 500
 * @param after only documents older than this one: the last of the page before
 */
public record DocumentFilter(List<Criterion> criteria, int limit, Optional<DocumentId> after) {

    /** How many documents a page has unless it is said. */
    public static final int USUAL_LIMIT = 100;

    /** How many documents a page has at most. */
    public static final int LARGEST_LIMIT = 500;

    /** All documents, 100 of them. */
    public static final DocumentFilter ALL = new DocumentFilter(List.of(), USUAL_LIMIT, Optional.empty());

    public DocumentFilter {
        criteria = List.copyOf(criteria);
        Objects.requireNonNull(after, "after");
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("A page has 1 to " + LARGEST_LIMIT + " documents, not " + limit);
        }
    }

    /** Those of these documents that meet these criteria too. */
    public DocumentFilter where(Criterion... more) {
        return new DocumentFilter(
                Stream.concat(criteria.stream(), Stream.of(more)).toList(), limit, after);
    }

    /**
     * Another page of the same.
     *
     * @param most at most so many; 1 to 500
     * @param behind only documents older than this one; empty for the first page
     */
    public DocumentFilter page(int most, Optional<DocumentId> behind) {
        return new DocumentFilter(criteria, most, behind);
    }

    /** Whether it restricts nothing but the page. */
    public boolean showsAll() {
        return criteria.isEmpty();
    }
}
