package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.intake.FileRipeness;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.recognition.Doubt;
import io.mlconnector.engine.intake.recognition.Doubts;
import io.mlconnector.engine.intake.recognition.Looks;
import io.mlconnector.engine.intake.recognition.Recognition;
import io.mlconnector.engine.intake.recognition.Ripening;
import io.mlconnector.engine.intake.recognition.StoredDownloads;
import io.mlconnector.engine.intake.removal.FileRemoval;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks into one folder: takes each file once, when it has stopped growing, and removes files whose documents are settled
 * if so agreed.
 */
public final class FolderPoller implements Activity {

    private static final Logger LOG = Logger.getLogger(FolderPoller.class.getName());

    private static final int MOST_PER_LOOK = 200;

    private final Engine engine;
    private final Connection connection;
    private final FolderReference folder;
    private final FileIntake intake;
    private final Health health;
    private final String name;
    private final Recognition recognition;
    private final Ripening ripening;
    private final FileTurns turns;
    private final Doubts doubts;
    private final FileRemoval removal;
    private final MissingFiles missing;
    private final StoredDownloads stored;
    private Runnable listening = () -> {};
    private Runnable timer = () -> {};
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
        this.recognition = new Recognition(connection.folders().readAgain());
        this.ripening = new Ripening(engine, connection);
        this.turns = new FileTurns(
                engine,
                folder,
                intake,
                stored,
                connection.folders().sizes().large(),
                recognition,
                ripening,
                () -> stopping,
                this::progressed,
                name);
        this.doubts = new Doubts(
                engine, new Doubt(engine, connection, folder, stored), stored, recognition, () -> stopping, name);
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
        underWay = turns.resume(this::unfinished)
                .compose(ignored -> stored.begin())
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
                    Duration sooner = health.pause(name, ripening.pause());
                    health.rests(name, sooner, engine.clock().instant());
                    if (!stopping) {
                        timer = engine.loop().after(again ? Duration.ofMillis(1) : sooner, this::look);
                    }
                });
    }

    private void progressed() {
        health.begun(name, engine.clock().instant());
    }

    private Future<List<UnfinishedFile>> unfinished() {
        return engine.onContext(engine.journal().unfinished(connection.id(), folder.toString()));
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

    private void tellOfFiles() {
        String files = name + ", files";
        turns.trouble()
                .ifPresentOrElse(
                        why -> health.failing(files, why, engine.clock().instant()),
                        () -> health.working(files, engine.clock().instant()));
    }

    private static Set<ListedFile> looks(List<FolderEntry> entries) {
        return entries.stream().map(Looks::of).collect(Collectors.toSet());
    }

    private Future<Void> failing(Problem why) {
        health.failing(name, why, engine.clock().instant());
        return stored.brought().compose(brought -> turns.take(stored(brought)));
    }

    private List<FileTurns.Turn> stored(List<FolderEntry> entries) {
        return entries.stream().filter(turns::takes).map(FileTurns.Turn::stored).toList();
    }

    private Future<Void> sorted(List<FolderEntry> entries, List<FolderEntry> stored, Set<ListedFile> known) {
        Set<ListedFile> there = new HashSet<>(looks(entries));
        there.addAll(looks(stored));
        turns.there(there);
        Recognition.Sorted sorted =
                recognition.sort(entries, known, engine.clock().instant());
        Set<FolderEntry> others = new HashSet<>(sorted.others());
        Map<String, FolderEntry> byId = new LinkedHashMap<>();
        Stream.concat(sorted.fresh().stream(), sorted.others().stream())
                .filter(turns::takes)
                .forEach(entry -> byId.put(entry.id(), entry));
        FileRipeness.Look look = ripening.look(List.copyOf(byId.values()));
        again |= look.ripe().size() > MOST_PER_LOOK;
        List<FolderEntry> left = turns.left(entries);
        List<FileTurns.Turn> next = new ArrayList<>();
        left.forEach(entry -> next.add(new FileTurns.Turn(entry, FileIntake.Manner.last(false), false)));
        next.addAll(stored(stored));
        look.ripe().stream().limit(MOST_PER_LOOK).forEach(ripe -> {
            FolderEntry entry = Objects.requireNonNull(byId.get(ripe.file().id()));
            next.add(new FileTurns.Turn(entry, new FileIntake.Manner(ripe.settled(), others.contains(entry)), false));
        });
        List<FolderEntry> empty = look.empty().stream()
                .map(file -> Objects.requireNonNull(byId.get(file.id())))
                .toList();
        return (left.isEmpty() ? Future.<Void>succeededFuture() : this.stored.vanished())
                .compose(ignored -> turns.take(next))
                .compose(ignored -> turns.empty(empty))
                .compose(ignored -> doubts.settle(sorted.doubtful(), entries, this::progressed, () -> again = true));
    }
}
