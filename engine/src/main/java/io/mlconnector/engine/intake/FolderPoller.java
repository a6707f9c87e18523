package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.intake.FileRipeness;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.recognition.Doubt;
import io.mlconnector.engine.intake.recognition.Downloads;
import io.mlconnector.engine.intake.recognition.Looks;
import io.mlconnector.engine.intake.recognition.Recognition;
import io.mlconnector.engine.intake.recognition.StoredDownloads;
import io.mlconnector.engine.intake.removal.FileRemoval;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Failures;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks into one folder: takes each file once, when it has stopped growing, and removes files whose documents are settled
 * if so agreed.
 */
public final class FolderPoller implements Activity {

    private static final Logger LOG = Logger.getLogger(FolderPoller.class.getName());

    private static final int MOST_PER_LOOK = 200;

    /** So many files that may be others than those that were taken are read with each look. */
    private static final int MOST_DOUBTS_PER_LOOK = 20;

    /** So many downloads are under way or wait for their turn, for each folder alike, so that none keeps the others waiting. */
    private static final int DOWNLOADS = 4;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

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
    private final Recognition recognition;
    private final FileRemoval removal;
    private final MissingFiles missing;
    private final Downloads downloads;
    private final StoredDownloads stored;
    private Optional<Instant> nextRipe = Optional.empty();
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
        this.health = health;
        this.name = "Folder " + folder + " of " + connection.id();
        this.stored = new StoredDownloads(engine, connection, folder, health, !FileEntries.weRemove(partner), name);
        this.intake = new FileIntake(
                engine, connection, partner, folder, stored, largeFiles, () -> stopping, this::progressed);
        this.downloads = new Downloads(DOWNLOADS, connection.folders().sizes().large(), intake::fetch);
        this.recognition = new Recognition(connection.folders().readAgain());
        this.missing =
                new MissingFiles(engine, connection, folder, new FileEntries(engine, connection, partner, folder));
        this.removal = new FileRemoval(engine, connection, folder, () -> stopping, stored::consumed, name);
    }

    @Override
    public void start() {
        listening = engine.loop().onSignal(Signals.filesOf(connection.id()), named -> {
            if (named.isEmpty() || named.equals(folder.toString())) {
                look();
            }
        });
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
        underWay = resume().compose(ignored -> stored.begin())
                .compose(ignored -> list())
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
                    Duration sooner = health.pause(name, untilNext());
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

    /** As usual, or when the first file is ripe. */
    private Duration untilNext() {
        Duration usual = connection.folders().every();
        Duration ripe = nextRipe.map(due -> Duration.between(engine.clock().instant(), due))
                .orElse(usual);
        Duration least = ripe.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : ripe;
        return usual.compareTo(least) < 0 ? usual : least;
    }

    private Future<Void> list() {
        Instant asked = engine.clock().instant();
        return engine.onContext(connection.mailbox().list(folder, this::progressed))
                .compose(outcome -> listed(outcome, asked));
    }

    private Future<Void> listed(Outcome<List<FolderEntry>> outcome, Instant asked) {
        return switch (outcome) {
            case Outcome.Done<List<FolderEntry>>(List<FolderEntry> entries) -> {
                boolean recovered = health.working(name, engine.clock().instant());
                yield (recovered ? engine.wake(connection.id()) : Future.<Void>succeededFuture())
                        .compose(ignored -> stored.compare(entries))
                        .compose(ignored -> intake.listed(entries))
                        .compose(ignored -> stored.left(entries))
                        .compose(left -> engine.onContext(
                                        engine.journal().known(connection.id(), folder.toString(), looks(entries)))
                                .compose(known -> sorted(entries, left, known)))
                        .compose(ignored -> missing.record(entries))
                        .onComplete(ignored -> tellOfFiles())
                        .compose(ignored -> removal.remove(entries, asked, this::progressed));
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

    private static Set<ListedFile> looks(List<FolderEntry> entries) {
        return entries.stream().map(Looks::of).collect(Collectors.toSet());
    }

    private Future<Void> failing(Problem why) {
        health.failing(name, why, engine.clock().instant());
        return stored.brought()
                .compose(brought -> take(
                        brought.stream()
                                .filter(entry -> !unrecordable.contains(Looks.of(entry)))
                                .map(entry -> new Turn(entry, FileIntake.Manner.last(false), true))
                                .toList(),
                        0));
    }

    private Future<Void> sorted(List<FolderEntry> entries, List<FolderEntry> stored, Set<ListedFile> known) {
        Set<ListedFile> there = new HashSet<>(looks(entries));
        there.addAll(looks(stored));
        unrecordable.retainAll(there);
        Recognition.Sorted sorted =
                recognition.sort(entries, known, engine.clock().instant());
        Set<FolderEntry> others = new HashSet<>(sorted.others());
        Map<String, FolderEntry> byId = new HashMap<>();
        List<FileRipeness.Listed> waiting = new ArrayList<>();
        Stream.concat(sorted.fresh().stream(), sorted.others().stream()).forEach(entry -> {
            if (!unrecordable.contains(Looks.of(entry))) {
                byId.put(entry.id(), entry);
                waiting.add(new FileRipeness.Listed(entry.id(), entry.name(), entry.size(), entry.modified()));
            }
        });
        FileRipeness.Look look = ripeness.look(
                waiting, connection.folders().ripeness(), engine.clock().instant());
        ripeness = look.seen();
        nextRipe = look.next();
        List<Turn> turns = new ArrayList<>();
        List<FolderEntry> left = downloads.left(new HashSet<>(entries));
        left.forEach(entry -> turns.add(new Turn(entry, FileIntake.Manner.last(false), false)));
        stored.stream()
                .filter(entry -> !unrecordable.contains(Looks.of(entry)))
                .forEach(entry -> turns.add(new Turn(entry, FileIntake.Manner.last(false), true)));
        look.ripe().stream().limit(MOST_PER_LOOK).forEach(ripe -> {
            FolderEntry entry = Objects.requireNonNull(byId.get(ripe.file().id()));
            turns.add(new Turn(entry, new FileIntake.Manner(ripe.settled(), others.contains(entry)), false));
        });
        again |= look.ripe().size() > MOST_PER_LOOK;
        return (left.isEmpty() ? Future.<Void>succeededFuture() : this.stored.vanished())
                .compose(ignored -> OneAfterAnother.of(places(turns), at -> take(turns, at)))
                .compose(ignored ->
                        OneAfterAnother.of(look.empty(), file -> empty(Objects.requireNonNull(byId.get(file.id())))))
                .compose(ignored -> doubts(entries, sorted.doubtful(), 0));
    }

    /**
     * A file that is to be taken.
     *
     * @param manner how
     * @param stored whether it was read before, and what came is in the journal
     */
    private record Turn(FolderEntry entry, FileIntake.Manner manner, boolean stored) {}

    private static Iterable<Integer> places(List<Turn> turns) {
        return () -> IntStream.range(0, turns.size()).iterator();
    }

    /** Each file by itself: what is wrong with one keeps none of the others from its turn. */
    private Future<Void> take(List<Turn> turns, int at) {
        // What was downloaded is taken before a stop.
        if (stopping && !downloads.begun(turns.get(at).entry())) {
            return Future.succeededFuture();
        }
        progressed();
        List<FolderEntry> begun = stopping || stored.consumed()
                ? List.of(turns.get(at).entry())
                : turns.stream()
                        .skip(at)
                        .filter(turn -> !turn.stored())
                        .limit(DOWNLOADS)
                        .map(Turn::entry)
                        .toList();
        return taken(turns.get(at), () -> downloads.of(begun, 0));
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
                        failures.forget(Looks.of(entry));
                        ripeness = ripeness.without(entry.id());
                        recognition.settle(entry, engine.clock().instant());
                        yield stored.settled(entry);
                    }
                    case Taken.Growing ignored -> {
                        if (turn.manner().settled()) {
                            waitsAnew(entry);
                        }
                        yield Future.succeededFuture();
                    }
                    case Taken.Later(Problem why) -> {
                        trouble = Optional.of(why);
                        unfinished |= why.is(ProblemCode.EARLIER_FILE_UNFINISHED);
                        yield Future.succeededFuture();
                    }
                    case Taken.Impossible(Problem why) ->
                        failures.usedUp(Looks.of(entry)) ? recorded(entry, why) : Future.succeededFuture();
                    case Taken.GivenUp(Problem why) -> recorded(entry, why);
                });
    }

    private void waitsAnew(FolderEntry entry) {
        Instant now = engine.clock().instant();
        ripeness = ripeness.changed(entry.id(), now);
        Instant due = now.plus(connection.folders().stabilityWindow());
        nextRipe = Optional.of(nextRipe.filter(due::isAfter).orElse(due));
    }

    private Future<Void> empty(FolderEntry entry) {
        if (stopping) {
            return Future.succeededFuture();
        }
        Problem why = FileIntake.empty(entry);
        LOG.log(Level.WARNING, "{0}: {1}", new Object[] {name, why.message()});
        return recorded(entry, why);
    }

    /** Whether files that look like those that were taken are others; then they are taken with the next look. */
    private Future<Void> doubts(List<FolderEntry> listed, List<FolderEntry> doubtful, int at) {
        if (stopping || at >= doubtful.size() || at >= MOST_DOUBTS_PER_LOOK) {
            return Future.succeededFuture();
        }
        progressed();
        FolderEntry entry = doubtful.get(at);
        return new Doubt(engine, connection, folder, stored)
                .settle(entry, listed)
                .compose(found -> found == Doubt.Finding.SAME || found == Doubt.Finding.SAME_UNDER_ANOTHER_ID
                        ? stored.settled(entry).map(ignored -> found)
                        : Future.succeededFuture(found))
                .onSuccess(found -> {
                    Instant now = engine.clock().instant();
                    switch (found) {
                        case SAME -> recognition.settle(entry, now);
                        case SAME_UNDER_ANOTHER_ID -> {
                            if (recognition.idChanged(entry, now)) {
                                LOG.log(
                                        Level.INFO,
                                        "{0}: the ids of its files change although their content does not, and are not used"
                                                + " to tell files apart",
                                        name);
                            }
                        }
                        case ANOTHER -> {
                            recognition.isAnother(entry);
                            again = true;
                        }
                        case NOT_KNOWN_NOW -> {}
                    }
                })
                .compose(ignored -> doubts(listed, doubtful, at + 1));
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
                .compose(ignored -> stored.settled(entry))
                .onSuccess(ignored -> {
                    failures.forget(Looks.of(entry));
                    ripeness = ripeness.without(entry.id());
                    recognition.settle(entry, engine.clock().instant());
                })
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
