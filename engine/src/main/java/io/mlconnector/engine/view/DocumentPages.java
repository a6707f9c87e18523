package io.mlconnector.engine.view;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents beyond one page. */
public final class DocumentPages {

    private DocumentPages() {}

    /**
     * All that are wanted, page by page, the newest first.
     *
     * @param filter which; its own page does not matter
     * @param most no further page is read once there are so many, so that memory is bounded
     */
    public static Future<List<DocumentRecord>> all(Engine engine, DocumentFilter filter, int most) {
        return more(engine, filter, Optional.empty(), most, new ArrayList<>());
    }

    private static Future<List<DocumentRecord>> more(
            Engine engine, DocumentFilter filter, Optional<DocumentId> after, int most, List<DocumentRecord> found) {
        return engine.onContext(engine.journal().list(filter.page(DocumentFilter.LARGEST_LIMIT, after)))
                .compose(page -> {
                    found.addAll(page);
                    return page.size() < DocumentFilter.LARGEST_LIMIT || found.size() >= most
                            ? Future.succeededFuture(found)
                            : more(engine, filter, Optional.of(page.getLast().id()), most, found);
                });
    }
}
