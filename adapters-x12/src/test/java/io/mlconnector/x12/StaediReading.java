package io.mlconnector.x12;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The result of StAEDI for a file with the tolerant splitter in front of it; codes as reference x12, section 16, maps
 * them.
 */
final class StaediReading {
    /** ISA11 and ISA16: it takes separators for data, and control characters for bad data. */
    private static final Set<String> SEPARATORS = Set.of("I15", "I65");

    /** What ends a set without SE. */
    private static final Set<String> ENDS = Set.of("ST", "GE", "GS", "IEA");

    /** The sets of which it has schemas. */
    static final Set<String> KNOWN = Set.of("810", "824", "850", "860", "997");

    private static final Map<List<String>, Schema> CONTROLS = new ConcurrentHashMap<>();
    private static final EDIInputFactory READERS = EDIInputFactory.newFactory();

    private final List<Reading.SetRead> sets = new ArrayList<>();
    private final List<Reading.Finding> findings = new ArrayList<>();
    private final List<String> stops = new ArrayList<>();
    private final List<List<String>> segments = new ArrayList<>();
    private String interchange = "";
    private String group = "";
    private String version = "";
    private boolean inSet;
    private boolean begun;
    private boolean known;
    private int firstOfSet;

    private StaediReading() {}

    static Reading of(byte[] file) {
        var reading = new StaediReading();
        TolerantSplitter.split(file).forEach(reading::interchange);
        return new Reading(reading.sets, reading.findings, reading.stops);
    }

    /** A value without trailing blanks and empty components. */
    static String plain(String value) {
        String plain = value;
        while (!plain.isEmpty() && " >".indexOf(plain.charAt(plain.length() - 1)) >= 0) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain;
    }

    private void interchange(byte[] bytes) {
        inSet = false;
        segments.clear();
        try (EDIStreamReader reader = READERS.createEDIStreamReader(new ByteArrayInputStream(bytes), "ISO-8859-1")) {
            while (reader.hasNext()) {
                event(reader.next(), reader);
            }
        } catch (EDIStreamException | EDISchemaException | IllegalStateException e) {
            stops.add(String.valueOf(e.getMessage()));
            closeSet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void event(EDIStreamEvent event, EDIStreamReader reader) throws EDISchemaException, EDIStreamException {
        switch (event) {
            case START_INTERCHANGE -> reader.setControlSchema(control(reader));
            case START_TRANSACTION -> begun = true;
            case START_SEGMENT -> {
                segments.add(new ArrayList<>(List.of(reader.getText().toUpperCase(Locale.ROOT))));
                if (ENDS.contains(reader.getText())) {
                    closeSet();
                }
                if (reader.getText().equals("ST")) {
                    inSet = true;
                    firstOfSet = reader.getLocation().getSegmentPosition();
                }
            }
            case ELEMENT_DATA, ELEMENT_DATA_BINARY -> element(reader);
            case END_SEGMENT -> endOfSegment(reader);
            case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> error(reader);
            default -> {}
        }
    }

    private static Schema control(EDIStreamReader reader) throws EDISchemaException {
        Schema known = CONTROLS.get(List.of(reader.getVersion()));
        if (known == null) {
            known = SchemaFactory.newFactory().getControlSchema(reader.getStandard(), reader.getVersion());
            if (known == null) {
                throw new IllegalStateException("No control schema for this ISA12");
            }
            CONTROLS.put(List.of(reader.getVersion()), known);
        }
        return known;
    }

    private void element(EDIStreamReader reader) {
        Location at = reader.getLocation();
        List<String> segment = segments.get(segments.size() - 1);
        while (segment.size() <= at.getElementPosition()) {
            segment.add("");
        }
        String before = segment.get(at.getElementPosition());
        int component = Math.max(1, at.getComponentPosition());
        int occurrence = Math.max(1, at.getElementOccurrence());
        while (before.chars().filter(c -> c == '^').count() < occurrence - 1) {
            before += "^";
        }
        String last = before.substring(before.lastIndexOf('^') + 1);
        while (last.chars().filter(c -> c == '>').count() < component - 1) {
            last += ">";
            before += ">";
        }
        segment.set(at.getElementPosition(), before + reader.getText());
    }

    private void endOfSegment(EDIStreamReader reader) {
        List<String> segment = segments.get(segments.size() - 1);
        for (int i = 1; i < segment.size(); i++) {
            segment.set(i, plain(segment.get(i)));
        }
        while (segment.size() > 1 && segment.get(segment.size() - 1).isEmpty()) {
            segment.remove(segment.size() - 1);
        }
        switch (segment.get(0)) {
            case "ISA" -> interchange = element(segment, 13).strip();
            case "GS" -> {
                group = element(segment, 6);
                version = element(segment, 8);
            }
            case "ST" -> {
                Optional<Schema> schema = schema(element(segment, 1), element(segment, 3));
                known = begun && schema.isPresent();
                if (known) {
                    reader.setTransactionSchema(schema.orElseThrow());
                }
                begun = false;
            }
            case "SE" -> closeSet();
            default -> {}
        }
    }

    private Optional<Schema> schema(String set, String guide) {
        String release = guide.matches("\\d{6}.*") ? guide : version;
        boolean newer = release.length() >= 3 && release.substring(0, 3).compareTo("005") >= 0;
        return KNOWN.contains(set)
                ? Optional.of(Staedi.schemaOf(set + (newer ? "-005010" : "-004010")))
                : Optional.empty();
    }

    private static String element(List<String> segment, int number) {
        return number < segment.size() ? segment.get(number) : "";
    }

    private void closeSet() {
        if (!inSet) {
            return;
        }
        inSet = false;
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).get(0).equals("ST")) {
                List<String> header = segments.get(i);
                boolean ended = segments.get(segments.size() - 1).get(0).equals("SE");
                int last = ended ? segments.size() : segments.size() - 1;
                sets.add(new Reading.SetRead(
                        String.join(" ", interchange, group, element(header, 1), element(header, 2)),
                        List.copyOf(segments.subList(i, Math.max(i + 1, last)))));
                return;
            }
        }
    }

    private void error(EDIStreamReader reader) {
        EDIStreamValidationError error = reader.getErrorType();
        if (SEPARATORS.contains(String.valueOf(reader.getReferenceCode()))) {
            return;
        }
        Location at = reader.getLocation();
        String tag = String.valueOf(at.getSegmentTag()).toUpperCase(Locale.ROOT);
        boolean missing = error == EDIStreamValidationError.MANDATORY_SEGMENT_MISSING;
        boolean control = Set.of("ISA", "GS", "GE", "IEA", "TA1").contains(tag);
        if (inSet && !known && !control && !tag.equals("SE")) {
            // It continues with the schema of the previous set.
            return;
        }
        boolean ofSegment = error.getCategory() == EDIStreamEvent.SEGMENT_ERROR;
        findings.add(new Reading.Finding(
                inSet && !control ? sets.size() : -1,
                inSet && !control ? at.getSegmentPosition() - firstOfSet + 1 : 0,
                missing ? String.valueOf(reader.getReferenceCode()) : tag,
                ofSegment ? 0 : Math.max(0, at.getElementPosition()),
                code(error, tag, at.getElementPosition())));
    }

    private static String code(EDIStreamValidationError error, String tag, int element) {
        String code = switch (error) {
            case UNRECOGNIZED_SEGMENT_ID, SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET -> "AK304 1/6";
            case UNEXPECTED_SEGMENT -> "AK304 2";
            case MANDATORY_SEGMENT_MISSING -> "AK304 3";
            case LOOP_OCCURS_OVER_MAXIMUM_TIMES -> "AK304 4";
            case SEGMENT_EXCEEDS_MAXIMUM_USE -> "AK304 5";
            case SEGMENT_NOT_IN_PROPER_SEQUENCE -> "AK304 7";
            case REQUIRED_DATA_ELEMENT_MISSING -> "AK403 1";
            case CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING -> "AK403 2";
            case TOO_MANY_DATA_ELEMENTS -> "AK403 3";
            case DATA_ELEMENT_TOO_SHORT -> "AK403 4";
            case DATA_ELEMENT_TOO_LONG -> "AK403 5";
            case INVALID_CHARACTER_DATA -> "AK403 6";
            case INVALID_CODE_VALUE -> "AK403 7";
            case INVALID_DATE -> "AK403 8";
            case INVALID_TIME -> "AK403 9";
            case EXCLUSION_CONDITION_VIOLATED -> "AK403 10";
            case TOO_MANY_REPETITIONS -> "AK403 12";
            case TOO_MANY_COMPONENTS -> "AK403 13";
            case CONTROL_REFERENCE_MISMATCH ->
                switch (tag) {
                    case "SE" -> "AK502 3";
                    case "GE" -> "AK905 4";
                    default -> "TA105 001";
                };
            case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT ->
                switch (tag) {
                    case "SE" -> "AK502 4";
                    case "GE" -> "AK905 5";
                    default -> "TA105 021";
                };
            default -> error.toString();
        };
        return inHeader(tag, code, element);
    }

    /** What is wrong with elements of the envelope has codes of its own. */
    private static String inHeader(String tag, String code, int element) {
        if (!code.startsWith("AK403")) {
            return code;
        }
        return switch (tag) {
            case "ST" -> element == 1 ? "AK502 6" : element == 2 ? "AK502 7" : code;
            case "GS" -> element == 6 ? "AK905 6" : "TA105 024";
            default -> code;
        };
    }
}
