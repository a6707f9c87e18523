package io.mlconnector.benchmarks.files;

import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.lifecycle.Daemon;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** A daemon in a process of its own with little heap, so that the heap of the simulators does not count. */
public final class DaemonProcess {

    /** So much heap a daemon has, in MiB. */
    static final int HEAP = 64;

    private static final String PORT = "port ";
    private static final String PEAK = "peak ";
    private static final long LONGEST_SECONDS = 120;

    private final Process process;
    private final BufferedReader said;
    private final int port;

    private DaemonProcess(Process process) throws IOException {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.port = Integer.parseInt(next(PORT));
    }

    /**
     * Starts one.
     *
     * @param folder for its data; what an earlier one left there is gone on with
     * @param yaml its configuration
     */
    static DaemonProcess start(Path folder, String yaml) throws IOException {
        Path file = folder.resolve("files.yaml");
        Files.writeString(file, yaml);
        return new DaemonProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DaemonProcess.class.getName(),
                        file.toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private String next(String what) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(what)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The daemon ended before it said its " + what.strip());
        }
        return line.substring(what.length());
    }

    /** Where its interface listens. */
    int port() {
        return port;
    }

    /** Ends it in good order; the peak of its heap in bytes, garbage included. */
    long stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        long peak = Long.parseLong(next(PEAK));
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return peak;
    }

    /**
     * The program of the process: runs until its input ends.
     *
     * @param arguments the file with the configuration, and the folder for its data
     */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Vertx vertx = Vertx.vertx();
        DaemonResources resources = await(DaemonResources.open(
                vertx,
                ConfigurationReader.parse(Files.readString(file), file.toString(), Path.of(arguments[1])),
                InstantSource.system()));
        Daemon daemon = await(Daemon.start(resources));
        System.out.println(PORT + daemon.port());
        while (System.in.read() >= 0) {
            // Until whoever started it is done.
        }
        await(daemon.stop());
        System.out.println(PEAK
                + ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum());
        await(vertx.close());
        System.exit(0);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }
}
