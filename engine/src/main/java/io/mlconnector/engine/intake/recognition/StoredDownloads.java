package io.mlconnector.engine.intake.recognition;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.knowledge.FolderKnowledge;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.Download;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of one folder whose gateway removes what was read: stored in the journal before anything else is asked of the
 * gateway, so that a crash loses at most the one download that is under way, and that one is told. Also finds out that a gateway
 * does so. See {@code docs/decisions/0024-what-is-read-once.md}. Touched on one event loop only.
 */
public final class StoredDownloads {

    /** Begins the id of what a hook brought. */
    public static final String BROUGHT = "hook:";

    /** A download that did not come to its end in this time never will; longer than the gateway is waited for. */
    static final Duration UNDER_WAY_AT_MOST = Duration.ofMinutes(10);

    private final Engine engine;
    private final Connection connection;
    private final String folder;
    private final Health health;
    private final String name;
    private final boolean leaves;
    private final String cursor;
    private final Set<String> stored = new HashSet<>();
    private final List<FolderEntry> readSince = new ArrayList<>();
    private boolean consumed;
    private boolean begun;

    /**
     * For one folder.
     *
     * @param leaves whether we leave files there, so that only others remove them
     * @param name of the folder, for health and the log
     */
    public StoredDownloads(
            Engine engine, Connection connection, FolderReference folder, Health health, boolean leaves, String name) {
        this.engine = engine;
        this.connection = connection;
        this.folder = folder.toString();
        this.health = health;
        this.leaves = leaves;
        this.name = name;
        this.cursor = FolderKnowledge.consumeCursor(connection.id(), folder);
        this.consumed = connection.folders().consumedOnRead();
    }

    /** Whether reading a file removes it, as configured or as it turned out. */
    public boolean consumed() {
        return consumed;
    }

    /** What an earlier process left and found out. */
    public Future<Void> begin() {
        if (begun) {
            return Future.succeededFuture();
        }
        return engine.onContext(engine.journal().downloads(connection.id(), folder))
                .compose(left -> {
                    left.forEach(download -> stored.add(download.remoteId()));
                    return engine.onContext(engine.journal().cursor(cursor));
                })
                .onSuccess(seen -> {
                    begun = true;
                    if (!consumed && seen.equals(Optional.of(FolderKnowledge.CONSUMED))) {
                        consumed = true;
                        remark();
                    }
                })
                .mapEmpty();
    }

    private void remark() {
        health.remark(
                name,
                "the gateway removes files when they are read. They are read one at a time from now on, and each is stored"
                        + " before the next one is asked for. Set cleo.dialect.consumeOnRead to true, so that this holds"
                        + " for all folders from their first file on.");
    }

    /** A file that was read is not there any more, although nobody was asked to remove it. */
    public Future<Void> vanished() {
        if (consumed) {
            return Future.succeededFuture();
        }
        consumed = true;
        remark();
        return engine.onContext(engine.journal().moveCursor(cursor, FolderKnowledge.CONSUMED));
    }

    /** Of what was read since the last listing nothing is listed any more: reading removed it. */
    public Future<Void> compare(List<FolderEntry> listed) {
        boolean gone = leaves
                && !readSince.isEmpty()
                && readSince.stream()
                        .noneMatch(read -> listed.stream()
                                .anyMatch(entry -> entry.id().equals(read.id())
                                        || entry.name().equals(read.name())));
        readSince.clear();
        return gone ? vanished() : Future.succeededFuture();
    }

    /** Reads a file; where that removes it, what came is in the journal before this ends. */
    public Future<Outcome<Optional<byte[]>>> fetch(FolderEntry entry) {
        if (!consumed) {
            return engine.onContext(connection.mailbox().fetch(entry)).onSuccess(outcome -> {
                if (bytesOf(outcome).isPresent()) {
                    readSince.add(entry);
                }
            });
        }
        return engine.onContext(engine.journal().reading(download(entry))).compose(fresh -> {
            stored.add(id(entry));
            return engine.onContext(connection.mailbox().fetchOnce(entry)).compose(outcome -> {
                Optional<byte[]> bytes = bytesOf(outcome);
                if (bytes.isPresent()) {
                    return keep(entry, bytes.get()).map(ignored -> outcome);
                }
                // Nothing of it was read, now or before. Otherwise it may have been removed by what did not come to its
                // end.
                boolean untouched = (fresh && outcome instanceof Outcome.Done) || outcome instanceof Outcome.Refused;
                return untouched ? settled(entry).map(ignored -> outcome) : Future.succeededFuture(outcome);
            });
        });
    }

    private static Optional<byte[]> bytesOf(Outcome<Optional<byte[]>> outcome) {
        return outcome instanceof Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes) ? bytes : Optional.empty();
    }

    /** Stores what was read of a file. */
    public Future<Void> keep(FolderEntry entry, byte[] bytes) {
        return engine.onContext(engine.journal().read(download(entry), bytes))
                .onSuccess(ignored -> stored.add(id(entry)));
    }

    /** Whether something is stored of a file, or its reading was begun. */
    public boolean has(FolderEntry entry) {
        return stored.contains(id(entry));
    }

    /** What was read of a file; empty if its reading did not come to its end. */
    public Future<Optional<byte[]>> bytes(FolderEntry entry) {
        return stored.contains(id(entry))
                ? engine.onContext(engine.journal().bytesOf(download(entry)))
                : Future.succeededFuture(Optional.empty());
    }

    /** The file is in the journal, or somebody else has it. */
    public Future<Void> settled(FolderEntry entry) {
        return stored.contains(id(entry))
                ? engine.onContext(engine.journal().settled(download(entry)))
                        .onSuccess(ignored -> stored.remove(id(entry)))
                : Future.succeededFuture();
    }

    /**
     * Files of which the journal has all that there is, because they are no longer listed. What is listed under one of their
     * names may be the rest, and is taken first.
     *
     * @param listed all of the folder
     */
    public Future<List<FolderEntry>> left(List<FolderEntry> listed) {
        if (stored.isEmpty() && !connection.folders().broughtByHook()) {
            return Future.succeededFuture(List.of());
        }
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        listed.forEach(entry -> {
            ids.add(id(entry));
            names.add(StorableText.of(entry.name()));
        });
        return engine.onContext(engine.journal().downloads(connection.id(), folder))
                .compose(downloads -> {
                    Future<List<FolderEntry>> left = Future.succeededFuture(new ArrayList<>());
                    for (Download download : downloads) {
                        if (!ids.contains(download.remoteId()) && !names.contains(download.name())) {
                            left = left.compose(so -> ended(download).map(ended -> {
                                if (ended) {
                                    stored.add(download.remoteId());
                                    so.add(entry(download));
                                }
                                return so;
                            }));
                        }
                    }
                    return left;
                });
    }

    /** What a hook brought: no listing is needed to know that the gateway does not show it. */
    public Future<List<FolderEntry>> brought() {
        return connection.folders().broughtByHook()
                ? left(List.of())
                        .map(left -> left.stream()
                                .filter(entry -> entry.id().startsWith(BROUGHT))
                                .toList())
                : Future.succeededFuture(List.of());
    }

    /** Somebody else may be reading it right now. */
    private Future<Boolean> ended(Download download) {
        Instant now = engine.clock().instant();
        return now.isAfter(download.begunAt().plus(UNDER_WAY_AT_MOST))
                ? Future.succeededFuture(true)
                : engine.onContext(engine.journal().bytesOf(download)).map(Optional::isPresent);
    }

    private static String id(FolderEntry entry) {
        return StorableText.of(entry.id());
    }

    private static FolderEntry entry(Download download) {
        return new FolderEntry(download.remoteId(), download.name(), download.size(), download.modified(), "", "");
    }

    private Download download(FolderEntry entry) {
        return new Download(
                connection.id(),
                folder,
                id(entry),
                StorableText.of(entry.name()),
                entry.size(),
                StorableText.of(entry.modified()),
                engine.clock().instant());
    }
}
