package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Takes one file: fetches its bytes, reads them and stores both before anything else happens. */
final class FileIntake {

    /** What is wrong with the file itself. Anything else, such as a missing permission, may be put right for all files. */
    private static final Set<String> TOO_LARGE = Set.of("file-too-large", "answer-too-large");

    private final Engine engine;
    private final Connection connection;
    private final OneAtATime largeFiles;
    private final Runnable progressed;
    private final FileEntries files;
    private final DocumentIntake documents;
    private final LargeFileIntake large;

    /**
     * For one folder.
     *
     * @param largeFiles shared by all folders
     * @param stopping whether the rest of a large file is left to the next start
     * @param progressed is told of each step of a large file
     */
    FileIntake(
            Engine engine,
            Connection connection,
            TradingPartner partner,
            FolderReference folder,
            OneAtATime largeFiles,
            BooleanSupplier stopping,
            Runnable progressed) {
        this.engine = engine;
        this.connection = connection;
        this.largeFiles = largeFiles;
        this.progressed = progressed;
        this.files = new FileEntries(engine, connection, partner, folder);
        this.documents = new DocumentIntake(engine, connection, partner);
        this.large = new LargeFileIntake(
                engine,
                connection,
                files,
                documents,
                new LargeFileTries(engine, connection.id() + " " + folder),
                stopping,
                progressed);
    }

    /** Takes a file. */
    Future<Taken> take(FolderEntry entry) {
        return entry.size().orElse(0) > connection.folders().sizes().large()
                ? largeFiles.run(engine.loop(), () -> {
                    progressed.run();
                    return fetched(entry);
                })
                : fetched(entry);
    }

    /** Goes on with a large file of which parts are missing. */
    Future<Taken> resume(UnfinishedFile unfinished) {
        return largeFiles.run(engine.loop(), () -> large.resume(unfinished));
    }

    /** Leaves out the rest of a large file on which our own code breaks off; the file says so. */
    Future<Taken> giveUp(UnfinishedFile unfinished) {
        return large.brokeOff(unfinished);
    }

    /** Records a file that cannot be taken, with the reason and without its bytes; it stays in its folder. */
    Future<Void> recordWithout(FolderEntry entry, Problem why) {
        return engine.onContext(engine.journal().receive(files.refused(entry, why), List.of(), List.of()))
                .mapEmpty();
    }

    private Future<Taken> fetched(FolderEntry entry) {
        return engine.onContext(connection.mailbox().fetch(entry)).compose(outcome -> switch (outcome) {
            case Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes) ->
                bytes.isEmpty() ? Future.succeededFuture(new Taken.Done()) : taken(entry, bytes.get());
            case Outcome.Refused<Optional<byte[]>>(Problem why) ->
                Future.succeededFuture(
                        TOO_LARGE.contains(why.code()) ? new Taken.Impossible(why) : new Taken.Later(why));
            case Outcome.NotNow<Optional<byte[]>>(Problem why, Optional<Duration> ignored) ->
                Future.succeededFuture(new Taken.Later(why));
            case Outcome.Unknown<Optional<byte[]>>(Problem why) -> Future.succeededFuture(new Taken.Later(why));
        });
    }

    private Future<Taken> taken(FolderEntry entry, byte[] bytes) {
        if (bytes.length > connection.folders().sizes().large()) {
            return large.take(entry, bytes);
        }
        // Beside the event loop, whatever its size: what the machine has not compiled yet takes long even with small
        // files.
        return engine.loop()
                .beside(() -> engine.codec().decode(bytes, connection.readingRules()))
                .compose(read -> documents
                        .of(entry.name(), bytes, read, Optional.empty())
                        .compose(entering -> engine.loop()
                                .beside(() -> files.whole(entry, bytes, read.problems(), read.damaged(), entering))
                                .compose(file -> engine.onContext(
                                        engine.journal().receive(file, entering.documents(), entering.notes())))))
                .map(ignored -> {
                    engine.loop().signal(Signals.DUE, "");
                    return new Taken.Done();
                });
    }
}
