package io.mlconnector.verification.verify.testbed;

import io.mlconnector.ports.audit.Finding;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.audit.AuditResult;
import io.mlconnector.postgres.audit.StoredJournal;
import io.mlconnector.postgres.audit.StoredJournal.Document;
import io.mlconnector.postgres.audit.StoredJournal.Entry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The journal of the daemons, read directly from the database. Every method blocks. */
public final class DaemonJournal {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final StoredJournal stored;

    /** Reads from now on. */
    DaemonJournal(Vertx vertx, DatabaseAddress address) {
        this.stored = new StoredJournal(vertx, address);
    }

    public List<Document> documents() {
        return Waiting.await(stored.documents(), TIMEOUT);
    }

    public List<Entry> entries() {
        return Waiting.await(stored.entries(), TIMEOUT);
    }

    Set<String> files() {
        return Waiting.await(stored.files(), TIMEOUT);
    }

    /** Names of files that are told as missing since a backup was put back. */
    public Set<String> missingFiles() {
        return Waiting.await(stored.missingFiles(), TIMEOUT);
    }

    /** Names, as they are stored, of all files that are recorded with a reason why they are no good. */
    public Set<String> refusedFiles() {
        return Waiting.await(stored.refusedFiles(), TIMEOUT);
    }

    public Set<String> moving() {
        return Waiting.await(stored.moving(), TIMEOUT);
    }

    public AuditResult verify(Consumer<Finding> findings) {
        return Waiting.await(stored.verify(findings));
    }

    void close() {
        Waiting.await(stored.close());
    }
}
