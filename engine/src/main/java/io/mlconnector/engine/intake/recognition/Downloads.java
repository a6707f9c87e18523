package io.mlconnector.engine.intake.recognition;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.gateway.FolderEntry;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Downloads of files that are taken in their order: while one is taken, the next ones are already under way, as long as they are
 * known to be small. The rate of the gateway holds for them as for everything. Touched on one event loop only.
 */
public final class Downloads {

    private final int ahead;
    private final long small;
    private final Function<FolderEntry, Future<Outcome<Optional<byte[]>>>> fetch;
    private final Map<FolderEntry, Future<Outcome<Optional<byte[]>>>> underWay = new LinkedHashMap<>();

    /**
     * Begins none yet.
     *
     * @param ahead how many are under way at most
     * @param small files of at most so many bytes are downloaded before their turn
     */
    public Downloads(int ahead, long small, Function<FolderEntry, Future<Outcome<Optional<byte[]>>>> fetch) {
        this.ahead = ahead;
        this.small = small;
        this.fetch = fetch;
    }

    /**
     * The download of a file whose turn it is; those behind it are begun.
     *
     * @param entries in the order in which they are taken
     */
    public Future<Outcome<Optional<byte[]>>> of(List<FolderEntry> entries, int at) {
        Future<Outcome<Optional<byte[]>>> begun = underWay.remove(entries.get(at));
        Future<Outcome<Optional<byte[]>>> download = begun == null ? fetch.apply(entries.get(at)) : begun;
        for (FolderEntry next : entries.subList(at + 1, Math.min(entries.size(), at + ahead))) {
            if (next.size().orElse(Long.MAX_VALUE) <= small) {
                underWay.computeIfAbsent(next, fetch);
            }
        }
        return download;
    }

    /** Whether the download of a file was begun whose turn has not come. */
    public boolean begun(FolderEntry entry) {
        return underWay.containsKey(entry);
    }

    /**
     * Files that were downloaded in vain last time, and that are no longer listed: a gateway may remove what was read, so that
     * there is nothing else of them. What is still listed is downloaded again.
     */
    public List<FolderEntry> left(Set<FolderEntry> listed) {
        List<FolderEntry> left = new ArrayList<>();
        underWay.entrySet()
                .removeIf(one ->
                        listed.contains(one.getKey()) || (one.getValue().isComplete() && !hasBytes(one.getValue())));
        left.addAll(underWay.keySet());
        return left;
    }

    private static boolean hasBytes(Future<Outcome<Optional<byte[]>>> download) {
        return download.succeeded()
                && download.result() instanceof Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes)
                && bytes.isPresent();
    }
}
