package io.mlconnector.verification.verify.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A daemon in its own process, with the Java, classes and flags of this one. It is restarted whenever it ends by itself. */
public final class DaemonProcess {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration RESTART_DELAY = Duration.ofMillis(300);
    private static final String MAIN = "io.mlconnector.runtime.cli.Main";
    private static final Pattern NOT_OF_THE_DAEMON =
            Pattern.compile("(verification|twin)(-[^/\\\\]*\\.jar|[/\\\\]target[/\\\\]classes[/\\\\]?)$");
    private static final String RUNNING = "ml-connector is running";

    private final String name;
    private final Path configuration;
    private final Path log;
    private final InstantSource clock;
    private final Optional<ClassArchive> archive = ClassArchive.beside(flagsOfThisProcess(), classPath());
    private final List<Instant> deaths = new ArrayList<>();
    private final List<Instant> unexpectedEnds = new ArrayList<>();
    private volatile @Nullable Process process;
    private volatile boolean abandoned;
    private long logBefore;

    DaemonProcess(String name, Path configuration, InstantSource clock) {
        this.name = name;
        this.configuration = configuration;
        this.log = configuration.resolveSibling(name + ".log");
        this.clock = clock;
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /**
     * Makes the class archive of the daemons unless there is a current one: a daemon starts, loads what a daemon needs, ends
     * in order and writes down what it has loaded. Waits until it has.
     */
    public void prepareArchive() {
        ClassArchive wanted = archive.filter(present -> !present.current()).orElse(null);
        if (wanted == null) {
            return;
        }
        start(wanted.create());
        awaitReady();
        stop();
        wanted.created();
    }

    /** Starts it; does not wait until it works. */
    public void start() {
        start(archive.map(ClassArchive::use).orElse(List.of()));
    }

    /**
     * Runs another command of the program beside it, with its configuration. Waits until it has ended.
     *
     * @param words the command and its arguments
     * @return the exit code; what it printed stands in the log
     */
    public int command(List<String> words) {
        List<String> command = program(List.of());
        command.addAll(words);
        command.addAll(List.of("--config", configuration.toString()));
        try {
            Process running = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            await(running);
            return running.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("The command cannot be started: " + e.getMessage(), e);
        }
    }

    /** Java with the flags and classes of this process, up to the main class. */
    private static List<String> program(List<String> archiveFlags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        flagsOfThisProcess().stream()
                // What watches this process is not to watch that one.
                .filter(flag -> !flag.startsWith("-agentlib") && !flag.startsWith("-javaagent"))
                // The archive of this process is for another class path.
                .filter(flag -> !flag.contains("SharedArchive"))
                .forEach(command::add);
        command.addAll(archiveFlags);
        command.addAll(List.of("-cp", classPath(), MAIN));
        return command;
    }

    private synchronized void start(List<String> archiveFlags) {
        if (abandoned) {
            return;
        }
        List<String> command = program(archiveFlags);
        command.addAll(List.of("run", "--config", configuration.toString()));
        try {
            logBefore = Files.exists(log) ? Files.size(log) : 0;
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            if (abandoned) {
                started.destroyForcibly();
            }
            var unused = started.onExit().thenAccept(this::ended);
        } catch (IOException e) {
            throw new UncheckedIOException("The daemon cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> flagsOfThisProcess() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** The class path of this process without the verification and the simulators, which a daemon must not see. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !NOT_OF_THE_DAEMON.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Restarts the daemon as a service manager would, unless it was stopped on purpose. */
    private synchronized void ended(Process which) {
        if (which.equals(process) && !abandoned) {
            deaths.add(clock.instant());
            unexpectedEnds.add(clock.instant());
            var unused = CompletableFuture.runAsync(
                    () -> restart(which),
                    CompletableFuture.delayedExecutor(RESTART_DELAY.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private synchronized void restart(Process which) {
        if (which.equals(process)) {
            start();
        }
    }

    /** Waits until it has logged that it is running. */
    public void awaitReady() {
        Instant until = clock.instant().plus(START_TIMEOUT);
        while (!announced()) {
            if (clock.instant().isAfter(until)) {
                throw new IllegalStateException(
                        "The " + name + " daemon did not start within " + START_TIMEOUT.toSeconds() + " seconds");
            }
            Waiting.pause(POLL_INTERVAL);
        }
    }

    private synchronized boolean announced() {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(logBefore, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8).contains(RUNNING);
        } catch (IOException e) {
            // The log does not exist yet.
            return false;
        }
    }

    /** Sends SIGKILL and waits until the process has ended. */
    public synchronized Instant kill() {
        Process dying = process;
        process = null;
        if (dying != null) {
            dying.destroyForcibly();
            await(dying);
        }
        Instant at = clock.instant();
        deaths.add(at);
        return at;
    }

    /** Sends SIGTERM and waits until the process has ended. */
    public synchronized void stop() {
        Process ending = process;
        process = null;
        if (ending != null) {
            ending.destroy();
            await(ending);
            deaths.add(clock.instant());
        }
    }

    private static void await(Process ending) {
        try {
            if (!ending.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                ending.destroyForcibly();
                throw new IllegalStateException(
                        "A process did not end within " + STOP_TIMEOUT.toSeconds() + " seconds");
            }
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    /** Sends SIGSTOP: the process is suspended without noticing. */
    public void freeze() {
        signal("STOP");
    }

    /** Sends SIGCONT: the suspended process continues. */
    public void thaw() {
        signal("CONT");
    }

    private synchronized void signal(String signal) {
        Process there = process;
        if (there == null) {
            return;
        }
        try {
            // The kill built into the shell, because not every minimal system has the program.
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + there.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await(kill);
        } catch (IOException e) {
            throw new UncheckedIOException("No signal can be sent: " + e.getMessage(), e);
        }
    }

    /** Kills it for good without waiting, whatever another thread is doing with it. */
    void abandon() {
        abandoned = true;
        Process there = process;
        if (there != null) {
            there.destroyForcibly();
        }
    }

    /** When its processes ended, for whatever reason. */
    synchronized List<Instant> deaths() {
        return List.copyOf(deaths);
    }

    /** When its processes ended without having been told to. */
    public synchronized List<Instant> unexpectedEnds() {
        return List.copyOf(unexpectedEnds);
    }
}
