package io.mlconnector.runtime.http.request;

import io.mlconnector.engine.view.FilterException;
import io.mlconnector.engine.view.KnownPlaces;
import io.mlconnector.ports.journal.DocumentFilter;
import io.vertx.core.Future;

/**
 * Refuses requests that name a connection, partner or legal entity which there is not.
 *
 * @param known those that there are
 */
public record RequestedPlaces(KnownPlaces known) {

    /**
     * Fails with {@link BadRequest} if a filter names a place that there is not.
     *
     * @param path stands before the names in messages; may be empty
     */
    public Future<Void> check(DocumentFilter filter, String path) {
        return known.check(filter, path)
                .recover(failure -> Future.failedFuture(
                        failure instanceof FilterException why
                                ? new BadRequest(why.name(), String.valueOf(why.getMessage()))
                                : failure));
    }
}
