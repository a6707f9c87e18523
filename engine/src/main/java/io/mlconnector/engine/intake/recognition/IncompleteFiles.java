package io.mlconnector.engine.intake.recognition;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of the files of one folder and not taken, because its end was missing: somebody may still be writing it, or its download
 * was cut. A gateway may remove what was read; then this is all that there is of it. Touched on one event loop only.
 */
public final class IncompleteFiles {

    /** A file without its end is fetched so often as long as it comes with other bytes each time. */
    private static final int DIFFERING_DOWNLOADS = 5;

    /** The bytes are kept up to so many, of all files together. */
    private static final long MOST_BYTES = 8 << 20;

    private final Engine engine;
    private final Connection connection;
    private final String folder;
    private final StoredDownloads stored;
    private final Map<String, Read> files = new LinkedHashMap<>();

    /** Nothing read yet. */
    public IncompleteFiles(Engine engine, Connection connection, FolderReference folder, StoredDownloads stored) {
        this.engine = engine;
        this.connection = connection;
        this.folder = folder.toString();
        this.stored = stored;
    }

    /**
     * What was read of a file.
     *
     * @param other whether it is another one than a file that was taken and looks the same
     * @param bytes none where there were too many to keep
     * @param times how often it was read
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    public record Read(FolderEntry entry, boolean other, ContentHash hash, byte[] bytes, int times) {}

    /**
     * Whether a file without its end is taken as it is: it has stopped growing, and came with the same bytes twice or with other ones
     * too often. What is not taken is remembered.
     *
     * @param settled whether it has stopped growing
     * @param other whether it is another one than a file that was taken and looks the same
     */
    public boolean asItIs(FolderEntry entry, boolean settled, boolean other, byte[] bytes) {
        ContentHash hash = Hashes.of(bytes);
        Read before = files.remove(entry.id());
        int times = before == null ? 1 : before.times() + 1;
        boolean again = before != null && before.hash().equals(hash);
        if (settled && (again || times >= DIFFERING_DOWNLOADS)) {
            return true;
        }
        long others =
                files.values().stream().mapToLong(one -> one.bytes().length).sum();
        byte[] kept = others + bytes.length <= MOST_BYTES ? bytes : new byte[0];
        files.put(entry.id(), new Read(entry, other, hash, kept, times));
        return false;
    }

    /** A file is whole, or there will never be more of it. */
    public void forget(FolderEntry entry) {
        files.remove(entry.id());
    }

    /** All that there is of a file that is gone, which is in the journal afterwards; empty if nothing was kept of it. */
    public Future<Optional<Read>> leftOf(FolderEntry entry) {
        Read read = files.get(entry.id());
        if (read == null || read.bytes().length == 0) {
            files.remove(entry.id());
            return Future.succeededFuture(Optional.empty());
        }
        return store(read).map(ignored -> Optional.of(read));
    }

    private Future<Void> store(Read read) {
        return stored.vanished().compose(ignored -> stored.keep(read.entry(), read.bytes()));
    }

    /**
     * Stores what is left of files that are no longer listed, and under whose name nothing was taken; they are taken from there.
     *
     * @param listed all of the folder
     */
    public Future<Void> listed(List<FolderEntry> listed) {
        if (files.isEmpty()) {
            return Future.succeededFuture();
        }
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        listed.forEach(entry -> {
            ids.add(entry.id());
            names.add(entry.name());
        });
        return OneAfterAnother.of(
                new ArrayList<>(files.values()),
                read -> ids.contains(read.entry().id()) ? Future.succeededFuture() : gone(read, names));
    }

    private Future<Void> gone(Read read, Set<String> names) {
        FolderEntry entry = read.entry();
        if (read.bytes().length == 0 || stored.has(entry) || names.contains(entry.name())) {
            files.remove(entry.id());
            return Future.succeededFuture();
        }
        return engine.onContext(engine.journal()
                        .filesNamed(connection.id(), folder, Looks.of(entry).name()))
                .compose(taken -> taken.isEmpty() ? store(read) : Future.succeededFuture())
                // In memory until the journal has it.
                .onSuccess(ignored -> files.remove(entry.id()));
    }
}
