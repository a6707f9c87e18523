package io.mlconnector.x12;

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
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** StAEDI as an independent reader. */
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

    /** ISA11 and ISA16: it takes separators for data, and control characters for bad data. */
    private static final Set<String> SEPARATORS = Set.of("I15", "I65");

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    /**
     * What it objects to in an order, envelope and content, by a schema that was not made from our dictionary.
     *
     * @param set 850 or 860
     * @param version 004010 or 005010
     */
    static List<String> objections(byte[] file, String set, String version) {
        Schema schema = schemaOf(set + "-" + version);
        var objections = new ArrayList<String>();
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file), "ISO-8859-1")) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_INTERCHANGE && reader.getControlSchema() == null) {
                    reader.setControlSchema(
                            SchemaFactory.newFactory().getControlSchema(reader.getStandard(), reader.getVersion()));
                } else if (event == EDIStreamEvent.START_TRANSACTION) {
                    reader.setTransactionSchema(schema);
                } else if (event.isError() && !SEPARATORS.contains(String.valueOf(reader.getReferenceCode()))) {
                    objections.add(
                            reader.getErrorType() + " " + reader.getReferenceCode() + " " + reader.getLocation());
                }
            }
            return objections;
        } catch (EDIStreamException | EDISchemaException e) {
            throw new IllegalStateException("StAEDI cannot read it: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The schema of a set.
     *
     * @param name such as {@code 850-005010}
     */
    static Schema schemaOf(String name) {
        return SCHEMAS.computeIfAbsent(name, Staedi::schema);
    }

    private static Schema schema(String name) {
        try (InputStream in = Staedi.class.getResourceAsStream("/staedi/" + name + ".xml")) {
            return SchemaFactory.newFactory().createSchema(Objects.requireNonNull(in, name));
        } catch (EDISchemaException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
