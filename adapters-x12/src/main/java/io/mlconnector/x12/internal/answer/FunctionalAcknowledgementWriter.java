package io.mlconnector.x12.internal.answer;

import io.mlconnector.domain.answering.acknowledgement.ElementError;
import io.mlconnector.domain.answering.acknowledgement.GroupAcknowledgement;
import io.mlconnector.domain.answering.acknowledgement.SegmentError;
import io.mlconnector.domain.answering.acknowledgement.SetAcknowledgement;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.ElementRule;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes one 997 (reference x12, sections 9.2 and 9.3). Values of the sender are echoed unchanged where the standard
 * allows it; an unreadable acknowledgement would be useless.
 */
final class FunctionalAcknowledgementWriter {
    private static final Pattern GROUP_NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern SET_ID = Pattern.compile("[A-Za-z0-9]{3}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final int LONGEST_SET_NUMBER = 9;
    private static final int SHORTEST_SET_NUMBER = 4;
    private static final int LONGEST_VALUE = 99;
    private static final int LONGEST_TAG = 3;
    private static final int LONGEST_GUIDE = 35;
    private static final int LONGEST_VERSION = 12;
    private static final int LARGEST_COUNT = 999_999;

    private final AnswerText out;
    private final AnswerProblems problems;

    FunctionalAcknowledgementWriter(AnswerText out, AnswerProblems problems) {
        this.out = out;
        this.problems = problems;
    }

    /** Whether a group can be acknowledged: AK1 requires its code and its number. */
    static boolean writable(GroupAcknowledgement group) {
        return group.code().length() == 2
                && GROUP_NUMBER.matcher(group.number()).matches();
    }

    void write(GroupAcknowledgement group) {
        Dictionary dictionary = Dictionary.nearest(group.version());
        out.openSet("997");
        out.segment("AK1", group.code(), group.number(), out.newer() ? optional(group.version(), LONGEST_VERSION) : "");
        for (SetAcknowledgement set : group.sets()) {
            write(set, dictionary);
        }
        verdict(group);
        out.closeSet();
    }

    private void write(SetAcknowledgement set, Dictionary dictionary) {
        Optional<String> number = number(set.number());
        if (!SET_ID.matcher(set.id()).matches() || number.isEmpty()) {
            problems.note(
                    "set-not-answered",
                    "AK2",
                    0,
                    set.id() + " " + set.number(),
                    "The transaction set has no readable id or control number; only the counts in AK9 cover it.");
            return;
        }
        out.segment("AK2", set.id(), number.get(), out.newer() ? optional(set.guide(), LONGEST_GUIDE) : "");
        for (SegmentError segment : set.segments()) {
            write(segment, dictionary);
        }
        List<String> errors = set.errors().stream().distinct().toList();
        String[] elements = new String[errors.size() + 1];
        elements[0] = set.verdict().code();
        for (int i = 0; i < errors.size(); i++) {
            elements[i + 1] = errors.get(i);
        }
        out.segment("AK5", elements);
    }

    /** AK202 has four characters at least; a shorter number is filled up with zeros. */
    private Optional<String> number(String received) {
        if (received.isEmpty() || received.length() > LONGEST_SET_NUMBER || !out.sendable(received)) {
            return Optional.empty();
        }
        return Optional.of("0".repeat(Math.max(0, SHORTEST_SET_NUMBER - received.length())) + received);
    }

    private void write(SegmentError segment, Dictionary dictionary) {
        String tag = segment.tag().length() > LONGEST_TAG ? segment.tag().substring(0, LONGEST_TAG) : segment.tag();
        if (tag.length() < 2 || !out.sendable(tag) || segment.position() < 1) {
            problems.note(
                    "segment-not-answered",
                    "AK3",
                    1,
                    tag,
                    "The segment at position " + segment.position() + " has no readable tag; only AK5 covers it.");
            return;
        }
        out.segment("AK3", tag, Integer.toString(segment.position()), "", segment.code());
        for (ElementError element : segment.elements()) {
            write(element, segment.tag(), dictionary);
        }
    }

    private void write(ElementError error, String tag, Dictionary dictionary) {
        int element = Math.max(1, error.element());
        String place =
                error.component() == 0 ? "" + element : "" + element + out.componentSeparator() + error.component();
        out.segment(
                "AK4",
                place,
                reference(tag, element, error.component(), dictionary),
                code(error.code()),
                value(error.value()));
    }

    /**
     * AK402: the data element number, where the dictionary knows one that is a number; that of the component for a
     * component, since a composite has none.
     */
    private static String reference(String tag, int element, int component, Dictionary dictionary) {
        return dictionary
                .segment(Tag.of(tag))
                .filter(rule -> element <= rule.elements().size())
                .map(rule -> rule.elements().get(element - 1))
                .flatMap(rule -> component == 0 ? Optional.of(rule) : part(rule, component))
                .map(ElementRule::number)
                .filter(number -> NUMBER.matcher(number).matches())
                .orElse("");
    }

    private static Optional<ElementRule> part(ElementRule composite, int component) {
        return component <= composite.parts().size()
                ? Optional.of(composite.parts().element(component))
                : Optional.empty();
    }

    /** Release 004010 has no codes for repetitions and components: a delimiter there is a wrong character. */
    private String code(String code) {
        return !out.newer() && (code.equals("12") || code.equals("13")) ? "6" : code;
    }

    /** AK404 is left out where the value contains characters that cannot be sent. */
    private String value(String value) {
        String cut = value.strip();
        return cut.length() <= LONGEST_VALUE && out.sendable(cut) ? cut : "";
    }

    private String optional(String value, int most) {
        return value.length() <= most && out.sendable(value) ? value : "";
    }

    private void verdict(GroupAcknowledgement group) {
        List<String> errors = group.errors();
        String[] elements = new String[4 + errors.size()];
        elements[0] = group.verdict().code();
        elements[1] = Long.toString(Math.min(LARGEST_COUNT, group.declared()));
        elements[2] = Integer.toString(Math.min(LARGEST_COUNT, group.received()));
        elements[3] = Integer.toString(Math.min(LARGEST_COUNT, group.accepted()));
        for (int i = 0; i < errors.size(); i++) {
            elements[4 + i] = errors.get(i);
        }
        out.segment("AK9", elements);
    }
}
