package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.Loop;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.SourceText;
import io.mlconnector.x12.internal.syntax.Tag;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.SegmentCheck;
import io.mlconnector.x12.internal.validation.StructureWalk;
import java.util.List;
import java.util.Optional;

/**
 * Reads back what was written and checks it against the tables used for received documents: nothing is sent that we
 * would reject. Codes are not checked, since partners agree on their own codes.
 */
final class WrittenCheck {
    private static final int ST = Tag.of("ST");
    private static final int SE = Tag.of("SE");
    private static final int GS = Tag.of("GS");

    private WrittenCheck() {}

    /** What is wrong with an interchange of one set. */
    static List<SyntaxProblem> check(byte[] written) {
        SourceText source = SourceText.of(written);
        InterchangeHeader header = InterchangeHeader.at(source, 0)
                .filter(InterchangeHeader::exact)
                .orElseThrow(() -> new IllegalStateException("A header was written that cannot be read"));
        var findings = new Findings();
        var segment = new SegmentCursor(source, header, source.length(), 1);
        var check = new SegmentCheck();
        Dictionary dictionary = Dictionary.nearest("");
        Optional<StructureWalk> walk = Optional.empty();
        while (segment.next()) {
            if (segment.tag() == GS) {
                dictionary = Dictionary.nearest(segment.code(8));
            } else if (segment.tag() == ST) {
                segment.beginSet();
                Loop structure = dictionary.structure(segment.code(1)).orElseThrow();
                walk = Optional.of(new StructureWalk(dictionary, structure, findings));
            } else if (segment.tag() == SE) {
                walk.ifPresent(set -> set.finish(segment));
                walk = Optional.empty();
            }
            walk.ifPresent(set -> set.place(segment));
            dictionary.segment(segment.tag()).ifPresent(rule -> check.check(segment, rule, findings));
        }
        return findings.inOrder().stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .filter(problem -> !problem.code().equals("code-unknown"))
                .toList();
    }
}
