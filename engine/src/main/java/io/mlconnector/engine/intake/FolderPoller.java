package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.intake.FileRipeness;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Failures;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Looks into one folder: takes each file once, when it has stopped growing, and removes files whose documents are settled
 * if so agreed.
 */
public final class FolderPoller implements Activity {

    private static final Logger LOG = Logger.getLogger(FolderPoller.class.getName());

    private static final int MOST_PER_LOOK = 200;

    /** A file that cannot be taken is recorded with the reason after so many looks, and not tried again. */
    private static final int TRIES = 3;

    private final Engine engine;
    private final Connection connection;
    private final FolderReference folder;
    private final FileIntake intake;
    private final Health health;
    private final String name;
    private final Failures<ListedFile> failures = new Failures<>(TRIES);
    private final Set<ListedFile> unrecordable = new HashSet<>();
    private FileRipeness ripeness = FileRipeness.NOTHING_SEEN;
    private Optional<Problem> trouble = Optional.empty();
    private Runnable listening = () -> {};
    private Runnable timer = () -> {};
    /** Whether a large file may have parts that are still to be entered. */
    private boolean unfinished = true;

    private boolean unfinishedLeft;

    private boolean stopping;
    private boolean looking;
    private boolean again;
    private Future<Void> underWay = Future.succeededFuture();

    /**
     * For one folder.
     *
     * @param partner whose folder it is
     * @param largeFiles shared by all folders of the process
     */
    public FolderPoller(
            Engine engine,
            Connection connection,
            TradingPartner partner,
            FolderReference folder,
            OneAtATime largeFiles,
            Health health) {
        this.engine = engine;
        this.connection = connection;
        this.folder = folder;
        this.intake = new FileIntake(engine, connection, partner, folder, largeFiles, () -> stopping, this::progressed);
        this.health = health;
        this.name = "Folder " + folder + " of " + connection.id();
    }

    @Override
    public void start() {
        listening = engine.loop().onSignal(Signals.filesOf(connection.id()), ignored -> look());
        look();
    }

    /** Begins no further look and waits for the file that is under way. */
    @Override
    public Future<Void> stop() {
        stopping = true;
        timer.run();
        listening.run();
        return underWay.otherwiseEmpty();
    }

    private void look() {
        if (stopping) {
            return;
        }
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        again = false;
        timer.run();
        health.begun(name, engine.clock().instant());
        underWay = resume().compose(
                        ignored -> engine.onContext(connection.mailbox().list(folder)))
                .compose(this::listed)
                .onFailure(failure -> {
                    BrokenOff.log(LOG, name + ": broke off, and is tried again", failure);
                    health.failing(
                            name,
                            BrokenOff.problem(name, failure),
                            engine.clock().instant());
                })
                .otherwiseEmpty()
                .onComplete(ignored -> {
                    looking = false;
                    Duration pause = ripeness.nothingWaits()
                            ? connection.folders().every()
                            : shorter(
                                    connection.folders().every(),
                                    connection.folders().stabilityWindow());
                    Duration sooner = health.pause(name, pause);
                    health.rests(name, sooner, engine.clock().instant());
                    if (!stopping) {
                        timer = engine.loop().after(again ? Duration.ofMillis(1) : sooner, this::look);
                    }
                });
    }

    private void progressed() {
        health.begun(name, engine.clock().instant());
    }

    /** Large files of which parts are missing, because the process ended or the journal was away. */
    private Future<Void> resume() {
        if (!unfinished) {
            return Future.succeededFuture();
        }
        unfinishedLeft = false;
        return engine.onContext(engine.journal().unfinished(connection.id(), folder.toString()))
                .compose(files -> {
                    Future<Void> all = Future.succeededFuture();
                    for (UnfinishedFile file : files) {
                        all = all.compose(ignored -> resumed(file));
                    }
                    return all;
                })
                .onSuccess(ignored -> unfinished = stopping || unfinishedLeft);
    }

    /** What is wrong with one file keeps neither the others nor the next look from their turn. */
    private Future<Void> resumed(UnfinishedFile unfinished) {
        ListedFile file =
                new ListedFile(unfinished.file().name(), unfinished.file().state());
        Future<Taken> taking;
        try {
            taking = intake.resume(unfinished);
        } catch (RuntimeException e) {
            taking = Future.failedFuture(e);
        }
        return taking.<Void>mapEmpty().recover(failure -> {
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

    private static Duration shorter(Duration one, Duration other) {
        Duration least = other.isZero() ? Duration.ofMillis(200) : other;
        return one.compareTo(least) < 0 ? one : least;
    }

    private Future<Void> listed(Outcome<List<FolderEntry>> outcome) {
        return switch (outcome) {
            case Outcome.Done<List<FolderEntry>>(List<FolderEntry> entries) -> {
                boolean recovered = health.working(name, engine.clock().instant());
                yield (recovered ? engine.wake(connection.id()) : Future.<Void>succeededFuture())
                        .compose(ignored -> engine.onContext(
                                engine.journal().known(connection.id(), folder.toString(), listed(entries))))
                        .compose(known -> take(ripe(entries, known), 0))
                        .onComplete(ignored -> tellOfFiles())
                        .compose(ignored -> remove(entries));
            }
            case Outcome.Refused<List<FolderEntry>>(Problem why) -> failing(why);
            case Outcome.NotNow<List<FolderEntry>> later -> failing(later.why());
            case Outcome.Unknown<List<FolderEntry>>(Problem why) -> failing(why);
        };
    }

    /** The folder may be well while one of its files is not. */
    private void tellOfFiles() {
        String files = name + ", files";
        trouble.ifPresentOrElse(
                why -> health.failing(files, why, engine.clock().instant()),
                () -> health.working(files, engine.clock().instant()));
        trouble = Optional.empty();
    }

    private static Set<ListedFile> listed(List<FolderEntry> entries) {
        return entries.stream().map(FolderPoller::listed).collect(Collectors.toSet());
    }

    private static ListedFile listed(FolderEntry entry) {
        return new ListedFile(StorableText.of(entry.name()), FileEntries.stateOf(entry));
    }

    private Future<Void> failing(Problem why) {
        health.failing(name, why, engine.clock().instant());
        return Future.succeededFuture();
    }

    /** The new files that have stayed the same for long enough, oldest first. */
    private List<FolderEntry> ripe(List<FolderEntry> entries, Set<ListedFile> known) {
        unrecordable.retainAll(listed(entries));
        Map<String, FolderEntry> byId = new HashMap<>();
        List<FileRipeness.Listed> fresh = new ArrayList<>();
        for (FolderEntry entry : entries) {
            ListedFile file = listed(entry);
            if (!known.contains(file) && !unrecordable.contains(file)) {
                byId.put(entry.id(), entry);
                fresh.add(new FileRipeness.Listed(entry.id(), entry.name(), entry.size(), entry.modified()));
            }
        }
        FileRipeness.Look look = ripeness.look(
                fresh, connection.folders().stabilityWindow(), engine.clock().instant());
        ripeness = look.seen();
        return look.ripe().stream()
                .limit(MOST_PER_LOOK)
                .map(file -> byId.get(file.id()))
                .toList();
    }

    /** Each file by itself: what is wrong with one keeps none of the others from its turn. */
    private Future<Void> take(List<FolderEntry> ripe, int at) {
        if (stopping || at >= ripe.size()) {
            return Future.succeededFuture();
        }
        FolderEntry entry = ripe.get(at);
        progressed();
        return taken(entry).compose(ignored -> take(ripe, at + 1));
    }

    private Future<Void> taken(FolderEntry entry) {
        Future<Taken> taking;
        try {
            taking = intake.take(entry);
        } catch (RuntimeException e) {
            taking = Future.failedFuture(e);
        }
        return taking.onFailure(ignored -> unfinished = true)
                .recover(failure -> BrokenOff.journalAway(failure)
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(new Taken.Impossible(brokeOff(entry, failure))))
                .compose(taken -> switch (taken) {
                    case Taken.Done ignored -> {
                        failures.forget(listed(entry));
                        ripeness = ripeness.without(entry.id());
                        yield Future.succeededFuture();
                    }
                    case Taken.Later(Problem why) -> {
                        trouble = Optional.of(why);
                        yield Future.succeededFuture();
                    }
                    case Taken.Impossible(Problem why) ->
                        failures.usedUp(listed(entry)) ? recorded(entry, why) : Future.succeededFuture();
                    case Taken.GivenUp(Problem why) -> recorded(entry, why);
                });
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

    /** After a few tries it is recorded with its reason, and the file stays in its folder. */
    private Future<Void> recorded(FolderEntry entry, Problem why) {
        return intake.recordWithout(entry, why)
                .onSuccess(ignored -> failures.forget(listed(entry)))
                .recover(failure -> {
                    if (BrokenOff.journalAway(failure)) {
                        return Future.failedFuture(failure);
                    }
                    BrokenOff.log(LOG, name + ": " + StorableText.of(entry.name()) + " cannot be recorded", failure);
                    unrecordable.add(listed(entry));
                    trouble = Optional.of(why);
                    return Future.succeededFuture();
                });
    }

    private Future<Void> remove(List<FolderEntry> entries) {
        Map<String, FolderEntry> listed = new HashMap<>();
        entries.forEach(entry -> listed.put(StorableText.of(entry.id()), entry));
        return engine.onContext(engine.journal().filesToRemove(connection.id(), folder.toString()))
                .compose(files -> remove(files, listed, 0));
    }

    private Future<Void> remove(List<FileRecord> files, Map<String, FolderEntry> listed, int at) {
        if (stopping || at >= files.size()) {
            return Future.succeededFuture();
        }
        FileRecord file = files.get(at);
        FolderEntry entry = listed.get(file.remoteId());
        Future<Void> done;
        if (entry == null) {
            done = removed(file, "Is no longer in " + folder + ": " + file.name());
        } else if (!listed(entry).state().equals(file.state())) {
            // Somebody put another file in its place: that one was not taken yet.
            done = removed(file, "Was replaced in " + folder + " and is left there: " + file.name());
        } else {
            done = remove(file, entry);
        }
        return done.recover(failure -> {
                    if (BrokenOff.journalAway(failure)) {
                        return Future.failedFuture(failure);
                    }
                    BrokenOff.log(LOG, name + ": removing " + file.name() + " broke off, and is tried again", failure);
                    return Future.succeededFuture();
                })
                .compose(ignored -> remove(files, listed, at + 1));
    }

    /** Removing is safe to repeat: that a file is gone already is success. */
    private Future<Void> remove(FileRecord file, FolderEntry entry) {
        return engine.onContext(engine.journal()
                        .removing(
                                file.id(),
                                HistoryEntry.entry(
                                        engine.clock().instant(),
                                        "removal-intended",
                                        "Removing " + file.name() + " from " + folder
                                                + ": all of its documents are settled")))
                .compose(ignored -> engine.onContext(connection.mailbox().remove(entry)))
                .compose(outcome -> outcome instanceof Outcome.Done<FolderEntry>
                        ? removed(file, "Removed " + file.name() + " from " + folder)
                        : Future.succeededFuture());
    }

    private Future<Void> removed(FileRecord file, String message) {
        return engine.onContext(engine.journal()
                .removed(file.id(), HistoryEntry.entry(engine.clock().instant(), "removed", message)));
    }
}
