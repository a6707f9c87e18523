package io.mlconnector.engine.intervention;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents of a filter at one time, over all pages, read before anything is done to them.
 *
 * @param documents oldest first
 * @param more whether further documents match, older ones
 */
public record Selection(List<DocumentRecord> documents, boolean more) {

    private static final int PAGE = 500;

    public Selection {
        documents = List.copyOf(documents);
    }

    /**
     * Reads them.
     *
     * @param filter its page size does not matter
     * @param most at most so many, 1 or more; of more that match, the newest
     */
    public static Future<Selection> of(Engine engine, DocumentFilter filter, int most) {
        return page(engine, filter.page(PAGE, filter.after()), most, new ArrayList<>());
    }

    /** Behind which those begin that match besides; empty if none does. */
    public Optional<DocumentId> next() {
        return more ? Optional.of(documents.getFirst().id()) : Optional.empty();
    }

    private static Future<Selection> page(Engine engine, DocumentFilter filter, int most, List<DocumentRecord> found) {
        return engine.onContext(engine.journal().list(filter)).compose(page -> {
            found.addAll(page);
            return page.size() < PAGE || found.size() > most
                    ? Future.succeededFuture(
                            new Selection(found.stream().limit(most).toList().reversed(), found.size() > most))
                    : page(engine, filter.page(PAGE, Optional.of(page.getLast().id())), most, found);
        });
    }
}
