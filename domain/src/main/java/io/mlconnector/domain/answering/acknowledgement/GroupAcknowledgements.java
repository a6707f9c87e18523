package io.mlconnector.domain.answering.acknowledgement;

import io.mlconnector.domain.interchange.EnvelopeVerdicts;
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

    /** Data element 716: the group, or its release, is not supported. */
    private static final Set<String> NOT_SUPPORTED = Set.of("1", "2");

    private static final int MOST_ERRORS = 5;

    /** Of larger groups only the sets that are not accepted as they are get an AK2, which the standard leaves optional. */
    static final int MOST_ACCEPTED_SETS = 5_000;

    private static final int MOST_ELEMENTS = 99;

    private GroupAcknowledgements() {}

    /** The answer to a group. */
    public static GroupAcknowledgement of(ReceivedGroup group) {
        return of(group, false);
    }

    /**
     * The answer to a group of an interchange.
     *
     * @param rejected whether the interchange is rejected: then nothing of the group was processed
     */
    static GroupAcknowledgement of(ReceivedGroup group, boolean rejected) {
        boolean unprocessed = rejected || EnvelopeVerdicts.of(group).isPresent();
        List<SetAcknowledgement> sets =
                group.sets().stream().map(set -> of(set, unprocessed)).toList();
        int accepted = (int) sets.stream()
                .filter(set -> set.verdict() != AcknowledgementCode.REJECTED)
                .count();
        AcknowledgementCode verdict = unprocessed ? AcknowledgementCode.REJECTED : verdict(group, sets, accepted);
        return new GroupAcknowledgement(
                group.code(),
                group.number(),
                group.version(),
                declared(group.declaredSets()).orElse((long) sets.size()),
                sets.size(),
                accepted,
                verdict,
                errors(group, verdict),
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

    /** What is told as not supported is not accepted: whoever accepts it all the same has nothing to say about it. */
    private static List<String> errors(ReceivedGroup group, AcknowledgementCode verdict) {
        boolean taken = verdict == AcknowledgementCode.ACCEPTED || verdict == AcknowledgementCode.ACCEPTED_WITH_ERRORS;
        return codes(group.problems(), GROUP).stream()
                .filter(code -> !taken || !NOT_SUPPORTED.contains(code))
                .toList();
    }

    private static AcknowledgementCode verdict(ReceivedGroup group, List<SetAcknowledgement> sets, int accepted) {
        if (accepted < sets.size()) {
            return accepted == 0 ? AcknowledgementCode.REJECTED : AcknowledgementCode.PARTLY_ACCEPTED;
        }
        boolean clean = codes(group.problems(), GROUP).isEmpty()
                && sets.stream().allMatch(set -> set.verdict() == AcknowledgementCode.ACCEPTED);
        return clean ? AcknowledgementCode.ACCEPTED : AcknowledgementCode.ACCEPTED_WITH_ERRORS;
    }

    private static SetAcknowledgement of(ReceivedTransactionSet set, boolean unprocessed) {
        List<SegmentError> segments = segments(set.problems());
        Set<String> errors = new LinkedHashSet<>(codes(set.problems(), SET));
        if (!segments.isEmpty()) {
            errors.add(SEGMENTS_IN_ERROR);
        }
        AcknowledgementCode verdict = unprocessed || !set.usable()
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
