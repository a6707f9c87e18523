package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.ReceivedTransactionSet;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.envelope.SegmentListener.Role;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.SegmentCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one interchange: groups, transaction sets, trailers. Used for one interchange. */
final class InterchangeReader {
    private static final int GS = Tag.of("GS");
    private static final int GE = Tag.of("GE");
    private static final int ST = Tag.of("ST");
    private static final int SE = Tag.of("SE");
    private static final int TA1 = Tag.of("TA1");
    private static final int IEA = Tag.of("IEA");
    private static final int MOST_PROBLEMS = 20_000;

    private final InterchangeHeader header;
    private final SegmentCursor segment;
    private final Findings findings;
    private final Consumer<SyntaxProblem> wider;
    private final SegmentCheck check = new SegmentCheck();
    private final ReadingRules.Book rules;
    private final int largestSet;
    private final DocumentSink sink;
    private final SegmentListener listener;
    private final Leniency leniency;
    private final EnvelopeReferences references;
    private final GroupHeaderCheck groupHeaders;
    private final InterchangeTrailer trailer;
    private final Recovery recovery;
    private final List<InterchangeAcknowledgement> acknowledgements = new ArrayList<>();
    private final List<ReceivedGroup> received = new ArrayList<>();
    private Group group = Group.none();
    private Optional<TransactionSet> open = Optional.empty();
    private int groups;
    private int kept;
    private boolean complete;

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
        this.leniency = rules.of(EnvelopeReferences.interchange(header)).leniency();
        this.references = new EnvelopeReferences(header);
        this.groupHeaders = new GroupHeaderCheck(segment, check);
        this.trailer = new InterchangeTrailer(header, segment, findings, leniency);
        this.recovery = new Recovery(header, segment, findings, sink);
    }

    /** Reads up to IEA or to the end of what there is. */
    void read() {
        long end = segment.endOffset();
        while (!complete && segment.next()) {
            trailer.endBehindNumber();
            if (!segment.terminated() && !trailer.isComplete()) {
                seen(Role.CUT_OFF);
                break;
            }
            dispatch(end);
            end = segment.endOffset();
        }
        if (segment.overlong()) {
            recovery.segmentTooLong(largestSet);
        }
        if (!complete && segment.overlong() && open.isPresent()) {
            keep(open.get(), open.get().endTooLong(segment, end));
        } else if (!complete) {
            endSetWithoutTrailer(end);
        }
        closeGroup();
        recovery.tellUnread();
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
                EnvelopeReferences.usage(header),
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
            recovery.skip(tag);
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

    private void beginGroup() {
        closeGroup();
        groups++;
        group = Group.begin(
                segment,
                new Findings(wider),
                rules.of(references.group(segment)).leniency());
        references.within(group);
        groupHeaders.check(group);
    }

    private void endGroup() {
        if (!group.present()) {
            recovery.trailerOfNoGroup();
            return;
        }
        group.end(segment);
        closeGroup();
    }

    private void endGroupWithoutTrailer() {
        if (group.present()) {
            recovery.groupWithoutTrailer(group);
            closeGroup();
        }
    }

    private void closeGroup() {
        if (group.told()) {
            received.add(group.received());
        }
        group = Group.none();
        references.within(group);
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
        EnvelopeReference reference = references.set(segment, group, setId, number);
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
            recovery.trailerOfNoSet(group);
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
        trailer.check(groups);
    }
}
