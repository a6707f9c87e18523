package io.mlconnector.postgres.audit;

import io.mlconnector.ports.audit.Finding;
import io.mlconnector.ports.audit.HistoryVerification;
import io.mlconnector.ports.journal.history.Head;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Verifies and exports the history in a database, as it was at one moment, in constant memory, while daemons go on
 * writing. Results are passed to the caller on a thread that may block.
 */
public final class JournalAudit {

    private final Vertx vertx;
    private final Pool pool;

    /** On a database whose schema is up to date. */
    public JournalAudit(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /**
     * Verifies all of it.
     *
     * @param noted a head recorded earlier, which the history must contain
     * @param withPayloads whether every stored payload is read and hashed too
     * @param findings receives every deviation
     */
    public Future<AuditResult> verify(Optional<Head> noted, boolean withPayloads, Consumer<Finding> findings) {
        return verify(noted, withPayloads, findings, entries -> {});
    }

    /**
     * Verifies all of it, and tells how far it has come.
     *
     * @param progress receives after each entry how many were verified
     * @see #verify(Optional, boolean, Consumer)
     */
    public Future<AuditResult> verify(
            Optional<Head> noted, boolean withPayloads, Consumer<Finding> findings, LongConsumer progress) {
        long[] bad = {0};
        Consumer<Finding> counted = finding -> {
            bad[0]++;
            findings.accept(finding);
        };
        HistoryVerification verification = HistoryVerification.after(Head.START, noted);
        return Snapshot.of(
                vertx,
                pool,
                snapshot -> StoredEntries.read(snapshot, Scope.ALL, (entry, before) -> {
                            verification.next(entry, before).forEach(counted);
                            progress.accept(verification.entries());
                        })
                        .compose(ignored -> StoredEntries.head(snapshot))
                        .compose(head -> vertx.executeBlocking(() -> {
                            verification.end(head).forEach(counted);
                            return head;
                        }))
                        .compose(head -> Owners.verify(snapshot, counted)
                                .compose(ignored -> withPayloads
                                        ? StoredPayloads.verify(snapshot, counted)
                                                .map(Optional::of)
                                        : Future.succeededFuture(Optional.<Long>empty()))
                                .map(payloads -> new AuditResult(verification.entries(), payloads, head, bad[0]))));
    }

    /**
     * Writes entries as lines that {@link ExportFile} verifies. The caller closes the writer.
     *
     * @return how many entries, and the head at that moment
     */
    public Future<Exported> export(Scope scope, Writer out) {
        ExportLines lines = new ExportLines(out);
        return Snapshot.of(
                vertx,
                pool,
                snapshot -> StoredEntries.before(snapshot, scope.from())
                        .compose(after -> writing(() -> lines.begin(scope, after)))
                        .compose(ignored -> StoredEntries.read(snapshot, scope, lines::entry))
                        .compose(ignored -> StoredEntries.head(snapshot))
                        .compose(head ->
                                writing(() -> lines.end(head)).map(ignored -> new Exported(lines.count(), head))));
    }

    /**
     * What was exported.
     *
     * @param entries how many
     * @param head where the history ended at that moment; empty if the database does not record it
     */
    public record Exported(long entries, Optional<Head> head) {}

    @FunctionalInterface
    private interface Write {
        void write() throws IOException;
    }

    private Future<Void> writing(Write write) {
        return vertx.executeBlocking(() -> {
            write.write();
            return null;
        });
    }
}
