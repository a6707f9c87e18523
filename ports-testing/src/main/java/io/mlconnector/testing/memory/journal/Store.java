package io.mlconnector.testing.memory.journal;

import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What is stored of documents and files, and the one lock that makes each method of the journal a transaction. */
final class Store {

    private final Object lock = new Object();

    // All guarded by lock.
    private final Documents documents = new Documents();
    private final Files files = new Files();
    private final Histories histories = new Histories();

    /** The documents; within a transaction only. */
    Documents documents() {
        return documents;
    }

    /** The files; within a transaction only. */
    Files files() {
        return files;
    }

    /** The histories of both; within a transaction only. */
    Histories histories() {
        return histories;
    }

    /** Takes over copies of all that the other holds, which nobody may change meanwhile. */
    void copyOf(Store other) {
        documents.copyOf(other.documents);
        files.copyOf(other.files);
        histories.copyOf(other.histories);
    }

    /** Moves a document that nobody has claimed. */
    DocumentRecord moved(StoredDocument document, Change change, Instant now) {
        document.move(change, now);
        histories.keep(change.payloads());
        histories.append(document.id(), change.history());
        return document.record();
    }

    /** Does what nobody else may see half done. */
    void alone(Runnable work) {
        synchronized (lock) {
            work.run();
        }
    }

    CompletionStage<Void> done(Runnable work) {
        return transaction(() -> {
                    work.run();
                    return true;
                })
                .thenAccept(ignored -> {});
    }

    <T> CompletionStage<T> transaction(Supplier<T> work) {
        synchronized (lock) {
            try {
                return CompletableFuture.completedFuture(work.get());
            } catch (RuntimeException e) {
                // The journal's promise: a defect fails the stage, and the caller stops working on the document.
                return CompletableFuture.failedFuture(e);
            }
        }
    }
}
