package io.mlconnector.benchmarks;

import io.mlconnector.benchmarks.data.Trade;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.ports.edi.EncodedFile;
import io.mlconnector.x12.X12Codec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Orders to X12. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EncodingBenchmark {

    private final X12Codec codec = new X12Codec();
    private final OrderMessage order = new OrderMessage.NewOrder(Trade.aligned());
    private final Envelope envelope = Trade.envelope();

    /** Proves the order writable. */
    public EncodingBenchmark() {
        if (!(codec.encode(order, envelope) instanceof EncodedFile.Written)) {
            throw new IllegalStateException("The order cannot be written");
        }
    }

    /** An 850 of twenty lines. */
    @Benchmark
    public EncodedFile orderOfTwentyLines() {
        return codec.encode(order, envelope);
    }
}
