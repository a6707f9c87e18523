package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.NamedRelease;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.SegmentCheck;
import java.util.HashSet;
import java.util.Set;

/** What is wrong with the GS of the groups of one interchange. */
final class GroupHeaderCheck {
    private static final int GS = Tag.of("GS");

    private final SegmentCursor segment;
    private final SegmentCheck check;
    private final Set<String> groupNumbers = new HashSet<>();

    GroupHeaderCheck(SegmentCursor segment, SegmentCheck check) {
        this.segment = segment;
        this.check = check;
    }

    /** Checks the present segment, which began the group, and adds what is found to the findings of the group. */
    void check(Group group) {
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
}
