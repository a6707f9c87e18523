package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.recognition.Downloads;
import io.mlconnector.engine.intake.recognition.Looks;
import io.mlconnector.engine.intake.recognition.Recognition;
import io.mlconnector.engine.intake.recognition.Ripening;
import io.mlconnector.engine.intake.recognition.StoredDownloads;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Failures;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * Takes the files of one folder, each when its turn has come: what is wrong with one keeps none of the others from its turn. One that
 * cannot be taken is tried a few times, and then recorded with the reason.
 */
final class FileTurns {

    private static final Logger LOG = Logger.getLogger(FileTurns.class.getName());

    /** A file that cannot be taken is recorded with the reason after so many looks, and not tried again. */
    private static final int TRIES = 3;

    /** So many downloads are under way or wait for their turn, for each folder alike, so that none keeps the others waiting. */
    private static final int DOWNLOADS = 4;

    private final Engine engine;
    private final FolderReference folder;
    private final FileIntake intake;
    private final StoredDownloads stored;
    private final Recognition recognition;
    private final Ripening ripening;
    private final BooleanSupplier stopping;
    private final Runnable progressed;
    private final String name;
    private final Downloads downloads;
    private final Failures<ListedFile> failures = new Failures<>(TRIES);
    private final Set<ListedFile> unrecordable = new HashSet<>();
    private Optional<Problem> trouble = Optional.empty();
    /** Whether a large file may have parts that are still to be entered. */
    private boolean unfinished = true;

    private boolean unfinishedLeft;

    /**
     * Of one folder.
     *
     * @param small files of at most so many bytes are downloaded before their turn
     * @param recognition is told which files are in the journal
     * @param stopping whether no further file is begun
     * @param progressed is told before each file
     * @param name the folder's name in messages
     */
    FileTurns(
            Engine engine,
            FolderReference folder,
            FileIntake intake,
            StoredDownloads stored,
            long small,
            Recognition recognition,
            Ripening ripening,
            BooleanSupplier stopping,
            Runnable progressed,
            String name) {
        this.engine = engine;
        this.folder = folder;
        this.intake = intake;
        this.stored = stored;
        this.recognition = recognition;
        this.ripening = ripening;
        this.stopping = stopping;
        this.progressed = progressed;
        this.name = name;
        this.downloads = new Downloads(DOWNLOADS, small, intake::fetch);
    }

    /**
     * A file that is to be taken.
     *
     * @param manner how
     * @param stored whether it was read before, and what came is in the journal
     */
    record Turn(FolderEntry entry, FileIntake.Manner manner, boolean stored) {

        /** Of a file that was read before. */
        static Turn stored(FolderEntry entry) {
            return new Turn(entry, FileIntake.Manner.last(false), true);
        }
    }

    /** Whether a file may be taken: it was not given up without a record. */
    boolean takes(FolderEntry entry) {
        return !unrecordable.contains(Looks.of(entry));
    }

    /** Forgets files that cannot be recorded and are gone. */
    void there(Set<ListedFile> looks) {
        unrecordable.retainAll(looks);
    }

    /** Files that were downloaded in vain last time, and that are no longer listed. */
    List<FolderEntry> left(List<FolderEntry> listed) {
        return downloads.left(new HashSet<>(listed));
    }

    /** What went wrong with a file since the last time it was asked for; the folder may be well while one of its files is not. */
    Optional<Problem> trouble() {
        Optional<Problem> told = trouble;
        trouble = Optional.empty();
        return told;
    }

    /**
     * Goes on with large files of which parts are missing, because the process ended or the journal was away.
     *
     * @param files asks the journal for them
     */
    Future<Void> resume(Supplier<Future<List<UnfinishedFile>>> files) {
        if (!unfinished) {
            return Future.succeededFuture();
        }
        unfinishedLeft = false;
        return files.get()
                .compose(found -> OneAfterAnother.of(found, this::resume))
                .onSuccess(ignored -> unfinished = stopping.getAsBoolean() || unfinishedLeft);
    }

    private Future<Void> resume(UnfinishedFile unfinished) {
        ListedFile file =
                new ListedFile(unfinished.file().name(), unfinished.file().state());
        Future<Taken> taking;
        try {
            taking = intake.resume(unfinished);
        } catch (RuntimeException e) {
            taking = Future.failedFuture(e);
        }
        return taking.onSuccess(taken -> {
                    if (taken instanceof Taken.Later(Problem why)) {
                        trouble = Optional.of(why);
                        unfinishedLeft = true;
                    }
                })
                .<Void>mapEmpty()
                .recover(failure -> {
                    if (BrokenOff.journalAway(failure)) {
                        return Future.failedFuture(failure);
                    }
                    BrokenOff.log(LOG, name + ": taking the rest of " + file.name() + " broke off", failure);
                    trouble = Optional.of(BrokenOff.problem(name, failure));
                    if (failures.usedUp(file)) {
                        return intake.giveUp(unfinished).<Void>mapEmpty();
                    }
                    unfinishedLeft = true;
                    return Future.succeededFuture();
                });
    }

    /** Takes files one after another. */
    Future<Void> take(List<Turn> turns) {
        return OneAfterAnother.of(() -> IntStream.range(0, turns.size()).iterator(), at -> take(turns, at));
    }

    private Future<Void> take(List<Turn> turns, int at) {
        Turn turn = turns.get(at);
        // What was downloaded is taken before a stop.
        if (stopping.getAsBoolean() && !downloads.begun(turn.entry())) {
            return Future.succeededFuture();
        }
        progressed.run();
        List<FolderEntry> begun = stopping.getAsBoolean() || stored.consumed()
                ? List.of(turn.entry())
                : turns.stream()
                        .skip(at)
                        .filter(next -> !next.stored())
                        .limit(DOWNLOADS)
                        .map(Turn::entry)
                        .toList();
        return taken(turn, () -> downloads.of(begun, 0));
    }

    private Future<Void> taken(Turn turn, FileIntake.Download download) {
        FolderEntry entry = turn.entry();
        Future<Taken> taking;
        try {
            taking = turn.stored() ? intake.takeStored(entry) : intake.take(entry, turn.manner(), download);
        } catch (RuntimeException e) {
            taking = Future.failedFuture(e);
        }
        return taking.onFailure(ignored -> unfinished = true)
                .recover(failure -> BrokenOff.journalAway(failure)
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(new Taken.Impossible(brokeOff(entry, failure))))
                .compose(taken -> switch (taken) {
                    case Taken.Done ignored -> {
                        settled(entry);
                        yield stored.settled(entry);
                    }
                    case Taken.Growing ignored -> {
                        if (turn.manner().settled()) {
                            ripening.waitsAnew(entry);
                        }
                        yield Future.succeededFuture();
                    }
                    case Taken.Later(Problem why) -> {
                        trouble = Optional.of(why);
                        unfinished |= why.is(ProblemCode.EARLIER_FILE_UNFINISHED);
                        yield Future.succeededFuture();
                    }
                    case Taken.Impossible(Problem why) ->
                        failures.usedUp(Looks.of(entry)) ? record(entry, why) : Future.succeededFuture();
                    case Taken.GivenUp(Problem why) -> record(entry, why);
                });
    }

    private void settled(FolderEntry entry) {
        failures.forget(Looks.of(entry));
        ripening.forget(entry);
        recognition.settle(entry, engine.clock().instant());
    }

    private Problem brokeOff(FolderEntry entry, Throwable failure) {
        BrokenOff.log(LOG, name + ": taking " + StorableText.of(entry.name()) + " broke off", failure);
        return Problem.of(
                ProblemCode.FILE_NOT_TAKEN,
                entry.name(),
                "Taking " + entry.name() + " from " + folder + " broke off " + failures.tries()
                        + " times with the same defect of ml-connector; the log has it. Report it with the file. To have"
                        + " the file taken again, upload it anew.");
    }

    /** Records files without a byte, with that reason. */
    Future<Void> empty(List<FolderEntry> entries) {
        return OneAfterAnother.of(entries, entry -> {
            if (stopping.getAsBoolean()) {
                return Future.succeededFuture();
            }
            Problem why = FileIntake.empty(entry);
            LOG.log(Level.WARNING, "{0}: {1}", new Object[] {name, why.message()});
            return record(entry, why);
        });
    }

    /** A file that is not tried again is recorded with its reason, and stays in its folder. */
    private Future<Void> record(FolderEntry entry, Problem why) {
        return intake.recordWithout(entry, why)
                .compose(ignored -> stored.settled(entry))
                .onSuccess(ignored -> settled(entry))
                .recover(failure -> {
                    if (BrokenOff.journalAway(failure)) {
                        return Future.failedFuture(failure);
                    }
                    BrokenOff.log(LOG, name + ": " + StorableText.of(entry.name()) + " cannot be recorded", failure);
                    unrecordable.add(Looks.of(entry));
                    trouble = Optional.of(why);
                    return Future.succeededFuture();
                });
    }
}
