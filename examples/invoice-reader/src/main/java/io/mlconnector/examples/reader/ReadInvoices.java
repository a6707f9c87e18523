package io.mlconnector.examples.reader;

import io.mlconnector.x12.X12Codec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Says what X12 files hold, what is wrong with them and what would be answered; each file on a virtual thread. */
public final class ReadInvoices {

    private ReadInvoices() {}

    /**
     * Prints a report on each file, in the order of the arguments. Ends with 0 if every document can be used, with 1 if
     * one cannot, with 2 if no file is named.
     *
     * @param args paths of X12 files
     */
    public static void main(String[] args) {
        System.exit(run(args, InstantSource.system(), System.out));
    }

    static int run(String[] args, InstantSource clock, PrintStream out) {
        if (args.length == 0) {
            out.println("Name one or more X12 files.");
            return 2;
        }
        var reading = new Reading(new X12Codec(), clock);
        List<Future<Report>> reports;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            reports = Arrays.stream(args)
                    .map(file -> threads.submit(() -> report(reading, Path.of(file))))
                    .toList();
        }
        boolean good = true;
        for (Future<Report> report : reports) {
            report.resultNow().lines().forEach(out::println);
            good &= report.resultNow().good();
        }
        return good ? 0 : 1;
    }

    private static Report report(Reading reading, Path file) {
        try {
            return reading.of(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            return new Report(List.of(file + " cannot be read: " + e), false);
        }
    }
}
