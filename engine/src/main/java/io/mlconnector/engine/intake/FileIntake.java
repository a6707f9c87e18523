package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.recognition.IncompleteFiles;
import io.mlconnector.engine.intake.recognition.Looks;
import io.mlconnector.engine.intake.recognition.StoredDownloads;
import io.mlconnector.engine.loop.Failures;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Takes one file: fetches its bytes, reads them and stores both before anything else happens. */
final class FileIntake {

    /** What is wrong with the file itself. Anything else, such as a missing permission, may be put right for all files. */
    private static final Set<String> TOO_LARGE = Set.of("file-too-large", "answer-too-large");

    /** A download that has not the size of the listing is repeated so often; then the end of the interchange decides. */
    private static final int SHORT_DOWNLOADS = 3;

    /** A download that breaks off is repeated so often, with one look each; then it is recorded that it always does. */
    private static final int CUT_DOWNLOADS = 10;

    private final Engine engine;
    private final Connection connection;
    private final String folder;
    private final StoredDownloads stored;
    private final OneAtATime largeFiles;
    private final Runnable progressed;
    private final FileEntries files;
    private final DocumentIntake documents;
    private final LargeFileIntake large;
    private final Failures<ListedFile> shortDownloads = new Failures<>(SHORT_DOWNLOADS);
    private final Failures<ListedFile> cutDownloads = new Failures<>(CUT_DOWNLOADS);
    private final IncompleteFiles incomplete;

    /**
     * How a file is taken.
     *
     * @param settled whether it has stopped growing, so that it is taken even if its end is missing
     * @param other whether it is another one than a file that was taken and looks the same
     * @param last whether what was read is all that there will ever be of it, because the gateway has it no more
     */
    record Manner(boolean settled, boolean other, boolean last) {

        /** While the gateway has it. */
        Manner(boolean settled, boolean other) {
            this(settled, other, false);
        }

        /** When the gateway has it no more. */
        static Manner last(boolean other) {
            return new Manner(true, other, true);
        }
    }

    /**
     * For one folder.
     *
     * @param stored reads files, and has what is nowhere else
     * @param largeFiles shared by all folders
     * @param stopping whether the rest of a large file is left to the next start
     * @param progressed is told of each step of a large file
     */
    FileIntake(
            Engine engine,
            Connection connection,
            TradingPartner partner,
            FolderReference folder,
            StoredDownloads stored,
            OneAtATime largeFiles,
            BooleanSupplier stopping,
            Runnable progressed) {
        this.engine = engine;
        this.connection = connection;
        this.folder = folder.toString();
        this.stored = stored;
        this.largeFiles = largeFiles;
        this.progressed = progressed;
        this.incomplete = new IncompleteFiles(engine, connection, folder, stored);
        this.files = new FileEntries(engine, connection, partner, folder);
        this.documents = new DocumentIntake(engine, connection, partner);
        this.large = new LargeFileIntake(
                engine,
                connection,
                files,
                documents,
                new LargeFileTries(engine, connection.id() + " " + folder),
                this.folder,
                stopping,
                progressed);
    }

    /** A download, begun before its turn comes or not yet. */
    interface Download {

        /** The bytes; the same answer however often it is asked. */
        Future<Outcome<Optional<byte[]>>> bytes();
    }

    /** Fetches a file. */
    Future<Outcome<Optional<byte[]>>> fetch(FolderEntry entry) {
        return stored.fetch(entry);
    }

    /** Takes a file. */
    Future<Taken> take(FolderEntry entry, Manner manner, Download download) {
        return inTurn(entry.size().orElse(0), () -> fetched(entry, manner, download));
    }

    private Future<Taken> inTurn(long size, Supplier<Future<Taken>> work) {
        return size > connection.folders().sizes().large()
                ? largeFiles.run(engine.loop(), () -> {
                    progressed.run();
                    return work.get();
                })
                : work.get();
    }

    /** Takes a file that the gateway has no more, from the journal. */
    Future<Taken> takeStored(FolderEntry entry) {
        return engine.onContext(engine.journal().known(connection.id(), folder, Set.of(Looks.of(entry))))
                .compose(known -> stored.bytes(entry)
                        .compose(bytes -> bytes.isEmpty()
                                ? lost(known.isEmpty() ? entry : Looks.other(entry, new byte[0]))
                                : takenBefore(entry, bytes.get())
                                        .compose(before -> before
                                                ? Future.succeededFuture(new Taken.Done())
                                                : inTurn(
                                                        bytes.get().length,
                                                        () -> used(
                                                                entry, Manner.last(!known.isEmpty()), bytes.get())))));
    }

    /** Whether the process ended after this file was entered, or all of it came later under its name. */
    private Future<Boolean> takenBefore(FolderEntry entry, byte[] bytes) {
        ContentHash hash = Hashes.of(bytes);
        return engine.onContext(engine.journal()
                        .filesNamed(connection.id(), folder, Looks.of(entry).name()))
                .map(named -> named.stream()
                        .anyMatch(file ->
                                file.content().equals(hash) && file.remoteId().equals(StorableText.of(entry.id()))));
    }

    /** Its reading was begun and did not come to its end, and the gateway has it no more. */
    private Future<Taken> lost(FolderEntry entry) {
        Problem why = Problem.of(
                ProblemCode.FILE_NOT_TAKEN,
                entry.name(),
                entry.name() + " was being read from " + folder + " when its download or the program ended, and is no"
                        + " longer there: the gateway removes what was read. Nothing of it was received. Ask the sender"
                        + " to upload it anew, unless somebody else took it.");
        return recordWithout(entry, why).map(ignored -> new Taken.Done());
    }

    /** Goes on with a large file of which parts are missing. */
    Future<Taken> resume(UnfinishedFile unfinished) {
        return largeFiles.run(engine.loop(), () -> large.resume(unfinished));
    }

    /** Leaves out the rest of a large file on which our own code breaks off; the file says so. */
    Future<Taken> giveUp(UnfinishedFile unfinished) {
        return large.brokeOff(unfinished);
    }

    /** Records a file that cannot be taken, with the reason; with its bytes only where the gateway has it no more. */
    Future<Void> recordWithout(FolderEntry entry, Problem why) {
        return stored.bytes(entry).compose(bytes -> {
            NewFile refused = files.refused(entry, why, bytes.orElse(new byte[0]));
            return engine.onContext(engine.journal().receive(refused, List.of(), List.of()))
                    .<Void>mapEmpty()
                    .recover(failure -> files.takenMeanwhile(refused, failure).mapEmpty());
        });
    }

    /**
     * Told of each listing: what was read of a file that is no longer in it may be all that there is of it.
     *
     * @param listed all of the folder
     */
    Future<Void> listed(List<FolderEntry> listed) {
        return incomplete.listed(listed);
    }

    private Future<Taken> fetched(FolderEntry entry, Manner manner, Download download) {
        return download.bytes().compose(outcome -> switch (outcome) {
            case Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes) -> {
                shortDownloads.forget(Looks.of(entry));
                cutDownloads.forget(Looks.of(entry));
                yield bytes.isPresent() ? used(entry, manner, bytes.get()) : gone(entry);
            }
            case Outcome.Refused<Optional<byte[]>>(Problem why) ->
                Future.succeededFuture(
                        TOO_LARGE.contains(why.code()) ? new Taken.Impossible(why) : new Taken.Later(why));
            case Outcome.NotNow<Optional<byte[]>>(Problem why, Optional<Duration> ignored) ->
                why.is(ProblemCode.DOWNLOAD_INCOMPLETE)
                        ? cut(entry, manner, why)
                        : Future.succeededFuture(new Taken.Later(why));
            case Outcome.Unknown<Optional<byte[]>>(Problem why) -> Future.succeededFuture(new Taken.Later(why));
        });
    }

    /** Other than as many bytes came as somebody said; nobody is blamed before it was tried again. */
    private Future<Taken> cut(FolderEntry entry, Manner manner, Problem why) {
        ListedFile look = Looks.of(entry);
        if (why.details().containsKey(Mailbox.CUT)) {
            return Future.succeededFuture(
                    cutDownloads.usedUp(look) ? new Taken.GivenUp(alwaysCut(entry, why)) : new Taken.Later(why));
        }
        return entry.size().isPresent() && shortDownloads.usedUp(look)
                ? fetched(entry, manner, () -> fetch(withoutSize(entry)))
                : Future.succeededFuture(new Taken.Later(why));
    }

    private Problem alwaysCut(FolderEntry entry, Problem why) {
        Map<String, String> lengths = why.details();
        String announced = lengths.getOrDefault(Mailbox.ANNOUNCED, "");
        String listed = lengths.getOrDefault(Mailbox.LISTED, "");
        Problem all = Problem.of(
                ProblemCode.FILE_NOT_TAKEN,
                entry.name(),
                "The download of " + entry.name() + " from " + folder + " broke off " + CUT_DOWNLOADS
                        + " times, lastly after " + lengths.getOrDefault(Mailbox.RECEIVED, "0")
                        + (announced.isEmpty() ? "" : " of " + announced) + " bytes"
                        + (listed.isEmpty() ? "" : "; its listing states " + listed)
                        + ". It is not the sender's doing: ask the administrator of Cleo, or of the network, why. The"
                        + " file is still in its folder; to have it taken then, have it put there anew.");
        for (Map.Entry<String, String> length : lengths.entrySet()) {
            all = all.with(length.getKey(), length.getValue());
        }
        return all;
    }

    /** The listing is not right about its size, so that the end of the interchange decides whether it is whole. */
    private static FolderEntry withoutSize(FolderEntry entry) {
        return new FolderEntry(
                entry.id(), entry.name(), OptionalLong.empty(), entry.modified(), entry.content(), entry.self());
    }

    private Future<Taken> gone(FolderEntry entry) {
        if (stored.consumed()) {
            // What is left of it in the journal is judged when it is not listed any more.
            return Future.succeededFuture(new Taken.Growing());
        }
        return incomplete
                .leftOf(entry)
                .compose(left -> left.isEmpty()
                        ? Future.succeededFuture(new Taken.Done())
                        : taken(
                                left.get().entry(),
                                Manner.last(left.get().other()),
                                left.get().bytes()));
    }

    /** New content under a used name is a new file; what was taken of this very file is not taken again. */
    private Future<Taken> used(FolderEntry entry, Manner manner, byte[] bytes) {
        if (!manner.other()) {
            return taken(entry, manner, bytes);
        }
        ListedFile other = Looks.of(Looks.other(entry, bytes));
        return engine.onContext(engine.journal().known(connection.id(), folder, Set.of(other)))
                .compose(known -> known.isEmpty()
                        ? taken(Looks.other(entry, bytes), manner, bytes)
                        : Future.succeededFuture(new Taken.Done()));
    }

    private Future<Taken> taken(FolderEntry entry, Manner manner, byte[] bytes) {
        if (bytes.length == 0 && manner.settled()) {
            return Future.succeededFuture(new Taken.GivenUp(empty(entry)));
        }
        if (bytes.length > connection.folders().sizes().large()) {
            return large.take(entry, bytes, whole -> against(entry, manner, bytes, whole));
        }
        // Beside the event loop, whatever its size: what the machine has not compiled yet takes long even with small
        // files.
        return engine.loop()
                .beside(() -> engine.codec().decode(bytes, connection.readingRules()))
                .compose(read -> {
                    if (read.documents().size() > connection.folders().sizes().partSets()) {
                        // Small, and still more than one transaction should hold.
                        return large.take(entry, bytes, whole -> against(entry, manner, bytes, whole));
                    }
                    Optional<Taken> against = against(entry, manner, bytes, whole(read));
                    return against.isPresent()
                            ? Future.succeededFuture(against.get())
                            : documents
                                    .of(entry.name(), bytes, read, Optional.empty())
                                    .compose(entering -> entering.repeated()
                                            ? large.earlierEntered(entry.name(), Optional.empty())
                                                    .map(ignored -> entering)
                                            : Future.succeededFuture(entering))
                                    .compose(entering -> engine.loop()
                                            .beside(() -> files.whole(
                                                    entry, bytes, read.problems(), read.damaged(), entering))
                                            .compose(file -> received(file, entering)))
                                    .recover(LargeFileIntake::later);
                });
    }

    private Future<Taken> received(NewFile file, DocumentIntake.Entering entering) {
        return engine.onContext(engine.journal().receive(file, entering.documents(), entering.notes()))
                .<Taken>map(ignored -> {
                    engine.loop().signal(Signals.DUE, "");
                    return new Taken.Done();
                })
                .recover(failure -> files.takenMeanwhile(file, failure));
    }

    /** That there is nothing in it. */
    static Problem empty(FolderEntry entry) {
        return Problem.of(
                ProblemCode.FILE_EMPTY,
                entry.name(),
                entry.name()
                        + " is in its folder for a while and has not a single byte. Ask the sender whether something"
                        + " was to be in it; when it is written, it is taken.");
    }

    private static boolean whole(DecodedFile read) {
        return !read.interchanges().isEmpty()
                && read.interchanges().stream().allMatch(ReceivedInterchange::complete)
                && read.unread().isEmpty();
    }

    /**
     * What stands against taking it now. What is complete by its own end is taken at once. A file without its end may still be
     * written, or its download was cut: it is taken when it has stopped growing and came with the same bytes twice.
     */
    private Optional<Taken> against(FolderEntry entry, Manner manner, byte[] bytes, boolean whole) {
        if (whole || manner.last()) {
            incomplete.forget(entry);
            return Optional.empty();
        }
        return incomplete.asItIs(entry, manner.settled(), manner.other(), bytes)
                ? Optional.empty()
                : Optional.of(new Taken.Growing());
    }
}
