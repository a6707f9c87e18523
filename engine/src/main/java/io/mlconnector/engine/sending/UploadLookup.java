package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.FolderSearchResult;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Looks for a file whose upload is in doubt. */
public final class UploadLookup {

    /** So many copies are read to be compared; names are unique, so there is hardly ever more than one. */
    private static final int MOST_READ = 5;

    private final Engine engine;
    private final Connection connection;
    private final DocumentId document;
    private final OutboundFile file;

    private UploadLookup(Engine engine, Connection connection, DocumentId document, OutboundFile file) {
        this.engine = engine;
        this.connection = connection;
        this.document = document;
        this.file = file;
    }

    /**
     * What its folder shows of the file now, and the archive of it if the folder does not have all of it.
     *
     * @param document that is in it
     * @param archive where the gateway keeps copies of what it took out of the folder; empty if nowhere that we may look
     */
    public static Future<Outcome<FolderSearchResult>> of(
            Engine engine,
            Connection connection,
            DocumentId document,
            OutboundFile file,
            Optional<FolderReference> archive) {
        UploadLookup lookup = new UploadLookup(engine, connection, document, file);
        return lookup.inFolder()
                .compose(outcome -> archive.isPresent()
                                && outcome instanceof Outcome.Done<FolderSearchResult>(FolderSearchResult seen)
                                && !lookup.whole(seen)
                        ? lookup.inArchive(archive.get(), seen)
                        : Future.succeededFuture(outcome));
    }

    private Future<Outcome<FolderSearchResult>> inFolder() {
        return engine.onContext(connection.mailbox().find(file.folder(), file.name(), document.text()))
                .map(outcome -> outcome.map(found -> found.<FolderSearchResult>map(entry ->
                                new FolderSearchResult.Present(entry.size().orElse(-1)))
                        .orElseGet(FolderSearchResult.Absent::new)));
    }

    private boolean whole(FolderSearchResult seen) {
        return seen instanceof FolderSearchResult.Present(long size) && (size < 0 || size == file.size());
    }

    /** As long as the archive does not answer nobody knows. */
    private Future<Outcome<FolderSearchResult>> inArchive(FolderReference archive, FolderSearchResult seen) {
        return engine.onContext(connection.mailbox().list(archive)).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<List<FolderEntry>>(List<FolderEntry> entries))) {
                return Future.succeededFuture(outcome.map(ignored -> seen));
            }
            List<FolderEntry> copies = entries.stream()
                    .filter(entry -> copy(entry.name()) && entry.size().orElse(file.size()) == file.size())
                    .toList();
            return copies.stream()
                    .filter(this::certain)
                    .findFirst()
                    .map(entry -> found(archive, entry))
                    .orElseGet(() -> byContent(archive, seen, copies, 0));
        });
    }

    /** An archive puts date and time into names, behind ours or before the extension. */
    private boolean copy(String name) {
        int dot = file.name().lastIndexOf('.');
        String stem = dot > 0 ? file.name().substring(0, dot) : file.name();
        return name.equals(file.name())
                || (name.startsWith(stem)
                        && name.length() > stem.length()
                        && !Character.isLetterOrDigit(name.charAt(stem.length())));
    }

    /** Without reading it: also where reading it would remove it. */
    private boolean certain(FolderEntry entry) {
        return (entry.name().equals(file.name()) && entry.size().isPresent())
                || connection.folders().consumedOnRead();
    }

    private Future<Outcome<FolderSearchResult>> found(FolderReference archive, FolderEntry entry) {
        return Future.succeededFuture(Outcome.done(new FolderSearchResult.Archived(archive, entry.name())));
    }

    private Future<Outcome<FolderSearchResult>> byContent(
            FolderReference archive, FolderSearchResult seen, List<FolderEntry> copies, int at) {
        if (at >= Math.min(copies.size(), MOST_READ)) {
            return Future.succeededFuture(Outcome.done(seen));
        }
        FolderEntry entry = copies.get(at);
        return engine.onContext(connection.mailbox().fetch(entry)).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes))) {
                return Future.succeededFuture(outcome.map(ignored -> seen));
            }
            return bytes.filter(there -> Hashes.of(there).equals(file.content()))
                            .isPresent()
                    ? found(archive, entry)
                    : byContent(archive, seen, copies, at + 1);
        });
    }
}
