package io.mlconnector.x12.internal.explanation;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.x12.explanation.ExplainedElement;
import io.mlconnector.x12.explanation.ExplainedSegment;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.ElementRule;
import io.mlconnector.x12.internal.dictionary.ElementType;
import io.mlconnector.x12.internal.dictionary.Names;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds names, meanings and problems to a segment. */
final class SegmentReading {
    private SegmentReading() {}

    /**
     * The segment.
     *
     * @param file where it stands
     * @param dictionary of the release against which it was checked
     * @param problems that belong to it, those of its elements included
     */
    static ExplainedSegment of(
            RecordedSegment piece, FileText file, Dictionary dictionary, List<SyntaxProblem> problems) {
        SegmentRule rule = dictionary.segment(piece.tagNumber()).orElse(SegmentRule.NONE);
        List<ExplainedElement> elements = new ArrayList<>();
        int last = piece.texts().size();
        for (SyntaxProblem problem : problems) {
            last = Math.max(last, elementOf(piece, problem));
        }
        for (int i = 1; i <= last; i++) {
            int at = i;
            List<SyntaxProblem> own = problems.stream()
                    .filter(problem -> elementOf(piece, problem) == at)
                    .toList();
            if (!piece.text(i).isEmpty() || !own.isEmpty() || PasswordMask.hides(piece, i)) {
                elements.add(element(piece, rule, dictionary, i, own));
            }
        }
        return new ExplainedSegment(
                piece.tag(),
                Names.all().segment(piece.tag()).orElse(""),
                piece.position(),
                piece.inSet(),
                piece.offset(),
                piece.loop(),
                piece.whole(),
                file.written(piece),
                elements,
                problems.stream()
                        .filter(problem -> elementOf(piece, problem) == 0)
                        .toList());
    }

    /**
     * The element that a problem is about; 0 if it is about the segment, or about another one expected here.
     */
    private static int elementOf(RecordedSegment piece, SyntaxProblem problem) {
        return problem.segment().equals(piece.tag()) ? problem.element() : 0;
    }

    private static ExplainedElement element(
            RecordedSegment piece, SegmentRule rule, Dictionary dictionary, int i, List<SyntaxProblem> problems) {
        Optional<ElementRule> known = i <= rule.size() ? Optional.of(rule.element(i)) : Optional.empty();
        String text = piece.text(i);
        boolean hidden = PasswordMask.hides(piece, i) || PasswordMask.looksLikeHeader(text);
        String value = PasswordMask.hides(piece, i) ? "" : PasswordMask.shown(text);
        return new ExplainedElement(
                i,
                Names.all().element(piece.tag(), i).orElse(""),
                value,
                hidden,
                known.map(ElementRule::number).orElse(""),
                known.map(each -> each.type().name()).orElse(""),
                known.map(each -> Meaning.of(each, value)).orElse(""),
                hidden ? List.of() : components(piece, known, dictionary, i, problems),
                hidden
                        ? problems.stream().map(SegmentReading::masked).toList()
                        : problems.stream()
                                .filter(problem -> problem.component() == 0)
                                .toList());
    }

    /** A problem of an element that may hold a password, without any of its text. */
    private static SyntaxProblem masked(SyntaxProblem problem) {
        return problem.saying("", "This value may be a password of an ISA header and is not shown.");
    }

    private static List<ExplainedElement> components(
            RecordedSegment piece,
            Optional<ElementRule> known,
            Dictionary dictionary,
            int i,
            List<SyntaxProblem> problems) {
        boolean composite = known.filter(rule -> rule.type() == ElementType.C).isPresent();
        List<String> texts = i <= piece.components().size() ? piece.components().get(i - 1) : List.of();
        int last = texts.size();
        for (SyntaxProblem problem : problems) {
            last = Math.max(last, problem.component());
        }
        if (!composite && last < 2) {
            return List.of();
        }
        String number = known.map(ElementRule::number).orElse("");
        SegmentRule rule = dictionary.composite(number).orElse(SegmentRule.NONE);
        List<ExplainedElement> components = new ArrayList<>();
        for (int j = 1; j <= last; j++) {
            int at = j;
            String text = j <= texts.size() ? texts.get(j - 1) : "";
            List<SyntaxProblem> own = problems.stream()
                    .filter(problem -> problem.component() == at)
                    .toList();
            if (text.isEmpty() && own.isEmpty()) {
                continue;
            }
            Optional<ElementRule> part = j <= rule.size() ? Optional.of(rule.element(j)) : Optional.empty();
            components.add(new ExplainedElement(
                    j,
                    Names.all().element(number, j).orElse(""),
                    text,
                    false,
                    part.map(ElementRule::number).orElse(""),
                    part.map(each -> each.type().name()).orElse(""),
                    part.map(each -> Meaning.of(each, text)).orElse(""),
                    List.of(),
                    own));
        }
        return components;
    }
}
