package io.mlconnector.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.mlconnector.benchmarks.data.InvoiceFiles;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Lets the readers read the same megabyte in turn, again and again, and counts the processor time of the whole process,
 * garbage collection included: on a machine that others use too, turns and processor time are fairer than one after the
 * other by the clock.
 */
final class ComparisonRun {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 25;

    private ComparisonRun() {}

    static void print() throws Exception {
        var benchmark = new ComparisonBenchmark();
        Map<String, Callable<?>> readers = new LinkedHashMap<>();
        readers.put("ours", benchmark::ours);
        readers.put("EDIReader", benchmark::ediReader);
        readers.put("StAEDI envelope", benchmark::staediEnvelope);
        readers.put("StAEDI elements", benchmark::staediElements);
        Map<String, double[]> seconds = new LinkedHashMap<>();
        for (String name : readers.keySet()) {
            seconds.put(name, new double[ROUNDS]);
        }
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Callable<?>> reader : readers.entrySet()) {
                double spent = processorSeconds(reader.getValue());
                if (round >= 0) {
                    seconds.getOrDefault(reader.getKey(), new double[ROUNDS])[round] = spent;
                }
            }
        }
        double megabytes = InvoiceFiles.ofAtLeast(1 << 20).length / 1e6;
        double ours = median(seconds.getOrDefault("ours", new double[ROUNDS]));
        System.out.printf(Locale.ROOT, "%-16s %10s %14s %18s%n", "reader", "MB/s", "best MB/s", "times our time");
        seconds.forEach((name, each) -> System.out.printf(
                Locale.ROOT,
                "%-16s %10.1f %14.1f %18.1f%n",
                name,
                megabytes / median(each),
                megabytes / Arrays.stream(each).min().orElseThrow(),
                median(each) / ours));
    }

    /** For one megabyte, the mean of several so that the clock's grain does not show. */
    private static double processorSeconds(Callable<?> reader) throws Exception {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        int times = 5;
        long begin = system.getProcessCpuTime();
        for (int i = 0; i < times; i++) {
            if (reader.call() == null) {
                throw new IllegalStateException("A reader read nothing");
            }
        }
        return (system.getProcessCpuTime() - begin) / 1e9 / times;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
