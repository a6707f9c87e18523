package io.mlconnector.domain.answering.acknowledgement;

import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedTransactionSet;
import io.mlconnector.domain.interchange.SyntaxProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a 997 says of a group (reference x12, sections 9.2 to 9.4). A set is rejected if it cannot be used, and accepted
 * with errors if it can but breaks a rule of the standard.
 */
public final class GroupAcknowledgements {
    private static final String SEGMENT = "AK304 ";
    private static final String ELEMENT = "AK403 ";
    private static final String SET = "AK502 ";
    private static final String GROUP = "AK905 ";

    /** Data element 718: one or more segments in error. */
    private static final String SEGMENTS_IN_ERROR = "5";

    private static final int MOST_ERRORS = 5;

    /** Of larger groups only the sets that are not accepted as they are get an AK2, which the standard leaves optional. */
    static final int MOST_ACCEPTED_SETS = 5_000;

    private static final int MOST_ELEMENTS = 99;

    private GroupAcknowledgements() {}

    /** The answer to a group. */
    public static GroupAcknowledgement of(ReceivedGroup group) {
        List<SetAcknowledgement> sets =
                group.sets().stream().map(GroupAcknowledgements::of).toList();
        int accepted = (int) sets.stream()
                .filter(set -> set.verdict() != AcknowledgementCode.REJECTED)
                .count();
        List<String> errors = codes(group.problems(), GROUP);
        return new GroupAcknowledgement(
                group.code(),
                group.number(),
                group.version(),
                declared(group.declaredSets()).orElse((long) sets.size()),
                sets.size(),
                accepted,
                verdict(sets, accepted, errors),
                errors,
                sets.size() <= MOST_ACCEPTED_SETS
                        ? sets
                        : sets.stream()
                                .filter(set -> set.verdict() != AcknowledgementCode.ACCEPTED)
                                .toList());
    }

    private static Optional<Long> declared(String written) {
        boolean number = !written.isEmpty()
                && written.length() <= 6
                && written.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? Optional.of(Long.parseLong(written)) : Optional.empty();
    }

    private static AcknowledgementCode verdict(List<SetAcknowledgement> sets, int accepted, List<String> errors) {
        if (accepted < sets.size()) {
            return accepted == 0 ? AcknowledgementCode.REJECTED : AcknowledgementCode.PARTLY_ACCEPTED;
        }
        boolean clean =
                errors.isEmpty() && sets.stream().allMatch(set -> set.verdict() == AcknowledgementCode.ACCEPTED);
        return clean ? AcknowledgementCode.ACCEPTED : AcknowledgementCode.ACCEPTED_WITH_ERRORS;
    }

    private static SetAcknowledgement of(ReceivedTransactionSet set) {
        List<SegmentError> segments = segments(set.problems());
        Set<String> errors = new LinkedHashSet<>(codes(set.problems(), SET));
        if (!segments.isEmpty()) {
            errors.add(SEGMENTS_IN_ERROR);
        }
        AcknowledgementCode verdict = !set.usable()
                ? AcknowledgementCode.REJECTED
                : errors.isEmpty() ? AcknowledgementCode.ACCEPTED : AcknowledgementCode.ACCEPTED_WITH_ERRORS;
        // A set that is rejected for what the standard has no code for is at least in error.
        if (verdict == AcknowledgementCode.REJECTED && errors.isEmpty()) {
            errors.add(SEGMENTS_IN_ERROR);
        }
        return new SetAcknowledgement(
                set.id(),
                set.number(),
                set.guide(),
                verdict,
                errors.stream().limit(MOST_ERRORS).toList(),
                segments);
    }

    private static List<String> codes(List<SyntaxProblem> problems, String prefix) {
        return problems.stream()
                .map(SyntaxProblem::standardCode)
                .filter(code -> code.startsWith(prefix))
                .map(code -> code.substring(prefix.length()))
                .distinct()
                .limit(MOST_ERRORS)
                .toList();
    }

    /** One AK3 for each error of a segment itself, and one for all errors of its elements. */
    private static List<SegmentError> segments(List<SyntaxProblem> problems) {
        Map<String, SegmentError> found = new LinkedHashMap<>();
        for (SyntaxProblem problem : problems) {
            String code = problem.standardCode();
            if (code.startsWith(SEGMENT)) {
                put(found, problem, code.substring(SEGMENT.length()), List.of());
            } else if (code.startsWith(ELEMENT)) {
                put(
                        found,
                        problem,
                        SegmentError.HAS_ELEMENT_ERRORS,
                        List.of(new ElementError(
                                problem.element(),
                                problem.component(),
                                code.substring(ELEMENT.length()),
                                problem.text())));
            }
        }
        return List.copyOf(found.values());
    }

    private static void put(
            Map<String, SegmentError> found, SyntaxProblem problem, String code, List<ElementError> elements) {
        String key = problem.segmentInSet() + " " + problem.segment() + " " + code;
        SegmentError known = found.get(key);
        List<ElementError> all = new ArrayList<>(known == null ? List.of() : known.elements());
        for (ElementError element : elements) {
            if (all.size() < MOST_ELEMENTS && !all.contains(element)) {
                all.add(element);
            }
        }
        found.put(key, new SegmentError(problem.segment(), problem.segmentInSet(), code, all));
    }
}
