package io.mlconnector.engine.intake;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.engine.intake.recognition.Looks;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Takes large files in parts: the file first, then its documents, each part in a transaction of its own, so that neither
 * memory nor anybody else who enters documents has to wait for all of it. A start goes on where the last one ended.
 */
final class LargeFileIntake {

    private final Engine engine;
    private final Connection connection;
    private final FileEntries files;
    private final DocumentIntake documents;
    private final LargeFileTries tries;
    private final FileSizes sizes;
    private final String folder;
    private final BooleanSupplier stopping;
    private final Runnable progressed;

    LargeFileIntake(
            Engine engine,
            Connection connection,
            FileEntries files,
            DocumentIntake documents,
            LargeFileTries tries,
            String folder,
            BooleanSupplier stopping,
            Runnable progressed) {
        this.engine = engine;
        this.connection = connection;
        this.files = files;
        this.documents = documents;
        this.tries = tries;
        this.folder = folder;
        this.sizes = connection.folders().sizes();
        this.stopping = stopping;
        this.progressed = progressed;
    }

    /** A large file of this connection. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    private record Large(DocumentId id, String name, byte[] bytes, FileSurvey survey) {}

    /**
     * Takes a file that was fetched.
     *
     * @param judge is told whether the file is whole, and says what stands against taking it now; empty if nothing does
     */
    Future<Taken> take(FolderEntry entry, byte[] bytes, Function<Boolean, Optional<Taken>> judge) {
        return tries.begin(entry.name() + " " + Looks.stateOf(entry)).compose(allowed -> {
            if (!allowed) {
                return Future.succeededFuture(new Taken.GivenUp(tooMuch(entry.name())));
            }
            return survey(bytes).compose(survey -> {
                Optional<Taken> against = judge.apply(survey.whole());
                if (against.isPresent()) {
                    return tries.end().map(ignored -> against.get());
                }
                NewFile file = files.inParts(entry, bytes, survey);
                return engine.onContext(engine.journal().receiveInParts(file))
                        .map(ignored -> Optional.<Taken>empty())
                        .recover(failure -> files.takenMeanwhile(file, failure)
                                .compose(taken -> tries.end().map(ignored -> Optional.of(taken))))
                        .compose(taken -> taken.map(Future::succeededFuture)
                                .orElseGet(() -> parts(new Large(file.id(), entry.name(), bytes, survey), 0)));
            });
        });
    }

    /** Goes on with a file of which parts are missing. */
    Future<Taken> resume(UnfinishedFile unfinished) {
        FileRecord file = unfinished.file();
        return tries.begin(file.name() + " " + file.state() + " from " + unfinished.from())
                .compose(allowed -> !allowed
                        ? giveUp(unfinished, tooMuch(file.name()))
                        : engine.onContext(engine.journal().payload(file.content()))
                                .compose(stored -> stored.isEmpty()
                                        ? giveUp(unfinished, tooMuch(file.name()))
                                        : survey(stored.get().bytes())
                                                .compose(survey -> parts(
                                                        new Large(
                                                                file.id(),
                                                                file.name(),
                                                                stored.get().bytes(),
                                                                survey),
                                                        unfinished.from()))));
    }

    private Future<FileSurvey> survey(byte[] bytes) {
        progressed.run();
        return engine.loop().beside(() -> {
            FileSurvey survey = new FileSurvey();
            engine.codec().decode(bytes, connection.readingRules(), survey);
            return survey;
        });
    }

    private Future<Taken> parts(Large file, long from) {
        if (stopping.getAsBoolean()) {
            return tries.end()
                    .map(ignored -> new Taken.Later(Problem.of(
                            ProblemCode.STOPPING,
                            file.name(),
                            "The rest of " + file.name() + " is entered after the next start.")));
        }
        progressed.run();
        return part(file, from)
                .compose(next -> next.isPresent()
                        ? parts(file, next.getAsLong())
                        : tries.end().<Taken>map(ignored -> new Taken.Done()))
                .recover(failure -> failure instanceof EarlierUnfinished
                        ? tries.end().compose(ignored -> later(failure))
                        : Future.failedFuture(failure));
    }

    /** A file that waits for another one is taken with a later look; anything else stays a failure. */
    static Future<Taken> later(Throwable failure) {
        return failure instanceof EarlierUnfinished waits
                ? Future.succeededFuture(new Taken.Later(waits.why))
                : Future.failedFuture(failure);
    }

    /** A copy of a file that is being entered: what of it is new is known when that one is whole. */
    static final class EarlierUnfinished extends RuntimeException {

        private static final long serialVersionUID = 1;

        final transient Problem why;

        EarlierUnfinished(Problem why) {
            super(why.message(), null, false, false);
            this.why = why;
        }
    }

    /**
     * An interchange that repeats one of a file that was begun before, perhaps by another process, can be judged only when that file is
     * entered whole. It is not gone on with here: two large files at once would need twice the memory.
     *
     * @param own the file that waits; empty if it is not in the journal
     * @return fails with {@link EarlierUnfinished} if there is such a file
     */
    Future<Void> earlierEntered(String name, Optional<DocumentId> own) {
        return earlier(own)
                .compose(left -> left.isEmpty()
                        ? Future.succeededFuture()
                        : Future.failedFuture(new EarlierUnfinished(Problem.of(
                                ProblemCode.EARLIER_FILE_UNFINISHED,
                                name,
                                name + " repeats an interchange of a file that is not entered whole yet, "
                                        + left.getFirst().file().name()
                                        + ". It is taken when that one is; nothing needs to be done."))));
    }

    private Future<List<UnfinishedFile>> earlier(Optional<DocumentId> own) {
        return engine.onContext(engine.journal().unfinished(connection.id(), folder))
                .map(files -> files.stream()
                        .filter(one -> own.isEmpty()
                                || one.file().id().text().compareTo(own.get().text()) < 0)
                        .toList());
    }

    private Future<OptionalLong> part(Large file, long from) {
        return engine.loop()
                .beside(() -> PartReader.read(
                        engine.codec(), file.bytes(), connection.readingRules(), file.survey(), sizes, from))
                .compose(part -> documents
                        .of(file.name(), file.bytes(), part.content(), Optional.of(file.id()))
                        .compose(entering -> entering.repeated()
                                ? earlierEntered(file.name(), Optional.of(file.id()))
                                        .map(ignored -> entering)
                                : Future.succeededFuture(entering))
                        .compose(entering -> {
                            Instant now = engine.clock().instant();
                            return engine.onContext(engine.journal()
                                    .enter(new FilePart(
                                            file.id(),
                                            from,
                                            part.next(),
                                            entering.documents(),
                                            entering.notes(),
                                            FileEntries.unmatched(now, entering.unmatched()),
                                            Optional.empty())));
                        })
                        .map(entered -> {
                            engine.loop().signal(Signals.DUE, "");
                            // Entered by somebody else: who goes on with it as well.
                            return entered.isPresent() ? part.next() : OptionalLong.empty();
                        }));
    }

    /** The rest of the file is left out because our own code breaks off on it. */
    Future<Taken> brokeOff(UnfinishedFile unfinished) {
        String name = unfinished.file().name();
        return giveUp(
                unfinished,
                Problem.of(
                        ProblemCode.FILE_NOT_TAKEN,
                        name,
                        "Taking the rest of " + name + ", from byte " + unfinished.from()
                                + " on, broke off again and again"
                                + " with the same defect of ml-connector; the log has it. Report it with the file. What was"
                                + " entered of it stays; to have the rest taken, upload it as a file of its own."));
    }

    /** The documents that were entered stay; the rest of the file is told as not taken. */
    private Future<Taken> giveUp(UnfinishedFile unfinished, Problem why) {
        FileRecord file = unfinished.file();
        return engine.onContext(engine.journal()
                        .enter(new FilePart(
                                file.id(),
                                unfinished.from(),
                                OptionalLong.empty(),
                                List.of(),
                                List.of(),
                                List.of(HistoryEntry.entry(engine.clock().instant(), "not-taken", why)),
                                Optional.of(why))))
                .compose(ignored -> tries.end())
                .map(ignored -> new Taken.Done());
    }

    private static Problem tooMuch(String name) {
        return Problem.of(
                ProblemCode.FILE_NOT_TAKEN,
                name,
                "Taking " + name + " was begun " + LargeFileTries.MOST + " times and never came to its end, because the"
                        + " program ended meanwhile; most likely its memory is too small for this file. What was not"
                        + " entered of it is not tried again. Give the program more memory (MLC_JAVA_OPTIONS) or ask the"
                        + " sender for smaller files, then have it uploaded anew.");
    }
}
