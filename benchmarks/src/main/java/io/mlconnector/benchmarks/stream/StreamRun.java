package io.mlconnector.benchmarks.stream;

import io.mlconnector.benchmarks.data.InvoiceFiles;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.ports.edi.UnreadBytes;
import io.mlconnector.x12.X12Codec;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads one interchange of 50,000 invoices, 120 MB, as a stream in a child process with a heap of 64 MB. */
public final class StreamRun {
    private static final int INVOICES = 50_000;
    private static final int LINES = 32;
    private static final String CHILD = "--child";

    private StreamRun() {}

    /**
     * The program.
     *
     * @param arguments nothing
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains(CHILD)) {
            read();
            return;
        }
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamRun.class.getName(),
                        CHILD)
                .inheritIO()
                .start();
        System.exit(child.waitFor());
    }

    private static void read() throws IOException {
        var counted = new Counted();
        var bytes = new CountedBytes(InvoiceFiles.stream(INVOICES, LINES));
        long begin = System.nanoTime();
        new X12Codec().decode(bytes, ReadingRules.Book.USUAL, counted);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%d invoices of %d, complete: %s, problems: %d; %.1f MB in %.1f s, making them included; peak heap %.1f MB"
                        + " of %.1f%n",
                counted.invoices,
                INVOICES,
                counted.complete,
                counted.problems,
                bytes.count / 1e6,
                seconds,
                peak / 1e6,
                Runtime.getRuntime().maxMemory() / 1e6);
        if (counted.invoices != INVOICES || !counted.complete || counted.problems > 0) {
            System.exit(1);
        }
    }

    private static final class Counted implements DocumentSink {
        private int invoices;
        private int problems;
        private boolean complete;

        @Override
        public void document(DecodedDocument document) {
            invoices += document.usable() && document.content() instanceof Content.Invoice ? 1 : 0;
        }

        @Override
        public void interchange(ReceivedInterchange interchange) {
            complete = interchange.complete();
        }

        @Override
        public void problem(SyntaxProblem problem) {
            problems++;
        }

        @Override
        public void unread(UnreadBytes bytes) {
            problems++;
        }
    }

    private static final class CountedBytes extends FilterInputStream {
        private long count;

        CountedBytes(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int given = super.read(into, from, most);
            count += Math.max(0, given);
            return given;
        }
    }
}
