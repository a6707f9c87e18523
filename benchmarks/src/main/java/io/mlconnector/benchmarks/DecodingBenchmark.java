package io.mlconnector.benchmarks;

import io.mlconnector.benchmarks.data.InvoiceFiles;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.x12.X12Codec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** X12 to invoices. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecodingBenchmark {

    private final X12Codec codec = new X12Codec();
    private final byte[] one = proven(InvoiceFiles.oneInvoice());
    private final byte[] megabyte = proven(InvoiceFiles.ofAtLeast(1 << 20));

    /** One invoice of twenty lines. */
    @Benchmark
    public DecodedFile oneInvoice() {
        return codec.decode(one);
    }

    /** A file of one megabyte. */
    @Benchmark
    public DecodedFile oneMegabyte() {
        return codec.decode(megabyte);
    }

    /** The file itself, if all of it can be used: nobody measures how fast garbage is refused. */
    static byte[] proven(byte[] file) {
        DecodedFile decoded = new X12Codec().decode(file);
        if (decoded.documents().isEmpty()
                || !decoded.problems().isEmpty()
                || !decoded.documents().stream().allMatch(DecodedDocument::usable)) {
            throw new IllegalStateException("The generated file is not in order: " + decoded.problems());
        }
        return file;
    }
}
