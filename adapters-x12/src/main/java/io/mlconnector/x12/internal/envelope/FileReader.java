package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.EnvelopeVerdicts;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.words.Counted;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.ports.edi.UnreadBytes;
import io.mlconnector.x12.internal.syntax.ForeignFormat;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.InterchangeSearch;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.SourceText;
import io.mlconnector.x12.internal.validation.Findings;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file: finds its interchanges, each with delimiters of its own, and reads one after the other, so that a
 * damaged one never affects the next (reference x12, section 14, rows 6, 8, 12, 13 and 14). A file as a whole and a
 * file as a stream are read by the same code.
 */
public final class FileReader {
    /** Size of the window over a stream beyond the longest segment, for lookaheads. */
    private static final int LOOK_AHEAD = 1 << 13;

    private static final int HEAD = 64;

    private final SourceText source;
    private final ReadingRules.Book rules;
    private final int largestSet;
    private final DocumentSink sink;
    private final SegmentListener listener;
    private final Findings findings;
    private final Set<String> interchangeNumbers = new HashSet<>();
    private int position;
    private boolean marked;
    private long skippedFrom;
    private long skippedTo;
    private boolean damagedHeader;
    private boolean unwrapped;
    private int segments;
    private int interchanges;

    private FileReader(
            SourceText source, ReadingRules.Book rules, int largestSet, DocumentSink sink, SegmentListener listener) {
        this.source = source;
        this.rules = rules;
        this.largestSet = largestSet;
        this.sink = sink;
        this.listener = listener;
        this.findings = new Findings(sink::problem);
    }

    /** Reads the bytes of a file, whatever they are. */
    public static DecodedFile read(byte[] file, ReadingRules.Book rules, int largestSet) {
        return read(file, rules, largestSet, SegmentListener.NOBODY);
    }

    /** The same, with every segment reported to a listener. */
    public static DecodedFile read(byte[] file, ReadingRules.Book rules, int largestSet, SegmentListener listener) {
        var collected = new CollectingSink();
        new FileReader(SourceText.of(file), rules, largestSet, collected, listener).read();
        return collected.file();
    }

    /**
     * Reads a file from a stream.
     *
     * @param in read to its end and not closed; its failures come as {@link java.io.UncheckedIOException}
     * @param largestSet how many bytes a transaction set may have
     */
    public static void read(InputStream in, ReadingRules.Book rules, int largestSet, DocumentSink sink) {
        int window = (int) Math.min(Integer.MAX_VALUE - 16L, (long) largestSet + LOOK_AHEAD);
        new FileReader(SourceText.of(in, window), rules, largestSet, sink, SegmentListener.NOBODY).read();
    }

    private void read() {
        marked = source.hasByteOrderMark();
        position = marked ? 3 : 0;
        String raw = source.beginning(position, HEAD);
        skipFiller();
        String head = source.beginning(position, HEAD);
        while (seek()) {
            Optional<InterchangeHeader> header = header();
            if (header.isPresent()) {
                tellSkipped();
                interchange(header.get());
            } else {
                unreadable();
                damagedHeader = true;
                position += 3;
            }
        }
        if (interchanges == 0 && !findings.useless()) {
            String what = ForeignFormat.describe(raw, head);
            findings.add(place("not-x12", Severity.FATAL, 0, what));
            unread(0, skippedTo, what);
        } else {
            tellSkipped();
        }
    }

    private void skipFiller() {
        position = source.skipFiller(position);
        while (position == source.length() && !source.ended()) {
            position -= source.forget(position);
            source.load();
            position = source.skipFiller(position);
        }
    }

    /** Goes to where the next interchange seems to begin; false if there is none. */
    private boolean seek() {
        skipFiller();
        if (!damagedHeader) {
            // What follows a damaged header belongs with it.
            skippedFrom = source.inFile(position);
        }
        while (true) {
            int seen = source.length();
            int found = InterchangeSearch.next(source, position);
            if (found >= 0 || (source.ended() && source.length() == seen)) {
                position = found >= 0 ? found : seen;
                skippedTo = source.inFile(position);
                return found >= 0;
            }
            position = Math.max(position, seen - InterchangeSearch.ANNOUNCEMENT + 1);
            // The preceding text may be part of a word.
            position -= source.forget(Math.max(0, position - 1));
            if (source.length() <= seen) {
                source.load();
            }
        }
    }

    private Optional<InterchangeHeader> header() {
        if (!unwrapped && InterchangeSearch.wrapped(source, position)) {
            unwrapped = true;
            if (InterchangeSearch.exactWhenJoined(source, position)) {
                findings.add(place(
                        "line-ends-removed",
                        Severity.NOTE,
                        source.inFile(position),
                        "The file is wrapped at a fixed line width; its line ends were removed."));
                source.joinLines(position);
            }
        }
        return InterchangeHeader.at(source, position);
    }

    private void interchange(InterchangeHeader header) {
        interchanges++;
        segments++;
        var found = new Findings(findings::add);
        listener.header(header, segments, source.inFile(header.end() - 1) + 1);
        HeaderCheck.check(header, segments, found);
        repeated(header, found);
        var cursor = SegmentCursor.searching(source, header, segments, largestSet);
        var reader = new InterchangeReader(header, cursor, found, findings::add, rules, largestSet, sink, listener);
        reader.read();
        segments = cursor.inFile();
        if (!reader.complete()) {
            found.add(HeaderCheck.problem(
                    "interchange-incomplete",
                    Severity.FATAL,
                    "TA105 023",
                    segments,
                    0,
                    header.offset(0),
                    "",
                    "The interchange " + Findings.quoted(header.element(13))
                            + (cursor.overlong()
                                    ? " was not read to its end, because a segment is too long."
                                    : " has no IEA: the file was truncated.")
                            + " Ask the partner to send it again."));
        }
        sink.interchange(reader.received());
        position = reader.complete() ? cursor.positionAfterEmptySegments() : cursor.skipRest();
        if (!reader.complete()) {
            unread(
                    header.offset(0),
                    Math.max(source.inFile(position), header.offset(0) + 3),
                    "The interchange " + Findings.quoted(header.element(13)) + " has no IEA.");
        }
    }

    private void repeated(InterchangeHeader header, Findings found) {
        String number = header.element(13);
        String key =
                String.join("\n", header.element(5), header.element(6), header.element(7), header.element(8), number);
        Leniency leniency = rules.of(EnvelopeReferences.interchange(header)).leniency();
        if (!interchangeNumbers.add(key) && !leniency.forgives(EnvelopePart.ISA13)) {
            found.add(HeaderCheck.problem(
                    EnvelopeVerdicts.REPEATED,
                    Severity.WARNING,
                    "TA105 025",
                    segments,
                    13,
                    header.offset(13),
                    Findings.quoted(number),
                    "This interchange control number was already used in the same file."));
        }
    }

    private void unreadable() {
        findings.add(place(
                "interchange-header-unreadable",
                Severity.FATAL,
                source.inFile(position),
                "An interchange seems to begin here, but its ISA is damaged and the delimiters cannot be determined. Ask"
                        + " the partner to send it again."));
    }

    private void tellSkipped() {
        if (marked) {
            findings.add(place("byte-order-mark", Severity.NOTE, 0, "The file begins with a byte order mark."));
            marked = false;
        }
        if (skippedFrom < skippedTo) {
            unread(
                    skippedFrom,
                    skippedTo,
                    damagedHeader
                            ? "The ISA of an interchange is damaged, so that nothing of it could be read."
                            : "They are outside of any interchange.");
            findings.add(place(
                    "bytes-skipped",
                    Severity.NOTE,
                    skippedFrom,
                    Counted.of(skippedTo - skippedFrom, "byte") + " outside of any interchange "
                            + (skippedTo - skippedFrom == 1 ? "was" : "were") + " skipped."));
        }
        damagedHeader = false;
    }

    private void unread(long from, long to, String why) {
        if (from < to) {
            sink.unread(new UnreadBytes(from, to - from, why));
        }
    }

    private static SyntaxProblem place(String code, Severity severity, long offset, String message) {
        return new SyntaxProblem(code, severity, "", "", 0, 0, 0, 0, offset, "", message);
    }
}
