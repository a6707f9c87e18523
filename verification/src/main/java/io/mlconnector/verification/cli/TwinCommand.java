package io.mlconnector.verification.cli;

import io.mlconnector.runtime.cli.RunCommand;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Loops;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.http.PortTaken;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Only the twin. */
@Command(
        name = "twin",
        description = "Runs the simulators of both remote systems on fixed ports until they are stopped.",
        mixinStandardHelpOptions = true)
final class TwinCommand implements Callable<Integer> {

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same orders and invoices (default: 1).")
    private long seed = 1;

    @Option(names = "--dynamics-port", paramLabel = "N", description = "Default: 8091; 0 for any free port.")
    private int dynamicsPort = 8091;

    @Option(names = "--cleo-port", paramLabel = "N", description = "Default: 8092; 0 for any free port.")
    private int cleoPort = 8092;

    @Option(
            names = "--events-to",
            paramLabel = "URL",
            description = "Where Business Events are posted, such as http://127.0.0.1:8080/hooks/dynamics/demo/KEY.")
    private String eventsTo = "";

    @Override
    public Integer call() throws InterruptedException {
        Vertx vertx = Loops.start();
        Twin twin = start(vertx);
        if (!eventsTo.isBlank()) {
            twin.sendBusinessEventsTo(eventsTo);
        }
        System.out.println("The twin is running with seed " + seed + ". It approximates both systems; it is neither.");
        System.out.println("  F&O   " + twin.environmentUrl() + "   tokens at " + twin.tokenUrl());
        System.out.println("  Cleo  " + twin.cleoBaseUrl());
        System.out.println("  what it received  " + twin.environmentUrl() + "/twin/record");
        System.out.println();
        System.out.println("A configuration for it:");
        System.out.println();
        System.out.println(DemoConfiguration.yaml(twin, "./data", 8080).indent(2));
        System.out.flush();
        twin.play();
        RunCommand.untilStopped(() -> {
            Blocking.await(twin.stop().eventually(vertx::close), Duration.ofSeconds(20));
            System.out.println("Stopped.");
        });
        return 0;
    }

    private Twin start(Vertx vertx) {
        try {
            return Blocking.await(Twin.start(
                    vertx, TwinOptions.demo(seed).withDynamicsPort(dynamicsPort).withCleoPort(cleoPort)));
        } catch (PortTaken taken) {
            Blocking.await(vertx.close());
            String option = taken.port() == dynamicsPort ? "--dynamics-port" : "--cleo-port";
            throw new CommandFailure(
                    ExitCode.WRONG,
                    taken.getMessage()
                            + ". If something listens there already, perhaps another twin or a demo, stop it,"
                            + " or choose another port with " + option + " (0 for any free one).");
        }
    }
}
