package io.mlconnector.runtime.http.request;

import io.mlconnector.domain.words.DocumentId;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/** Where a page begins: behind the last record of the page before. What names no record would let the pages begin anew. */
public final class Cursors {

    private static final String AFTER = "after";

    private Cursors() {}

    /**
     * The record named by {@code after}; empty for the first page.
     *
     * @throws BadRequest if it cannot name any
     */
    public static Optional<DocumentId> after(RoutingContext context) {
        String text = Query.text(context, AFTER);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(DocumentId.of(text).orElseThrow(Cursors::none));
    }

    /**
     * Fails with {@link BadRequest} if there is no such record; records are never deleted, so that a page's {@code next} stays good.
     *
     * @param find looks for it
     */
    public static Future<Void> known(
            Optional<DocumentId> after, Function<DocumentId, ? extends Future<? extends Optional<?>>> find) {
        return after.isEmpty()
                ? Future.succeededFuture()
                : find.apply(after.get())
                        .compose(found ->
                                found.isPresent() ? Future.<Void>succeededFuture() : Future.failedFuture(none()));
    }

    /** The refusal of one that is none. */
    public static BadRequest none() {
        return new BadRequest(
                AFTER, "after must be the next of the page before, unchanged; leave it out for the first page.");
    }
}
