package io.mlconnector.benchmarks;

import io.mlconnector.benchmarks.data.InvoiceFiles;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.x12.X12Codec;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The same megabyte read by us and by StAEDI. StAEDI checks the envelope only and every element is looked at; we check
 * every element as well and build the invoices.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ComparisonBenchmark {

    private final X12Codec codec = new X12Codec();
    private final byte[] file = DecodingBenchmark.proven(InvoiceFiles.ofAtLeast(1 << 20));

    /** Our reader. */
    @Benchmark
    public DecodedFile ours() {
        return codec.decode(file);
    }

    /** StAEDI with its control schema. */
    @Benchmark
    public long staedi() throws EDIStreamException, EDISchemaException, IOException {
        long characters = 0;
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file), "ISO-8859-1")) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_INTERCHANGE) {
                    reader.setControlSchema(
                            SchemaFactory.newFactory().getControlSchema(reader.getStandard(), reader.getVersion()));
                } else if (event == EDIStreamEvent.ELEMENT_DATA) {
                    characters += reader.getTextLength();
                } else if (event.isError()) {
                    throw new IllegalStateException("StAEDI objects: " + reader.getErrorType());
                }
            }
        }
        return characters;
    }
}
