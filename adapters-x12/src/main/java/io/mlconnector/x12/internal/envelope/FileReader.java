package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.x12.internal.syntax.ForeignFormat;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.InterchangeSearch;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.SourceText;
import io.mlconnector.x12.internal.validation.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file: finds its interchanges, each with delimiters of its own, and reads one after the other, so that a
 * damaged one never hurts the next (reference x12, section 14, rows 6, 8, 12, 13 and 14).
 */
public final class FileReader {
    private final Findings findings = new Findings();
    private final List<DecodedDocument> documents = new ArrayList<>();
    private final Set<String> interchangeNumbers = new HashSet<>();
    private final List<ReceivedInterchange> interchanges = new ArrayList<>();
    private SourceText source;
    private boolean unwrapped;
    private int segments;

    private FileReader(byte[] file) {
        source = SourceText.of(file);
    }

    /** Reads the bytes of a file, whatever they are. */
    public static DecodedFile read(byte[] file) {
        return new FileReader(file).read();
    }

    private DecodedFile read() {
        int position = 0;
        int begin = InterchangeSearch.next(source, position);
        while (begin < source.length()) {
            Optional<InterchangeHeader> header = header(begin);
            if (header.isPresent()) {
                skipped(position, begin);
                position = interchange(header.get());
            } else {
                unreadable(begin);
                position = begin + 3;
            }
            begin = InterchangeSearch.next(source, position);
        }
        if (interchanges.isEmpty() && !findings.useless()) {
            notX12();
        } else {
            skipped(position, source.length());
        }
        return new DecodedFile(documents, interchanges, findings.inOrder());
    }

    private Optional<InterchangeHeader> header(int begin) {
        if (!unwrapped && InterchangeSearch.wrapped(source, begin)) {
            unwrapped = true;
            SourceText joined = source.withoutLineEnds(begin);
            Optional<InterchangeHeader> exact =
                    InterchangeHeader.at(joined, begin).filter(InterchangeHeader::exact);
            if (exact.isPresent()) {
                source = joined;
                findings.add(place(
                        "line-ends-removed",
                        Severity.NOTE,
                        begin,
                        "The file is wrapped at a fixed width; its line ends were removed."));
                return exact;
            }
        }
        return InterchangeHeader.at(source, begin);
    }

    /** Reads an interchange and yields where it ends. */
    private int interchange(InterchangeHeader header) {
        segments++;
        var found = new Findings(findings::add);
        HeaderCheck.check(header, source, segments, found);
        repeated(header, found);
        int limit = InterchangeSearch.nextReadable(source, header.end());
        var cursor = new SegmentCursor(source, header, limit, segments);
        var reader = new InterchangeReader(header, cursor, found, findings::add);
        reader.read();
        segments = cursor.inFile();
        if (reader.complete()) {
            interchanges.add(reader.received());
            documents.addAll(reader.documents());
            return cursor.positionAfterEmptySegments();
        }
        SyntaxProblem incomplete = HeaderCheck.problem(
                "interchange-incomplete",
                Severity.FATAL,
                "TA105 023",
                segments,
                0,
                source.inFile(header.start()),
                "",
                "The interchange " + Findings.quoted(header.element(13))
                        + " has no IEA: the file was cut off. Ask the partner to send it again.");
        found.add(incomplete);
        interchanges.add(reader.received());
        reader.documents().forEach(document -> documents.add(notTaken(document)));
        return limit;
    }

    /** A set of an incomplete interchange is shown but cannot be used: the partner will send it again. */
    private static DecodedDocument notTaken(DecodedDocument document) {
        var problems = new ArrayList<>(document.problems());
        problems.add(new SyntaxProblem(
                "interchange-incomplete",
                Severity.ERROR,
                "TA105 023",
                "ST",
                0,
                1,
                0,
                0,
                document.offset(),
                "",
                "The interchange around this set was cut off; an interchange is complete or it is not taken."));
        return new DecodedDocument(
                document.reference(), document.content(), problems, document.offset(), document.length());
    }

    private void repeated(InterchangeHeader header, Findings found) {
        String number = header.element(13);
        String key =
                String.join("\n", header.element(5), header.element(6), header.element(7), header.element(8), number);
        if (!interchangeNumbers.add(key)) {
            found.add(HeaderCheck.problem(
                    "interchange-number-repeated",
                    Severity.WARNING,
                    "TA105 025",
                    segments,
                    13,
                    source.inFile(header.position(13)),
                    Findings.quoted(number),
                    "This interchange control number was used before in the same file."));
        }
    }

    private void unreadable(int begin) {
        findings.add(place(
                "interchange-header-unreadable",
                Severity.FATAL,
                begin,
                "Here seems to begin an interchange, but its ISA is damaged so that the delimiters cannot be told. Ask"
                        + " the partner to send it again."));
    }

    private void notX12() {
        findings.add(place("not-x12", Severity.FATAL, 0, ForeignFormat.describe(source)));
    }

    private void skipped(int from, int to) {
        int begin = source.skipFiller(from);
        if (from == 0 && begin == 0 && to >= 3 && source.hasByteOrderMark()) {
            findings.add(place("byte-order-mark", Severity.NOTE, 0, "The file begins with a byte order mark."));
            begin = source.skipFiller(3);
        }
        if (begin < to) {
            findings.add(place(
                    "bytes-skipped",
                    Severity.NOTE,
                    begin,
                    (to - begin) + " bytes outside of any interchange were skipped."));
        }
    }

    private SyntaxProblem place(String code, Severity severity, int position, String message) {
        long offset = position < source.length() ? source.inFile(position) : position;
        return new SyntaxProblem(code, severity, "", "", 0, 0, 0, 0, offset, "", message);
    }
}
