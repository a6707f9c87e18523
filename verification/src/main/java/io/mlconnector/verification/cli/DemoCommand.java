package io.mlconnector.verification.cli;

import io.mlconnector.runtime.cli.RunCommand;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Loops;
import io.mlconnector.runtime.terminal.Printable;
import io.mlconnector.verification.demo.Demo;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.demo.DemoSummary;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything at once, without any remote system. */
@Command(
        name = "demo",
        description = "Starts an embedded PostgreSQL, simulators of both remote systems and the daemon, and shows what"
                + " happens.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final Duration MOST = Duration.ofMinutes(5);

    @Option(
            names = "--once",
            description = "Ends when everything has settled; exit code 0 only if the simulators' own records agree.")
    private boolean once;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same orders and invoices (default: 1).")
    private long seed = 1;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "For the demo alone; emptied first (default: data/demo).")
    private Path folder = Path.of("data", "demo");

    @Override
    public Integer call() throws InterruptedException {
        Vertx vertx = Loops.start();
        System.out.println("Starting an embedded PostgreSQL, F&O, Cleo and three trading partners ...");
        Demo demo;
        try {
            demo = Blocking.await(Demo.start(vertx, folder.toAbsolutePath().normalize(), seed, DemoCommand::print));
        } catch (RuntimeException e) {
            Blocking.await(vertx.close());
            throw e;
        }
        System.out.println("  interface  " + demo.address() + "/api/v1/documents   (operator's token: "
                + DemoConfiguration.TOKEN + ")");
        System.out.println("  console    " + demo.link() + "   (signs in once; later with the token)");
        System.out.println("  health     " + demo.address() + "/health/ready");
        System.out.println("  list later ./ml-connector documents list --config " + shown(demo.configuration()));
        System.out.println();
        demo.play();
        if (once) {
            return untilSettled(vertx, demo);
        }
        demo.goOn();
        return untilStopped(vertx, demo);
    }

    private static Path shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }

    private static void print(String line) {
        System.out.println(Printable.line(line));
        System.out.flush();
    }

    private static int untilSettled(Vertx vertx, Demo demo) {
        try {
            DemoSummary summary = Blocking.await(demo.settled(MOST), MOST.plusSeconds(10));
            System.out.println();
            summary.lines().forEach(System.out::println);
            System.out.println();
            if (summary.differences().isEmpty()) {
                System.out.println("The simulators' own records agree with ours.");
                return 0;
            }
            System.err.println("The simulators' own records do NOT agree with ours:");
            summary.differences().forEach(difference -> System.err.println("  " + difference));
            return ExitCode.FAILED;
        } finally {
            Blocking.await(demo.stop().eventually(vertx::close), Duration.ofSeconds(90));
        }
    }

    private static int untilStopped(Vertx vertx, Demo demo) throws InterruptedException {
        RunCommand.untilStopped(() -> {
            System.out.println("Stopping: finishing what is under way.");
            Blocking.await(demo.stop().eventually(vertx::close), Duration.ofSeconds(90));
            System.out.println("Stopped.");
        });
        return 0;
    }
}
