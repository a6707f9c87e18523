package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.internal.acknowledgement.AcknowledgementReader;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.NamedRelease;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.envelope.ControlNumberRule.Match;
import io.mlconnector.x12.internal.invoice.InvoiceReader;
import io.mlconnector.x12.internal.response.AdviceReader;
import io.mlconnector.x12.internal.response.OrderResponseReader;
import io.mlconnector.x12.internal.response.ShipNoticeReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import io.mlconnector.x12.internal.validation.CheckedOnly;
import io.mlconnector.x12.internal.validation.ContentReader;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.GuideCheck;
import io.mlconnector.x12.internal.validation.SegmentCheck;
import io.mlconnector.x12.internal.validation.StructureWalk;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A transaction set while it is being read: ST to SE. Sets that we understand are checked against the dictionary and
 * read; of all others only the envelope is looked at.
 */
final class TransactionSet {
    private static final String NOT_PROCESSED = "transaction-set-unsupported";

    /** What partners get from us and never send. */
    private static final Set<String> SENT_ONLY = Set.of("850", "860");

    private record Understood(StructureWalk walk, ContentReader reader) {}

    private final EnvelopeReference reference;
    private final Findings findings;
    private final Findings judged;
    private final Dictionary dictionary;
    private final SegmentCheck check;
    private final String guide;
    private final int largest;
    private final Optional<GuideCheck> guided;
    private final Leniency leniency;
    private Optional<Understood> understood;
    private final long offset;
    private long segments = 1;

    private TransactionSet(
            EnvelopeReference reference,
            Findings findings,
            Findings judged,
            Dictionary dictionary,
            SegmentCheck check,
            Optional<Understood> understood,
            Optional<GuideCheck> guided,
            Leniency leniency,
            int largest,
            SegmentCursor st) {
        this.guided = guided;
        this.judged = judged;
        this.dictionary = dictionary;
        this.leniency = leniency;
        this.largest = largest;
        this.reference = reference;
        this.findings = findings;
        this.check = check;
        this.understood = understood;
        this.guide = st.code(3);
        this.offset = st.offset();
    }

    /**
     * Begins a set at its ST.
     *
     * @param rules how strictly it is read
     * @param largest how many bytes it may have
     */
    static TransactionSet begin(
            EnvelopeReference reference, ReadingRules rules, SegmentCheck check, int largest, SegmentCursor st) {
        var findings = new Findings(rules.validation());
        NamedRelease release = NamedRelease.of(reference.version());
        Dictionary dictionary = Dictionary.nearest(release);
        boolean known = release.known().isPresent();
        // What only the tables of another release could tell is not held against a set.
        Findings judged = release.another() ? Findings.errorsInto(findings) : findings;
        Optional<Understood> understood = reader(reference.transactionSetId(), release, findings)
                .flatMap(reader -> dictionary
                        .structure(reference.transactionSetId())
                        .map(structure -> new Understood(new StructureWalk(dictionary, structure, judged), reader)));
        var set = new TransactionSet(
                reference,
                findings,
                judged,
                dictionary,
                check,
                understood,
                GuideCheck.of(rules, reference.transactionSetId()),
                rules.leniency(),
                largest,
                st);
        if (understood.isPresent()) {
            understood.get().walk().place(st);
            if (!known) {
                findings.warn(
                        "release-unsupported",
                        "",
                        st,
                        0,
                        "Release " + Findings.quoted(reference.version()) + " has no tables here; read with those of "
                                + dictionary.release().version()
                                + (release.another() ? ", and only what the document needs was checked" : "")
                                + ". Send 004010 or 005010.");
            }
        }
        dictionary.segment(st.tag()).ifPresent(rule -> {
            var inHeader = new Findings(rules.validation());
            check.check(st, rule, inHeader);
            findings.addAll(inHeader, TransactionSet::ofHeader);
        });
        if (understood.isEmpty()) {
            notProcessed(findings, rules, reference.transactionSetId(), st);
        } else if (rules.received() && SENT_ONLY.contains(reference.transactionSetId())) {
            findings.add(
                    Severity.ERROR,
                    NOT_PROCESSED,
                    "AK502 1",
                    st,
                    1,
                    "Only we send transaction sets of this kind: nothing is done with a received one. Find out how it came"
                            + " here.");
        }
        return set;
    }

    private static void notProcessed(Findings findings, ReadingRules rules, String kind, SegmentCursor st) {
        if (rules.leniency().kept().contains(kind)) {
            findings.add(
                    Severity.NOTE,
                    "transaction-set-kept",
                    "",
                    st,
                    1,
                    "Transaction sets of this kind are accepted and filed away, as agreed.");
        } else {
            findings.add(
                    Severity.ERROR,
                    NOT_PROCESSED,
                    "AK502 1",
                    st,
                    1,
                    "Transaction sets of this kind are not processed. Do by hand what it asks for, or agree to file them"
                            + " away.");
        }
    }

    /** Problems of ST01 and ST02 have their own codes. */
    private static String ofHeader(SyntaxProblem problem) {
        return switch (problem.element()) {
            case 1 -> "AK502 6";
            case 2 -> "AK502 7";
            default -> problem.standardCode();
        };
    }

    private static Optional<ContentReader> reader(String transactionSetId, NamedRelease release, Findings findings) {
        return switch (transactionSetId) {
            case "810" -> Optional.of(new InvoiceReader(release, findings));
            case "855", "865" -> Optional.of(new OrderResponseReader(findings));
            case "856" -> Optional.of(new ShipNoticeReader(findings));
            case "824" -> Optional.of(new AdviceReader(findings));
            case "997", "999" -> Optional.of(new AcknowledgementReader(findings));
            case "850", "860" -> Optional.of(new CheckedOnly());
            default -> Optional.empty();
        };
    }

    /** ST03; empty if absent. */
    String guide() {
        return guide;
    }

    Findings findings() {
        return findings;
    }

    /** Takes a segment; where it belongs. */
    Place segment(SegmentCursor segment) {
        segments++;
        if (understood.isPresent() && segment.endOffset() - offset > largest) {
            tooLarge(segment);
        }
        if (segment.lowerCase()) {
            findings.warn("lower-case-tag", "", segment, 0, "A segment tag must be in upper case. Correct it.");
        }
        if (segment.written() > segment.elements()) {
            findings.add(
                    Severity.NOTE,
                    "trailing-separators",
                    "",
                    segment,
                    segment.written(),
                    "Omit empty elements at the end of a segment together with their separators.");
        }
        if (understood.isPresent()) {
            Understood set = understood.get();
            Place place = set.walk().place(segment);
            if (place.rule().isPresent()) {
                check(segment, place, place.rule().get());
            }
            if (guided.isPresent()) {
                guided.get().segment(segment, place, findings);
            }
            set.reader().segment(segment, place);
            return place;
        }
        if (segment.tag() == Tag.NONE) {
            findings.warn(
                    "segment-unknown",
                    "AK304 1",
                    segment,
                    0,
                    "A segment tag must have two or three characters. Check the preceding segment terminator.");
        }
        return Place.NOWHERE;
    }

    private void check(SegmentCursor segment, Place place, SegmentRule rule) {
        IntPredicate agreed = guided.isEmpty()
                ? SegmentCheck.NONE_AGREED
                : element -> guided.get().agreed(segment, place, element);
        check.check(segment, rule, agreed, dictionary, judged);
    }

    /** Stops processing the set, so that one set never exhausts memory; it is skipped to its end. */
    private void tooLarge(SegmentCursor segment) {
        understood = Optional.empty();
        findings.add(
                Severity.FATAL,
                "transaction-set-too-large",
                "",
                segment,
                0,
                "The transaction set exceeds the maximum of " + largest
                        + " bytes; the rest of it is skipped. Split it,"
                        + " or have the limit increased.");
    }

    /** Ends the set at its SE (codes of AK502: reference x12, section 9.4). */
    DecodedDocument end(SegmentCursor se) {
        segments++;
        // What it says is known although its envelope may not agree: a person may accept it all the same.
        Content content = content(se);
        String count = se.code(1);
        if (!ControlNumberRule.counts(count, segments)) {
            findings.add(
                    leniency.forgives(EnvelopePart.SE01) ? Severity.WARNING : Severity.ERROR,
                    "segment-count-wrong",
                    "AK502 4",
                    se,
                    1,
                    "SE01 states " + Findings.quoted(count) + ", but the set has " + segments
                            + " segments, ST and SE included.");
        }
        Match match = ControlNumberRule.compare(reference.transactionSetNumber(), se.code(2));
        if (match == Match.SAME_NUMBER) {
            findings.tolerate(
                    "control-number-spelling", "AK502 3", se, 2, "", "SE02 and ST02 differ in leading zeros only.");
        } else if (match == Match.DIFFERENT) {
            findings.add(
                    leniency.forgives(EnvelopePart.SE02) ? Severity.WARNING : Severity.ERROR,
                    "transaction-set-number-differs",
                    "AK502 3",
                    se,
                    2,
                    "SE02 differs from the control number in ST02, " + Findings.quoted(reference.transactionSetNumber())
                            + ".");
        }
        return document(content, se.endOffset());
    }

    /**
     * Ends the set where its SE should have been.
     *
     * @param at the segment that occurs there instead
     * @param end where the set ends in the file
     */
    DecodedDocument endWithoutTrailer(SegmentCursor at, long end) {
        findings.add(
                Severity.ERROR,
                "transaction-set-trailer-missing",
                "AK502 2",
                at,
                0,
                "The set with control number " + Findings.quoted(reference.transactionSetNumber())
                        + " has no SE before this point.");
        return document(content(at), end);
    }

    /**
     * Ends the set before a segment that is too long to be read.
     *
     * @param at the last segment that was read
     * @param end where it ends in the file
     */
    DecodedDocument endTooLong(SegmentCursor at, long end) {
        findings.add(
                Severity.ERROR,
                "segment-too-long",
                "AK502 2",
                at,
                0,
                "The set with control number " + Findings.quoted(reference.transactionSetNumber())
                        + " was not read to its end: the segment after this one is too long.");
        return document(content(at), end);
    }

    private Content content(SegmentCursor last) {
        if (understood.isPresent()) {
            understood.get().walk().finish(last);
            guided.ifPresent(guide -> guide.finish(last, findings));
            return understood.get().reader().finish(last);
        }
        return new Content.Opaque();
    }

    private DecodedDocument document(Content content, long end) {
        return new DecodedDocument(reference, content, findings.inOrder(), offset, Math.max(0, end - offset));
    }
}
