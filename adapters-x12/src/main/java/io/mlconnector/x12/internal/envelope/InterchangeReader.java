package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.ReceivedTransactionSet;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.ports.edi.UnreadBytes;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.NamedRelease;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.envelope.ControlNumberRule.Match;
import io.mlconnector.x12.internal.envelope.SegmentListener.Role;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.SegmentCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads one interchange: groups, transaction sets, trailers. Used for one interchange. */
final class InterchangeReader {
    private static final int GS = Tag.of("GS");
    private static final int GE = Tag.of("GE");
    private static final int ST = Tag.of("ST");
    private static final int SE = Tag.of("SE");
    private static final int TA1 = Tag.of("TA1");
    private static final int IEA = Tag.of("IEA");
    /** How many digits ISA13 and IEA02 have. */
    private static final int CONTROL_NUMBER = 9;

    private static final int MOST_PROBLEMS = 20_000;

    /** So many bytes between two segments, such as line ends, do not part what belongs together. */
    private static final int FILLER = 4;

    private static final Set<Integer> BESIDE_GROUPS = Set.of(Tag.of("ISB"), Tag.of("ISE"));

    private final InterchangeHeader header;
    private final SegmentCursor segment;
    private final Findings findings;
    private final Consumer<SyntaxProblem> wider;
    private final SegmentCheck check = new SegmentCheck();
    private final ReadingRules.Book rules;
    private final int largestSet;
    private final DocumentSink sink;
    private final SegmentListener listener;
    private final Usage usage;
    private final Set<String> groupNumbers = new HashSet<>();
    private final List<InterchangeAcknowledgement> acknowledgements = new ArrayList<>();
    private final List<ReceivedGroup> received = new ArrayList<>();
    private Group group = Group.none();
    private InterchangeAddress sender;
    private InterchangeAddress receiver;
    private Optional<TransactionSet> open = Optional.empty();
    private int groups;
    private int kept;
    private long unreadFrom = -1;
    private long unreadTo = -1;
    private final Leniency leniency;
    private boolean complete;
    private boolean textBehind;

    /**
     * A reader of one interchange.
     *
     * @param findings receives the problems of ISA and IEA and between the groups
     * @param wider receives the problems of a group
     * @param largestSet how many bytes a transaction set may have
     */
    InterchangeReader(
            InterchangeHeader header,
            SegmentCursor segment,
            Findings findings,
            Consumer<SyntaxProblem> wider,
            ReadingRules.Book rules,
            int largestSet,
            DocumentSink sink,
            SegmentListener listener) {
        this.rules = rules;
        this.largestSet = largestSet;
        this.sink = sink;
        this.listener = listener;
        this.header = header;
        this.segment = segment;
        this.findings = findings;
        this.wider = wider;
        this.usage = usage(header);
        this.leniency = rules.of(reference(header)).leniency();
        this.sender = sender();
        this.receiver = receiver();
    }

    /** Reads up to IEA or to the end of what there is. */
    void read() {
        long end = segment.endOffset();
        while (!complete && segment.next()) {
            endBehindNumber();
            if (!segment.terminated() && !isCompleteTrailer()) {
                seen(Role.CUT_OFF);
                break;
            }
            dispatch(end);
            end = segment.endOffset();
        }
        if (segment.overlong()) {
            overlong();
        }
        if (!complete && segment.overlong() && open.isPresent()) {
            keep(open.get(), open.get().endTooLong(segment, end));
        } else if (!complete) {
            endSetWithoutTrailer(end);
        }
        closeGroup();
        tellUnread();
    }

    private void overlong() {
        findings.add(new SyntaxProblem(
                "segment-too-long",
                Severity.FATAL,
                "TA105 022",
                "",
                segment.inFile() + 1,
                0,
                0,
                0,
                segment.endOffset(),
                "",
                "The segment after this one is too long: it has more than the " + largestSet
                        + " bytes allowed for a transaction set. Its terminator may be missing. Ask the partner to"
                        + " send it again."));
    }

    /** Whether IEA was received: otherwise the interchange is not processed. */
    boolean complete() {
        return complete;
    }

    /** The envelope as it was received. */
    ReceivedInterchange received() {
        return new ReceivedInterchange(
                new InterchangeAddress(header.element(5), header.element(6), ""),
                new InterchangeAddress(header.element(7), header.element(8), ""),
                header.element(13),
                header.element(9),
                header.element(10),
                header.element(12),
                usage,
                header.element(14),
                complete,
                findings.inOrder(),
                acknowledgements,
                received);
    }

    private void dispatch(long endOfPrevious) {
        int tag = segment.tag();
        if (tag == ST || tag == SE || tag == GS || tag == GE) {
            separate(tag);
        }
        if (tag == ST) {
            endSetWithoutTrailer(endOfPrevious);
            beginSet();
            seen(Role.SET_HEADER);
        } else if (tag == SE) {
            seen(open.isPresent() ? Role.SET_TRAILER : Role.BESIDE);
            endSet();
        } else if (tag == GS) {
            endSetWithoutTrailer(endOfPrevious);
            endGroupWithoutTrailer();
            beginGroup();
            seen(Role.GROUP_HEADER);
        } else if (tag == GE) {
            endSetWithoutTrailer(endOfPrevious);
            seen(group.present() ? Role.GROUP_TRAILER : Role.BESIDE);
            endGroup();
        } else if (tag == IEA) {
            endSetWithoutTrailer(endOfPrevious);
            endGroupWithoutTrailer();
            seen(Role.INTERCHANGE_TRAILER);
            endInterchange();
        } else if (open.isPresent()) {
            listener.segment(segment, Role.CONTENT, open.get().segment(segment));
        } else if (tag == TA1) {
            seen(Role.BESIDE);
            acknowledgement();
        } else {
            seen(Role.BESIDE);
            beside(tag);
        }
    }

    private void separate(int tag) {
        Dictionary dictionary = Dictionary.nearest(tag == GS ? segment.code(8) : group.version());
        SegmentRule rule = dictionary.segment(tag).orElse(SegmentRule.NONE);
        if (segment.elements() > rule.size()) {
            check.separate(segment, rule, dictionary, findings);
        }
    }

    private void seen(Role role) {
        listener.segment(segment, role, Place.NOWHERE);
    }

    /** Nothing takes this segment: what stands next to it is told with it. */
    private void unread() {
        if (segment.offset() > unreadTo + FILLER) {
            tellUnread();
            unreadFrom = segment.offset();
        }
        unreadTo = segment.endOffset();
    }

    private void tellUnread() {
        if (unreadFrom >= 0 && unreadTo > unreadFrom) {
            sink.unread(new UnreadBytes(
                    unreadFrom,
                    unreadTo - unreadFrom,
                    "In interchange " + Findings.quoted(header.element(13))
                            + " they are outside of any transaction set: an ST or GS may be missing or damaged."));
        }
        unreadFrom = -1;
        unreadTo = -1;
    }

    private void beside(int tag) {
        if (!BESIDE_GROUPS.contains(tag)) {
            unread();
            findings.warn(
                    "segment-outside-transaction-set",
                    "TA105 022",
                    segment,
                    0,
                    "The segment is outside of any transaction set and was skipped.");
        }
    }

    /** Without a terminator the segment may have been truncated, unless its control number is complete. */
    private boolean isCompleteTrailer() {
        String number = segment.code(2);
        return segment.tag() == IEA
                && !segment.isEmpty(1)
                && ((number.length() == CONTROL_NUMBER && ControlNumberRule.isNumber(number))
                        || ControlNumberRule.compare(header.element(13), number) != Match.DIFFERENT);
    }

    /**
     * Text behind a trailer without a terminator, such as the last lines of a mail, is none of its own: the trailer ends
     * with the number of the interchange, in the spelling of ISA13.
     */
    private void endBehindNumber() {
        String number = header.element(13);
        if (segment.tag() != IEA || segment.isEmpty(1) || segment.isEmpty(2) || number.isEmpty()) {
            return;
        }
        int end = segment.from(2) + number.length();
        boolean numbered = end < segment.to(2) && segment.text(2).startsWith(number);
        if (numbered && (segment.terminated() ? lineEnd(end) : !digit(end))) {
            segment.cut(2, end);
            textBehind = true;
        }
    }

    private boolean lineEnd(int position) {
        return segment.at(position) == '\n' || segment.at(position) == '\r';
    }

    private boolean digit(int position) {
        return segment.at(position) >= '0' && segment.at(position) <= '9';
    }

    private void beginGroup() {
        closeGroup();
        groups++;
        group = Group.begin(
                segment, new Findings(wider), rules.of(groupReference(segment)).leniency());
        sender = sender();
        receiver = receiver();
        NamedRelease release = NamedRelease.of(group.version());
        var inGroupHeader = new Findings();
        Dictionary.nearest(release).segment(GS).ifPresent(rule -> check.check(segment, rule, inGroupHeader));
        inGroupHeader.inOrder().stream()
                .filter(problem -> !excused(problem, release))
                .forEach(problem -> group.findings()
                        .add(problem.weighing(problem.severity(), problem.element() == 6 ? "AK905 6" : "TA105 024")));
        if (!group.code().isEmpty() && !GroupCode.known(group.code(), release)) {
            group.findings()
                    .warn(
                            "group-code-unknown",
                            "AK905 1",
                            segment,
                            1,
                            "GS01 is " + Findings.quoted(group.code())
                                    + ", which the standard does not define. Send IN for invoices.");
        }
        if (!ReceivedGroup.answerable(group.code(), group.number())) {
            group.findings()
                    .add(
                            group.weight(EnvelopePart.GS),
                            "group-header-unreadable",
                            "TA105 024",
                            segment,
                            0,
                            "GS01 must be a code of two characters and GS06 a number of up to nine digits; a 997 has to"
                                    + " repeat both. Correct the GS and send the group again.");
        }
        if (!groupNumbers.add(group.code() + " " + group.number())) {
            group.findings()
                    .warn(
                            "group-number-repeated",
                            "AK905 19",
                            segment,
                            6,
                            "This group control number was already used in the same interchange.");
        }
    }

    /** Dates of six digits are right in their releases; that a group code is unknown is told with a code of its own. */
    private static boolean excused(SyntaxProblem problem, NamedRelease release) {
        return (problem.code().equals("date-short") && release.shortDates())
                || problem.code().equals("code-unknown");
    }

    private void endGroup() {
        if (!group.present()) {
            unread();
            findings.warn("group-header-missing", "TA105 022", segment, 0, "GE without a preceding GS; skipped.");
            return;
        }
        group.end(segment);
        closeGroup();
    }

    private void endGroupWithoutTrailer() {
        if (group.present()) {
            group.findings()
                    .add(
                            group.weight(EnvelopePart.GE),
                            "group-trailer-missing",
                            "AK905 3",
                            segment,
                            0,
                            "The group with control number " + Findings.quoted(group.number())
                                    + " has no GE before this point.");
            closeGroup();
        }
    }

    private void closeGroup() {
        if (group.told()) {
            received.add(group.received());
        }
        group = Group.none();
        sender = sender();
        receiver = receiver();
    }

    private InterchangeAddress sender() {
        return new InterchangeAddress(header.element(5), header.element(6), group.sender());
    }

    private InterchangeAddress receiver() {
        return new InterchangeAddress(header.element(7), header.element(8), group.receiver());
    }

    /** A TA1: the partner's acknowledgement of an interchange that we sent. */
    private void acknowledgement() {
        var inSegment = new Findings();
        Dictionary.nearest("").segment(TA1).ifPresent(rule -> check.check(segment, rule, inSegment));
        findings.addAll(inSegment, problem -> "TA105 022");
        String verdict = segment.code(4).toUpperCase(Locale.ROOT);
        acknowledgements.add(new InterchangeAcknowledgement(
                segment.code(1), segment.code(2), segment.code(3), verdict, segment.code(5)));
    }

    private void beginSet() {
        segment.beginSet();
        String setId = segment.code(1);
        String number = segment.code(2);
        EnvelopeReference reference = reference(setId, number);
        var set = TransactionSet.begin(reference, rules.of(reference), check, largestSet, segment);
        if (!group.present()) {
            group.headless(segment, leniency);
            set.findings()
                    .warn(
                            "group-missing",
                            "TA105 022",
                            segment,
                            0,
                            "The transaction set is outside of any functional group. Send it within GS and GE.");
        } else if (!GroupCode.allows(group.code(), setId)) {
            boolean newer =
                    Dictionary.nearest(group.version()).release().version().equals("005010");
            set.findings()
                    .warn(
                            "set-not-in-group",
                            newer ? "AK502 18" : "AK502 6",
                            segment,
                            1,
                            "A group with GS01 " + Findings.quoted(group.code())
                                    + " must not contain transaction sets of this kind.");
        }
        if (!group.count(number)) {
            set.findings()
                    .warn(
                            "transaction-set-number-repeated",
                            "AK502 23",
                            segment,
                            2,
                            "This transaction set control number was already used in the same functional group.");
        }
        open = Optional.of(set);
    }

    private void endSet() {
        if (open.isEmpty()) {
            unread();
            findings.warn(
                    "transaction-set-header-missing", "TA105 022", segment, 0, "SE without a preceding ST; skipped.");
            if (group.present()) {
                group.findings()
                        .add(
                                Severity.ERROR,
                                "transaction-set-lost",
                                "AK905 5",
                                segment,
                                0,
                                "A transaction set of this group has no ST, so that it could not be read. Send the"
                                        + " group again.");
            }
            return;
        }
        keep(open.get(), open.get().end(segment));
    }

    private void endSetWithoutTrailer(long endOfPrevious) {
        if (open.isPresent()) {
            keep(open.get(), open.get().endWithoutTrailer(segment, endOfPrevious));
        }
    }

    private void keep(TransactionSet set, DecodedDocument document) {
        sink.document(document);
        group.add(new ReceivedTransactionSet(
                document.reference().transactionSetId(),
                document.reference().transactionSetNumber(),
                set.guide(),
                bounded(document.problems())));
        open = Optional.empty();
    }

    /**
     * Of an interchange full of problems the most severe of each further set is kept for the acknowledgement, to bound
     * memory.
     */
    private List<SyntaxProblem> bounded(List<SyntaxProblem> problems) {
        kept += problems.size();
        return kept <= MOST_PROBLEMS
                ? problems
                : problems.stream()
                        .max(Comparator.comparing(SyntaxProblem::severity))
                        .map(List::of)
                        .orElse(List.of());
    }

    private void endInterchange() {
        complete = true;
        if (!ControlNumberRule.counts(segment.code(1), groups)) {
            findings.add(
                    leniency.forgives(EnvelopePart.IEA01) ? Severity.WARNING : Severity.ERROR,
                    "group-count-wrong",
                    "TA105 021",
                    segment,
                    1,
                    "IEA01 states " + Findings.quoted(segment.code(1)) + ", but the interchange contains " + groups
                            + " functional groups.");
        }
        Match match = ControlNumberRule.compare(header.element(13), segment.code(2));
        if (match == Match.DIFFERENT) {
            findings.add(
                    leniency.forgives(EnvelopePart.IEA02) ? Severity.WARNING : Severity.ERROR,
                    "interchange-number-differs",
                    "TA105 001",
                    segment,
                    2,
                    "IEA02 differs from the interchange control number in ISA13, " + Findings.quoted(header.element(13))
                            + ".");
        } else if (match == Match.SAME_NUMBER) {
            findings.note("control-number-spelling", segment, 2, "IEA02 and ISA13 differ in leading zeros only.");
        }
        if (!segment.terminated() || textBehind) {
            findings.add(Severity.NOTE, "terminator-missing", "", segment, 0, "The last segment has no terminator.");
        }
    }

    private EnvelopeReference reference(String setId, String number) {
        String guide = segment.code(3);
        boolean namesRelease = guide.length() >= 6 && ControlNumberRule.isNumber(guide.substring(0, 6));
        return new EnvelopeReference(
                sender,
                receiver,
                header.element(13),
                group.number(),
                number,
                group.code(),
                setId,
                namesRelease ? guide : group.version(),
                usage);
    }

    /** An interchange as such, for the rules of its sender. */
    static EnvelopeReference reference(InterchangeHeader header) {
        return new EnvelopeReference(
                new InterchangeAddress(header.element(5), header.element(6), ""),
                new InterchangeAddress(header.element(7), header.element(8), ""),
                header.element(13),
                "",
                "",
                "",
                "",
                "",
                usage(header));
    }

    /** A group as such, for the rules of its sender. */
    private EnvelopeReference groupReference(SegmentCursor gs) {
        return new EnvelopeReference(
                new InterchangeAddress(header.element(5), header.element(6), gs.code(2)),
                new InterchangeAddress(header.element(7), header.element(8), gs.code(3)),
                header.element(13),
                gs.code(6),
                "",
                gs.code(1),
                "",
                gs.code(8),
                usage);
    }

    private static Usage usage(InterchangeHeader header) {
        return switch (header.element(15).toUpperCase(Locale.ROOT)) {
            case "P" -> Usage.PRODUCTION;
            case "I" -> Usage.INFORMATION;
            default -> Usage.TEST;
        };
    }
}
