package io.mlconnector.runtime.cli;

import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.lifecycle.Daemon;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Loops;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The daemon. */
@Command(name = "run", description = "Runs the daemon until it is stopped.", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = config.read();
        Vertx vertx = Loops.start();
        Daemon daemon;
        try {
            daemon = Blocking.await(DaemonResources.open(vertx, configuration, InstantSource.system())
                    .compose(resources -> Daemon.start(resources)
                            .recover(failure -> resources
                                    .close()
                                    .transform(ignored -> io.vertx.core.Future.failedFuture(failure)))));
        } catch (RuntimeException e) {
            Blocking.await(vertx.close());
            throw e;
        }
        announce(daemon, configuration, System.out);
        untilStopped(() -> {
            System.out.println("Stopping: finishing what is under way.");
            Blocking.await(daemon.stop().eventually(vertx::close), Duration.ofSeconds(90));
            System.out.println("Stopped.");
        });
        return 0;
    }

    static void announce(Daemon daemon, Configuration configuration, PrintStream out) {
        String scheme = configuration.http().tls().isPresent() ? "https://" : "http://";
        String address = scheme + configuration.http().host() + ":" + daemon.port();
        out.println(
                "ml-connector is running with " + configuration.connections().size() + " connection(s).");
        out.println("  interface  " + address + "/api/v1/documents   (described at " + address + "/openapi.yaml)");
        out.println("  health     " + address + "/health/ready");
        out.println("  metrics    " + address + "/metrics");
        daemon.firstToken().ifPresent(token -> out.println("  The administrator's token, shown this once: " + token));
        out.flush();
    }

    /** Waits for the process to be asked to end, then cleans up on its way out. */
    public static void untilStopped(Runnable cleanUp) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch cleaned = new CountDownLatch(1);
        AtomicBoolean well = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            asked.countDown();
                            try {
                                cleaned.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            System.out.flush();
                            // An orderly stop is a success; left alone, the virtual machine would report the signal.
                            Runtime.getRuntime().halt(well.get() ? 0 : ExitCode.FAILED);
                        },
                        "stop"));
        asked.await();
        try {
            cleanUp.run();
            well.set(true);
        } finally {
            cleaned.countDown();
        }
    }
}
