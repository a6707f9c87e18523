package io.mlconnector.runtime.crossreference;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Counted;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.engine.view.SpreadsheetCell;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Translations as a CSV file (RFC 4180, UTF-8): a header line, then one translation a line. The columns {@code partner}, {@code
 * kind}, {@code theirs} and {@code ours} are needed; {@code legalEntity}, {@code from} and {@code until} may be missing or empty. An
 * empty partner stands for every partner.
 */
public final class CrossReferenceCsv {

    private static final Set<String> NEEDED = Set.of("partner", "kind", "theirs", "ours");
    private static final List<String> COLUMNS =
            List.of("partner", "legalEntity", "kind", "theirs", "ours", "from", "until");

    /** More could not be told to a person at once. */
    private static final int MOST_MISTAKES = 100;

    private CrossReferenceCsv() {}

    /**
     * What a file says.
     *
     * @param references in the order of the file
     * @param lines the line of each of them, from 1
     * @param mistakes a sentence each, with its line; empty if everything can be read
     */
    public record Content(List<CrossReference> references, List<Long> lines, List<String> mistakes) {
        public Content {
            references = List.copyOf(references);
            lines = List.copyOf(lines);
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param places what is configured, against which partners and legal entities are checked
     */
    public static Content read(byte[] file, ConfiguredPlaces places) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return unreadable("The file is not UTF-8, and must be.");
        }
        return text.indexOf('\0') >= 0
                ? unreadable("The file contains the character U+0000 and must not.")
                : read(new StringReader(text), places);
    }

    private static Content unreadable(String why) {
        return new Content(List.of(), List.of(), List.of(why));
    }

    /**
     * Reads a file.
     *
     * @param places what is configured, against which partners and legal entities are checked
     * @throws UncheckedIOException if the source cannot be read
     */
    public static Content read(Reader source, ConfiguredPlaces places) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreHeaderCase(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setTrim(true)
                .get();
        List<CrossReference> references = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        long[] reached = {1};
        try (CSVParser parser = CSVParser.parse(new WithoutByteOrderMark(source), format)) {
            Set<String> missing = new HashSet<>(NEEDED);
            parser.getHeaderNames().forEach(name -> missing.remove(name.toLowerCase(Locale.ROOT)));
            if (!missing.isEmpty()) {
                mistakes.add("Line 1 lacks the " + (missing.size() == 1 ? "column " : "columns ")
                        + String.join(" and ", new TreeSet<>(missing)) + ". A header line names them: "
                        + String.join(",", COLUMNS) + ".");
                return new Content(references, lines, mistakes);
            }
            for (CSVRecord row : parser) {
                long line = parser.getCurrentLineNumber();
                reached[0] = line + 1;
                try {
                    references.add(reference(row, places));
                    lines.add(line);
                } catch (IllegalArgumentException e) {
                    mistakes.add("Line " + line + ": " + sentence(String.valueOf(e.getMessage())));
                    if (mistakes.size() == MOST_MISTAKES) {
                        mistakes.add("And perhaps more: the rest was not looked at.");
                        break;
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            // What the library says of a header is about its own classes.
            mistakes.add("Line 1 names a column twice, or leaves one without a name. A header line names them: "
                    + String.join(",", COLUMNS) + ".");
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e;
            }
            mistakes.add(unquoted(reached[0]));
        } catch (CSVException e) {
            mistakes.add(unquoted(reached[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(references, lines, mistakes);
    }

    /** Says what the library does not: where quotes are wrong. */
    private static String unquoted(long line) {
        return "The cells that begin in line " + line
                + " cannot be told apart: a quotation mark is not closed, or something stands"
                + " behind the closing one. Within quotation marks, one is written twice.";
    }

    private static String sentence(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    private static CrossReference reference(CSVRecord row, ConfiguredPlaces places) {
        for (String column : List.of("kind", "theirs", "ours")) {
            if (!row.isSet(column)) {
                throw new IllegalArgumentException("There is no cell under " + column + ": it has "
                        + Counted.of(row.size(), "cell") + ", and the header more");
            }
        }
        CrossReferenceScope scope = new CrossReferenceScope(
                value(row, "partner", PartnerId::new), value(row, "legalEntity", LegalEntity::new));
        places.refuseUnknown(scope);
        return new CrossReference(
                        scope,
                        kind(row.get("kind")),
                        SpreadsheetCell.read(row.get("theirs")),
                        SpreadsheetCell.read(row.get("ours")),
                        new EffectiveDates(day(row, "from"), day(row, "until")))
                .usable();
    }

    private static Optional<LocalDate> day(CSVRecord row, String column) {
        return value(row, column, text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(column + " must be a day such as 2026-11-30, not " + text, e);
            }
        });
    }

    private static <T> Optional<T> value(CSVRecord row, String column, Function<String, T> reading) {
        return row.isSet(column) && !row.get(column).isBlank()
                ? Optional.of(reading.apply(row.get(column)))
                : Optional.empty();
    }

    /**
     * The kind that a word names.
     *
     * @throws IllegalArgumentException if it names none
     */
    public static Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equalsIgnoreCase(word.strip())) {
                return kind;
            }
        }
        String shown = NearestWord.shown(word);
        throw new IllegalArgumentException("'" + shown + "' is no kind"
                + NearestWord.of(shown.strip().toLowerCase(Locale.ROOT), Set.of("unit", "item"))
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("; unit and item are."));
    }

    /**
     * How many translations a file has that was written here.
     *
     * @throws UncheckedIOException if it is no such file
     */
    public static int count(String file) {
        try (CSVParser parser = CSVParser.parse(
                file,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a file that {@link #read} reads.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(List<CrossReference> references, Appendable target) {
        try (CSVPrinter printer = new CSVPrinter(
                target,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(COLUMNS.toArray(String[]::new))
                        .setRecordSeparator("\n")
                        .get())) {
            for (CrossReference one : references) {
                printer.printRecord(
                        one.scope().partner().map(PartnerId::id).orElse(""),
                        one.scope().legalEntity().map(LegalEntity::id).orElse(""),
                        one.kind().word(),
                        SpreadsheetCell.written(one.theirs()),
                        SpreadsheetCell.written(one.ours()),
                        one.dates().from().map(LocalDate::toString).orElse(""),
                        one.dates().until().map(LocalDate::toString).orElse(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
