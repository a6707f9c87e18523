package io.mlconnector.benchmarks;

import io.mlconnector.benchmarks.data.InvoiceFiles;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.x12.X12Codec;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The same megabyte read by us, by StAEDI and by EDIReader. We check every element and build the invoices. StAEDI checks
 * the envelope only, or with a schema of the 810 the elements too; EDIReader knows the envelope only. All of their
 * elements are looked at; nothing is built of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ComparisonBenchmark {

    private final X12Codec codec = new X12Codec();
    private final byte[] file = DecodingBenchmark.proven(InvoiceFiles.ofAtLeast(1 << 20));
    private final Schema invoice = schema();

    private static Schema schema() {
        try (InputStream in = Objects.requireNonNull(ComparisonBenchmark.class.getResourceAsStream("810-005010.xml"))) {
            return SchemaFactory.newFactory().createSchema(in);
        } catch (EDISchemaException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Our reader. */
    @Benchmark
    public DecodedFile ours() {
        return codec.decode(file);
    }

    /** StAEDI with its control schema. */
    @Benchmark
    public long staediEnvelope() throws EDIStreamException, EDISchemaException, IOException {
        return staedi(false);
    }

    /** StAEDI with its control schema and a schema of the 810. */
    @Benchmark
    public long staediElements() throws EDIStreamException, EDISchemaException, IOException {
        return staedi(true);
    }

    private long staedi(boolean elements) throws EDIStreamException, EDISchemaException, IOException {
        long characters = 0;
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file), "ISO-8859-1")) {
            boolean header = false;
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_INTERCHANGE) {
                    reader.setControlSchema(
                            SchemaFactory.newFactory().getControlSchema(reader.getStandard(), reader.getVersion()));
                } else if (event == EDIStreamEvent.START_SEGMENT) {
                    header = elements && "ST".equals(reader.getText());
                } else if (event == EDIStreamEvent.END_SEGMENT && header) {
                    reader.setTransactionSchema(invoice);
                    header = false;
                } else if (event == EDIStreamEvent.ELEMENT_DATA) {
                    characters += reader.getTextLength();
                } else if (event.isError()) {
                    throw new IllegalStateException(
                            "StAEDI objects: " + reader.getErrorType() + " " + reader.getReferenceCode());
                }
            }
        }
        return characters;
    }

    /** EDIReader, which turns X12 into the events of an XML parser. */
    @Benchmark
    public long ediReader() throws SAXException, IOException {
        var heard = new Heard();
        XMLReader reader = ediReaderOfName("com.berryworks.edireader.EDIReader");
        reader.setContentHandler(heard);
        reader.parse(
                new InputSource(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.ISO_8859_1)));
        if (heard.characters == 0) {
            throw new IllegalStateException("EDIReader saw nothing");
        }
        return heard.characters;
    }

    /** By its name, so that nothing of ours is compiled against it. */
    private static XMLReader ediReaderOfName(String name) {
        try {
            return Class.forName(name)
                    .asSubclass(XMLReader.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Heard extends DefaultHandler {
        private long characters;

        @Override
        public void characters(char[] text, int start, int length) {
            characters += length;
        }
    }
}
