package io.mlconnector.x12.internal.explanation;

import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.mlconnector.x12.explanation.ExplainedGroup;
import io.mlconnector.x12.explanation.ExplainedInterchange;
import io.mlconnector.x12.explanation.ExplainedPart;
import io.mlconnector.x12.explanation.ExplainedSegment;
import io.mlconnector.x12.explanation.ExplainedSet;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.Names;
import io.mlconnector.x12.internal.envelope.FileReader;
import io.mlconnector.x12.internal.envelope.SegmentListener.Role;
import io.mlconnector.x12.internal.explanation.SegmentRecorder.RecordedInterchange;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Combines the segments that a listener recorded with the result of the reader. It is the regular reader, so that
 * the explanation never differs from the interpretation.
 */
public final class Explanation {
    private final FoundProblems problems;
    private final Iterator<DecodedDocument> documents;

    private final FileText file;

    private Explanation(FoundProblems problems, Iterator<DecodedDocument> documents, FileText file) {
        this.file = file;
        this.problems = problems;
        this.documents = documents;
    }

    /** Explains a file, whatever it is. */
    public static ExplainedFile of(byte[] file, ReadingRules.Book rules, int largestSet) {
        var seen = new SegmentRecorder();
        DecodedFile decoded = FileReader.read(file, rules, largestSet, seen);
        var problems = new FoundProblems(seen.interchanges(), decoded);
        Iterator<DecodedDocument> documents = decoded.documents().iterator();
        List<ExplainedInterchange> interchanges = new ArrayList<>();
        for (int i = 0; i < seen.interchanges().size(); i++) {
            RecordedInterchange one = seen.interchanges().get(i);
            interchanges.add(new Explanation(problems, documents, FileText.of(file, one))
                    .interchange(one, decoded.interchanges().get(i)));
        }
        return new ExplainedFile(interchanges, StrayByteFinder.in(file, seen.interchanges()), problems.ofNoSegment());
    }

    private ExplainedInterchange interchange(RecordedInterchange seen, ReceivedInterchange received) {
        List<ExplainedSegment> own = new ArrayList<>();
        List<ExplainedGroup> groups = new ArrayList<>();
        Dictionary envelope = Dictionary.nearest(received.version());
        own.add(segment(seen.header(), envelope));
        var group = new GroupDraft();
        Optional<SetDraft> set = Optional.empty();
        for (RecordedSegment piece : seen.pieces()) {
            Role role = piece.role().orElse(Role.BESIDE);
            boolean ends = role != Role.CONTENT && role != Role.SET_TRAILER && role != Role.CUT_OFF;
            if (set.isPresent() && ends && role != Role.BESIDE) {
                group.sets.add(set.get().set());
                set = Optional.empty();
            }
            switch (role) {
                case GROUP_HEADER -> {
                    group.endInto(groups);
                    group = new GroupDraft(piece);
                    group.segments.add(segment(piece, group.dictionary()));
                }
                case GROUP_TRAILER -> {
                    group.segments.add(segment(piece, group.dictionary()));
                    group.endInto(groups);
                    group = new GroupDraft();
                }
                case SET_HEADER -> set = Optional.of(new SetDraft(piece, documents.next()));
                case CONTENT -> set.orElseThrow().parts.add(piece, segmentOf(set.orElseThrow(), piece));
                case SET_TRAILER -> {
                    set.orElseThrow().parts.add(piece, segmentOf(set.orElseThrow(), piece));
                    group.sets.add(set.orElseThrow().set());
                    set = Optional.empty();
                }
                case INTERCHANGE_TRAILER -> {
                    group.endInto(groups);
                    group = new GroupDraft();
                    own.add(segment(piece, envelope));
                }
                case BESIDE -> (group.present() ? group.segments : own).add(segment(piece, envelope));
                case CUT_OFF -> {
                    if (set.isPresent()) {
                        set.get().parts.add(piece, segmentOf(set.get(), piece));
                    } else {
                        (group.present() ? group.segments : own).add(segment(piece, envelope));
                    }
                }
            }
        }
        if (set.isPresent()) {
            group.sets.add(set.get().set());
        }
        group.endInto(groups);
        return new ExplainedInterchange(
                received.sender().toString(),
                received.receiver().toString(),
                received.number(),
                seen.header().offset(),
                received.complete(),
                own,
                groups);
    }

    private ExplainedSegment segment(RecordedSegment piece, Dictionary dictionary) {
        return SegmentReading.of(piece, file, dictionary, problems.of(piece));
    }

    private ExplainedSegment segmentOf(SetDraft set, RecordedSegment piece) {
        return segment(piece, set.dictionary);
    }

    private static final class GroupDraft {
        private final Optional<RecordedSegment> header;
        private final List<ExplainedSegment> segments = new ArrayList<>();
        private final List<ExplainedSet> sets = new ArrayList<>();

        GroupDraft() {
            this.header = Optional.empty();
        }

        GroupDraft(RecordedSegment header) {
            this.header = Optional.of(header);
        }

        boolean present() {
            return header.isPresent();
        }

        private String element(int number) {
            return header.map(gs -> gs.text(number).strip()).orElse("");
        }

        Dictionary dictionary() {
            return Dictionary.nearest(element(8));
        }

        void endInto(List<ExplainedGroup> groups) {
            if (present() || !sets.isEmpty()) {
                groups.add(new ExplainedGroup(element(1), element(6), element(8), segments, sets));
            }
        }
    }

    private final class SetDraft {
        private final DecodedDocument document;
        private final Dictionary dictionary;
        private final LoopTree parts = new LoopTree();

        SetDraft(RecordedSegment st, DecodedDocument document) {
            this.document = document;
            this.dictionary = Dictionary.nearest(document.reference().version());
            parts.add(st, segment(st, dictionary));
        }

        ExplainedSet set() {
            String id = document.reference().transactionSetId();
            List<ExplainedPart> all = parts.parts();
            List<ExplainedSegment> segments =
                    all.stream().flatMap(ExplainedPart::segments).toList();
            return new ExplainedSet(
                    id,
                    Names.all().code("143", id).orElse(""),
                    document.reference().transactionSetNumber(),
                    document.reference().version(),
                    dictionary.release().version(),
                    dictionary.structure(id).isPresent(),
                    document.usable(),
                    all,
                    Totals.of(document, segments));
        }
    }

    /** Assigns each problem to the segment that contains its position. */
    private static final class FoundProblems {
        private final TreeMap<Long, RecordedSegment> byOffset = new TreeMap<>();
        private final IdentityHashMap<RecordedSegment, List<SyntaxProblem>> ofPieces = new IdentityHashMap<>();
        private final List<SyntaxProblem> ofNoSegment = new ArrayList<>();

        FoundProblems(List<RecordedInterchange> interchanges, DecodedFile decoded) {
            for (RecordedInterchange interchange : interchanges) {
                byOffset.put(interchange.header().offset(), interchange.header());
                interchange.pieces().forEach(piece -> byOffset.put(piece.offset(), piece));
            }
            decoded.problems().forEach(this::sort);
            decoded.documents().forEach(document -> document.problems().forEach(this::sort));
        }

        private void sort(SyntaxProblem problem) {
            var before = byOffset.floorEntry(problem.offset());
            if (before == null
                    || problem.segment().isEmpty()
                    || before.getValue().end() <= problem.offset()) {
                ofNoSegment.add(problem);
            } else {
                ofPieces.computeIfAbsent(before.getValue(), piece -> new ArrayList<>())
                        .add(problem);
            }
        }

        List<SyntaxProblem> of(RecordedSegment piece) {
            return ofPieces.getOrDefault(piece, List.of());
        }

        List<SyntaxProblem> ofNoSegment() {
            return ofNoSegment;
        }
    }
}
