package io.mlconnector.postgres.continuity;

import io.mlconnector.ports.journal.file.TakenFile;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down files that were taken, beside the event loop; one write serves all that came before it began. */
final class TakenFilesQueue {

    private final Vertx vertx;
    private final TakenFiles files;
    private List<TakenFile> waiting = new ArrayList<>();
    private boolean durably;
    private Optional<Promise<Void>> next = Optional.empty();
    private Future<Void> underWay = Future.succeededFuture();

    TakenFilesQueue(Vertx vertx, TakenFiles files) {
        this.vertx = vertx;
        this.files = files;
    }

    /**
     * Adds a file.
     *
     * @param onDisk whether it must be on the disk when this has completed
     */
    synchronized Future<Void> add(TakenFile file, boolean onDisk) {
        waiting.add(file);
        durably |= onDisk;
        if (next.isPresent()) {
            return next.get().future();
        }
        Promise<Void> promise = Promise.promise();
        next = Optional.of(promise);
        // Begins at once if nothing is under way: then nobody is next any more.
        underWay.onComplete(ignored -> write(promise));
        return promise.future();
    }

    private synchronized void write(Promise<Void> promise) {
        List<TakenFile> batch = waiting;
        boolean onDisk = durably;
        waiting = new ArrayList<>();
        durably = false;
        next = Optional.empty();
        underWay = promise.future();
        vertx.<Void>executeBlocking(() -> {
                    files.add(batch, onDisk);
                    return null;
                })
                .onComplete(promise);
    }
}
