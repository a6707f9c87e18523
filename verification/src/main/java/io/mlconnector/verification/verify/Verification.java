package io.mlconnector.verification.verify;

import io.mlconnector.postgres.audit.AuditResult;
import io.mlconnector.postgres.audit.StoredJournal.Entry;
import io.mlconnector.verification.verify.evaluation.Evaluation;
import io.mlconnector.verification.verify.evaluation.Report;
import io.mlconnector.verification.verify.evaluation.RequestEtiquette;
import io.mlconnector.verification.verify.evaluation.ResumeTimes;
import io.mlconnector.verification.verify.evaluation.UncertainWrites;
import io.mlconnector.verification.verify.testbed.DaemonProcess;
import io.mlconnector.verification.verify.testbed.Settlement;
import io.mlconnector.verification.verify.testbed.TestBed;
import io.mlconnector.verification.verify.testbed.Waiting;
import io.mlconnector.verification.verify.trouble.Round;
import io.mlconnector.verification.verify.trouble.Trouble;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Proves on real processes that nothing is lost and nothing is done twice: a daemon moves orders and invoices between
 * simulated remote systems, a judge of its own compares what those sent out with what they received, and everything that
 * can go wrong goes wrong meanwhile. Blocks; for the command line.
 */
public final class Verification implements AutoCloseable {

    /** UncertainWrites take a little more than two minutes, after whatever made them. */
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(6);

    /** What Cleo's limit makes of a document, with a margin. */
    private static final Duration EACH = Duration.ofMillis(600);

    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int QUIET_GLANCES = 3;

    private final long seed;
    private final Path folder;
    private final InstantSource clock;
    private final Consumer<String> progress;
    private final TestBed scene;

    private Verification(long seed, Path folder, InstantSource clock, Consumer<String> progress, TestBed scene) {
        this.seed = seed;
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
        this.scene = scene;
    }

    /**
     * Starts everything.
     *
     * @param vertx runs the simulators and the lines
     * @param folder empty; takes the database, configurations and logs
     * @param seed which trouble comes when, and what is ordered, follows from it, as far as processes of their own allow
     * @param progress takes a line for each thing that happens
     * @return with a daemon that works
     */
    public static Verification start(
            Vertx vertx, Path folder, long seed, InstantSource clock, Consumer<String> progress) {
        TestBed scene = TestBed.open(vertx, folder, seed, clock);
        Verification verification = new Verification(seed, folder, clock, progress, scene);
        try {
            scene.daemon().prepareArchive();
            scene.daemon().start();
            scene.daemon().awaitReady();
        } catch (RuntimeException e) {
            scene.abandon();
            throw e;
        }
        return verification;
    }

    /**
     * Makes every kind of trouble, then again as time allows, waits until all has settled, and judges.
     *
     * @param howLong trouble is made; every kind at least once
     */
    public Report run(Duration howLong) {
        return run(howLong, Arrays.asList(Trouble.values()));
    }

    /**
     * The same with some kinds of trouble only.
     *
     * @param howLong trouble is made; every one of these kinds at least once
     * @param kinds not empty
     */
    public Report run(Duration howLong, List<Trouble> kinds) {
        Instant began = clock.instant();
        Random random = new Random(seed);
        Troublemaker troublemaker = new Troublemaker(scene, random, clock);
        List<Round> rounds = new ArrayList<>();
        List<Trouble> order = new ArrayList<>(kinds);
        do {
            for (Trouble trouble : order) {
                boolean repeated = rounds.size() >= kinds.size();
                if (repeated && !clock.instant().isBefore(began.plus(howLong))) {
                    break;
                }
                Round round = troublemaker.round(trouble);
                rounds.add(round);
                progress.accept("%4d s  %-24s %d orders"
                        .formatted(
                                Duration.between(began, round.to()).toSeconds(),
                                trouble.title(),
                                round.orders().size()));
            }
            Collections.shuffle(order, random);
        } while (clock.instant().isBefore(began.plus(howLong)));
        List<String> unsettled = settle();
        return reckon(rounds, unsettled, Duration.between(began, clock.instant()));
    }

    private List<String> settle() {
        int backlog = Settlement.missing(scene.twin(), scene.journal()).size();
        Instant until = clock.instant().plus(SETTLED_WITHIN).plus(EACH.multipliedBy(backlog));
        int quiet = 0;
        int told = -1;
        List<String> missing = List.of();
        while (quiet < QUIET_GLANCES && clock.instant().isBefore(until)) {
            missing = Settlement.missing(scene.twin(), scene.journal());
            quiet = missing.isEmpty() ? quiet + 1 : 0;
            if (missing.size() != told) {
                told = missing.size();
                progress.accept("        settling: " + told + " left");
            }
            Waiting.pause(GLANCE);
        }
        return missing;
    }

    private Report reckon(List<Round> rounds, List<String> unsettled, Duration took) {
        List<Entry> entries = scene.journal().entries();
        rounds.stream()
                .flatMap(round -> round.kills().stream())
                .forEach(kill -> progress.accept("        killed at "
                        + kill.at() + " with " + kill.moving().size() + " documents moving, the next entry came after "
                        + ResumeTimes.of(List.of(kill), entries).times()));
        // What both wrote last is in the history when they have ended.
        List<String> broken = new ArrayList<>();
        ends(scene.daemon(), rounds, broken);
        ends(scene.other(), rounds, broken);
        scene.daemon().stop();
        scene.other().stop();
        AuditResult history =
                scene.journal().verify(finding -> broken.add("The history is not whole: " + finding.message()));
        RequestEtiquette manners = new RequestEtiquette(scene.twin().requests().requests(), scene.callers());
        return new Evaluation(
                        rounds,
                        scene.twin().evidence(),
                        scene.journal().documents(),
                        scene.journal().entries(),
                        manners)
                .report(seed, unsettled, broken, history, took);
    }

    /** A daemon may give up when it cannot reach its database at its start, and at no other time. */
    private static void ends(DaemonProcess daemon, List<Round> rounds, List<String> broken) {
        for (Instant end : daemon.ownEnds()) {
            boolean without = rounds.stream()
                    .anyMatch(round -> round.trouble() == Trouble.EVERYTHING
                            && !end.isBefore(round.from())
                            && !end.isAfter(round.to()));
            if (!without) {
                broken.add("A daemon ended by itself at " + end + "; see " + daemon.log());
            }
        }
    }

    /** Ends all processes at once; for a shutdown that does not wait. */
    public void abandon() {
        scene.abandon();
    }

    /** Ends everything in order. */
    @Override
    public void close() {
        scene.close();
    }

    /**
     * The last lines of the daemons' output.
     *
     * @param most lines of each daemon
     */
    public List<String> lastOutput(int most) {
        List<String> lines = new ArrayList<>();
        for (DaemonProcess daemon : List.of(scene.daemon(), scene.other())) {
            if (Files.exists(daemon.log())) {
                lines.add("Last lines of " + daemon.log() + ":");
                try (Stream<String> all = Files.lines(daemon.log())) {
                    List<String> read = all.toList();
                    lines.addAll(read.subList(Math.max(0, read.size() - most), read.size()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return lines;
    }

    /**
     * Where the database, configurations and logs are.
     *
     * @return the folder
     */
    public Path folder() {
        return folder;
    }
}
