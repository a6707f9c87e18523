package io.mlconnector.x12;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Somebody else's reader, asked for its opinion. */
final class Staedi {
    private Staedi() {}

    /**
     * The tags of all segments and, after an exclamation mark, what it objects to in the envelope.
     *
     * @throws IllegalStateException if it cannot read the file to the end
     */
    static List<String> events(byte[] file) {
        var seen = new ArrayList<String>();
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file), "ISO-8859-1")) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_INTERCHANGE && reader.getControlSchema() == null) {
                    reader.setControlSchema(
                            SchemaFactory.newFactory().getControlSchema(reader.getStandard(), reader.getVersion()));
                } else if (event == EDIStreamEvent.START_SEGMENT) {
                    seen.add(reader.getText());
                } else if (event.isError()) {
                    seen.add("!" + reader.getErrorType());
                }
            }
            return seen;
        } catch (EDIStreamException | EDISchemaException e) {
            throw new IllegalStateException("StAEDI cannot read it: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
