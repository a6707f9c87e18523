package io.mlconnector.engine.intake.removal;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.intake.RemovalRule;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.file.FileRecord;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a folder, as removals may rely on it: a file that a partner writes over one that was taken has the same id with most
 * gateways, and a removal by an old listing would remove it unread.
 */
final class RecentListing {

    private final Engine engine;
    private final Mailbox mailbox;
    private final FolderReference folder;
    private final Runnable progressed;
    private Map<String, FolderEntry> byId;
    private Instant listedAt;
    private boolean forRemoval;
    private int uses;
    private boolean untold;

    /**
     * The one that a look at the folder begins with.
     *
     * @param listedAt when the gateway was asked for it
     * @param progressed is told while another one comes
     */
    RecentListing(
            Engine engine,
            Mailbox mailbox,
            FolderReference folder,
            List<FolderEntry> entries,
            Instant listedAt,
            Runnable progressed) {
        this.engine = engine;
        this.mailbox = mailbox;
        this.folder = folder;
        this.progressed = progressed;
        this.byId = byId(entries);
        this.listedAt = listedAt;
    }

    private static Map<String, FolderEntry> byId(List<FolderEntry> entries) {
        Map<String, FolderEntry> byId = new HashMap<>();
        entries.forEach(entry -> byId.put(StorableText.of(entry.id()), entry));
        return byId;
    }

    /** The entry of a file that was taken; empty if it is no longer listed. */
    Optional<FolderEntry> entry(FileRecord file) {
        return Optional.ofNullable(byId.get(file.remoteId()));
    }

    /** Whether a file may be removed by it. */
    boolean believed() {
        return RemovalRule.believed(forRemoval, listedAt, uses, engine.clock().instant());
    }

    /** A file is removed by it. */
    void used() {
        uses++;
    }

    /** Asks the gateway again; false if it does not tell now: then it is not asked for the files after this one either. */
    Future<Boolean> anew() {
        if (untold) {
            return Future.succeededFuture(false);
        }
        Instant asked = engine.clock().instant();
        return engine.onContext(mailbox.list(folder, progressed))
                .onFailure(ignored -> untold = true)
                .map(outcome -> {
                    if (!(outcome instanceof Outcome.Done<List<FolderEntry>>(List<FolderEntry> entries))) {
                        untold = true;
                        return false;
                    }
                    byId = byId(entries);
                    listedAt = asked;
                    forRemoval = true;
                    uses = 0;
                    return true;
                });
    }
}
