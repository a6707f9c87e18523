package io.mlconnector.verification.cli;

import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Loops;
import io.mlconnector.verification.verify.Verification;
import io.mlconnector.verification.verify.evaluation.Report;
import io.mlconnector.verification.verify.trouble.Trouble;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The proof that nothing is lost and nothing is done twice. */
@Command(
        name = "verify",
        description =
                "Proves on this build that nothing is lost and nothing is done twice: runs the daemon as a process"
                        + " of its own against simulators and a database of its own, kills it, cuts its connections and does"
                        + " everything else that can go wrong, and compares what was sent out with what arrived. Needs this"
                        + " machine only. Ends with 0 if all is as promised, otherwise with 1, what is wrong, and where the"
                        + " logs and the database are kept.",
        footer =
                "After the last trouble, it waits until every write with an unknown outcome is settled: about two and a half minutes.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private static final int LAST_LINES = 30;

    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger VERTX = Logger.getLogger("io.vertx");

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "For how long trouble is caused; every kind at least once, which takes six minutes"
                    + " (default: 3).")
    private int minutes = 3;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same orders, invoices and trouble, as far as separate processes"
                    + " allow (default: random, and printed).")
    private @Nullable Long seed;

    @Option(
            names = "--only",
            paramLabel = "KIND",
            split = ",",
            description = "Only these kinds of trouble, as --json calls them: none, daemon-killed, database-cut,"
                    + " database-killed, slow-line, line-reset, line-cut, half-open, bad-answers, notices-lost,"
                    + " two-daemons, poison-file, endless-answer, database-frozen, slow-server, restored-backup,"
                    + " everything.")
    private List<String> only = List.of();

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (minutes < 1) {
            throw new CommandFailure(ExitCode.WRONG, "--minutes must be 1 or more.");
        }
        List<Trouble> kinds = kinds();
        InstantSource clock = InstantSource.system();
        // Broken connections are what this is about.
        VERTX.setLevel(Level.OFF);
        long chosen = seed == null ? Math.floorMod(clock.millis(), 1_000_000L) : seed;
        Path folder = Files.createTempDirectory("ml-connector-verify-");
        Vertx vertx = Loops.start();
        System.err.println("Seed " + chosen + "; " + minutes
                + " minutes of trouble, then everything has to settle. All files are below " + folder + ".");
        Verification verification;
        try {
            verification = Verification.start(vertx, folder, chosen, clock, System.err::println);
        } catch (RuntimeException e) {
            System.err.println("It could not be started; logs are in " + folder + ".");
            Blocking.await(vertx.close());
            throw e;
        }
        AtomicBoolean done = new AtomicBoolean();
        Thread atStop = new Thread(() -> stopped(done, verification, folder), "stop");
        Runtime.getRuntime().addShutdownHook(atStop);
        boolean well = false;
        try {
            Report report = verification.run(Duration.ofMinutes(minutes), kinds);
            print(report);
            well = report.asPromised();
        } finally {
            // Nothing is left to do if somebody has stopped us.
            if (done.compareAndSet(false, true)) {
                end(verification, vertx, well, folder);
            }
        }
        return well ? 0 : ExitCode.FAILED;
    }

    private List<Trouble> kinds() {
        try {
            return only.isEmpty()
                    ? List.of(Trouble.values())
                    : only.stream().map(Trouble::of).toList();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, e.getMessage() + ".");
        }
    }

    private static void end(Verification verification, Vertx vertx, boolean well, Path folder) {
        if (!well) {
            verification.lastOutput(LAST_LINES).forEach(System.err::println);
        }
        verification.close();
        Blocking.await(vertx.close());
        if (well) {
            delete(folder);
        } else {
            System.err.println("Logs, configurations and the database are kept in " + folder + ".");
        }
    }

    /** Ctrl-C: no child outlives us. */
    private static void stopped(AtomicBoolean done, Verification verification, Path folder) {
        if (done.compareAndSet(false, true)) {
            verification.abandon();
            delete(folder);
        }
    }

    private void print(Report report) {
        if (json) {
            System.out.println(report.json().encodePrettily());
        } else {
            report.lines().forEach(System.out::println);
        }
        System.out.flush();
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("The folder " + folder + " could not be removed: " + e.getMessage());
        }
    }
}
