package io.mlconnector.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks with short defaults and prints a table. */
public final class Benchmarks {

    private static final String COMPARISON = ComparisonBenchmark.class.getSimpleName();

    private Benchmarks() {}

    /**
     * The program.
     *
     * @param arguments nothing, or {@code --compare}
     */
    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        if (given.isEmpty()) {
            table(run("io\\.mlconnector\\.benchmarks\\.(?!" + COMPARISON + ")\\w+Benchmark\\..*"));
        } else if (given.equals(List.of("--compare"))) {
            ComparisonRun.print();
            caveat();
        } else {
            System.err.println("Usage: Benchmarks [--compare]");
            System.exit(2);
        }
    }

    private static Collection<RunResult> run(String include) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(include)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs(jvmArguments())
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        System.err.println("Measuring: one fork, 3 + 5 seconds for each benchmark");
        return new Runner(options).run();
    }

    /** A small heap; and JMH's use of Unsafe is not worth a warning for each fork. */
    private static String[] jvmArguments() {
        List<String> arguments = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"));
        if (Runtime.version().feature() >= 23) {
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        return arguments.toArray(String[]::new);
    }

    private static void table(Collection<RunResult> results) {
        System.out.printf(Locale.ROOT, "%-44s %12s %10s %-6s%n", "benchmark", "score", "error", "unit");
        for (RunResult run : results) {
            Result<?> result = run.getPrimaryResult();
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %12.2f %10.2f %-6s%n",
                    name(run),
                    result.getScore(),
                    result.getScoreError(),
                    result.getScoreUnit());
        }
        caveat();
    }

    private static String name(RunResult run) {
        String full = run.getParams().getBenchmark();
        return full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
    }

    private static void caveat() {
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version()
                + ". On a shared machine the ratio means more than the time.");
    }
}
