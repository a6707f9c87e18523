package io.mlconnector.verification.verify;

import io.mlconnector.postgres.audit.AuditResult;
import io.mlconnector.postgres.audit.StoredJournal.Entry;
import io.mlconnector.verification.verify.evaluation.Evaluation;
import io.mlconnector.verification.verify.evaluation.Report;
import io.mlconnector.verification.verify.evaluation.RequestEtiquette;
import io.mlconnector.verification.verify.evaluation.ResumeTimes;
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
 * simulated remote systems, an independent evaluation compares what those sent with what they received, and everything
 * that can go wrong goes wrong meanwhile. Blocks; for the command line.
 */
public final class Verification implements AutoCloseable {

    /** Unknown outcomes are settled a little more than two minutes after their cause is gone. */
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(6);

    /** How long one document takes under Cleo's request limit, with a margin. */
    private static final Duration PER_DOCUMENT = Duration.ofMillis(600);

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final int SETTLED_CHECKS = 3;

    private final long seed;
    private final Path folder;
    private final InstantSource clock;
    private final Consumer<String> progress;
    private final TestBed testBed;

    private Verification(long seed, Path folder, InstantSource clock, Consumer<String> progress, TestBed testBed) {
        this.seed = seed;
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
        this.testBed = testBed;
    }

    /**
     * Starts everything.
     *
     * @param vertx runs the simulators and the relays
     * @param folder empty; takes the database, configurations and logs
     * @param seed which trouble comes when, and what is ordered, follows from it, as far as processes of their own allow
     * @param progress takes a line for each thing that happens
     * @return a verification whose daemon is running
     */
    public static Verification start(
            Vertx vertx, Path folder, long seed, InstantSource clock, Consumer<String> progress) {
        TestBed testBed = TestBed.open(vertx, folder, seed, clock);
        Verification verification = new Verification(seed, folder, clock, progress, testBed);
        try {
            testBed.daemon().prepareArchive();
            testBed.daemon().start();
            testBed.daemon().awaitReady();
        } catch (RuntimeException e) {
            testBed.abandon();
            throw e;
        }
        return verification;
    }

    /**
     * Causes every kind of trouble, repeatedly as time allows, waits until everything has settled, and evaluates the results.
     *
     * @param howLong for how long trouble is caused; every kind at least once
     */
    public Report run(Duration howLong) {
        return run(howLong, Arrays.asList(Trouble.values()));
    }

    /**
     * Does the same with some kinds of trouble only.
     *
     * @param howLong for how long trouble is caused; each of these kinds at least once
     * @param kinds not empty
     */
    public Report run(Duration howLong, List<Trouble> kinds) {
        Instant began = clock.instant();
        Random random = new Random(seed);
        Troublemaker troublemaker = new Troublemaker(testBed, random, clock);
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
        return evaluate(rounds, unsettled, Duration.between(began, clock.instant()));
    }

    private List<String> settle() {
        int backlog = Settlement.missing(testBed.twin(), testBed.journal()).size();
        Instant until = clock.instant().plus(SETTLED_WITHIN).plus(PER_DOCUMENT.multipliedBy(backlog));
        int quiet = 0;
        int reported = -1;
        List<String> missing = List.of();
        while (quiet < SETTLED_CHECKS && clock.instant().isBefore(until)) {
            missing = Settlement.missing(testBed.twin(), testBed.journal());
            quiet = missing.isEmpty() ? quiet + 1 : 0;
            if (missing.size() != reported) {
                reported = missing.size();
                progress.accept("        settling: " + reported + " unsettled");
            }
            Waiting.pause(CHECK_INTERVAL);
        }
        return missing;
    }

    private Report evaluate(List<Round> rounds, List<String> unsettled, Duration took) {
        List<Entry> entries = testBed.journal().entries();
        rounds.stream()
                .flatMap(round -> round.kills().stream())
                .forEach(kill -> progress.accept("        killed at "
                        + kill.at() + " with " + kill.moving().size() + " unfinished documents; work resumed after "
                        + ResumeTimes.of(List.of(kill), entries).times()));
        // The last entries of both daemons are in the history once they have ended.
        List<String> broken = new ArrayList<>();
        checkEnds(testBed.daemon(), rounds, broken);
        checkEnds(testBed.other(), rounds, broken);
        testBed.daemon().stop();
        testBed.other().stop();
        AuditResult history =
                testBed.journal().verify(finding -> broken.add("The history is not intact: " + finding.message()));
        RequestEtiquette etiquette =
                new RequestEtiquette(testBed.twin().requests().requests(), testBed.callers());
        return new Evaluation(
                        rounds,
                        testBed.twin().evidence(),
                        testBed.journal().documents(),
                        testBed.journal().entries(),
                        etiquette)
                .report(seed, unsettled, broken, history, took);
    }

    /** A daemon may end only when it cannot reach its database at startup. */
    private static void checkEnds(DaemonProcess daemon, List<Round> rounds, List<String> broken) {
        for (Instant end : daemon.unexpectedEnds()) {
            boolean without = rounds.stream()
                    .anyMatch(round -> round.trouble() == Trouble.EVERYTHING
                            && !end.isBefore(round.from())
                            && !end.isAfter(round.to()));
            if (!without) {
                broken.add("A daemon ended unexpectedly at " + end + "; see " + daemon.log());
            }
        }
    }

    /** Kills all processes at once, for a shutdown that cannot wait. */
    public void abandon() {
        testBed.abandon();
    }

    /** Stops everything in order. */
    @Override
    public void close() {
        testBed.close();
    }

    /**
     * The last lines of the daemons' output.
     *
     * @param most lines of each daemon
     */
    public List<String> lastOutput(int most) {
        List<String> lines = new ArrayList<>();
        for (DaemonProcess daemon : List.of(testBed.daemon(), testBed.other())) {
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
