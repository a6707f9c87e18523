package io.mlconnector.domain.answering.acknowledgement;

import static io.mlconnector.domain.answering.acknowledgement.Received.group;
import static io.mlconnector.domain.answering.acknowledgement.Received.problem;
import static io.mlconnector.domain.answering.acknowledgement.Received.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.ReceivedTransactionSet;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupVerdictsTest {
    private static final ReceivedTransactionSet GOOD = set("0001");
    private static final ReceivedTransactionSet STRANGE =
            set("0002", problem(Severity.WARNING, "AK403 7", "IT1", 5, 3, "XX"));
    private static final ReceivedTransactionSet BROKEN = set("0003", problem(Severity.ERROR, "AK502 4"));

    private static SetAcknowledgement only(ReceivedTransactionSet set) {
        GroupAcknowledgement answer = GroupAcknowledgements.of(group(set));
        assertThat(answer.sets()).hasSize(1);
        return answer.sets().getFirst();
    }

    @Test
    void a_good_group_is_accepted_and_counted() {
        GroupAcknowledgement answer = GroupAcknowledgements.of(group(GOOD, GOOD));
        assertThat(answer)
                .isEqualTo(new GroupAcknowledgement(
                        "IN",
                        "45",
                        "004010",
                        2,
                        2,
                        2,
                        AcknowledgementCode.ACCEPTED,
                        List.of(),
                        List.of(
                                new SetAcknowledgement(
                                        "810", "0001", "", AcknowledgementCode.ACCEPTED, List.of(), List.of()),
                                new SetAcknowledgement(
                                        "810", "0001", "", AcknowledgementCode.ACCEPTED, List.of(), List.of()))));
    }

    @Test
    void a_group_with_some_rejected_sets_is_accepted_in_part() {
        GroupAcknowledgement answer = GroupAcknowledgements.of(group(GOOD, STRANGE, BROKEN));
        assertThat(answer.verdict()).isEqualTo(AcknowledgementCode.PARTLY_ACCEPTED);
        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.received()).isEqualTo(3);
        assertThat(answer.sets())
                .extracting(SetAcknowledgement::verdict)
                .containsExactly(
                        AcknowledgementCode.ACCEPTED,
                        AcknowledgementCode.ACCEPTED_WITH_ERRORS,
                        AcknowledgementCode.REJECTED);
    }

    @Test
    void a_group_whose_sets_are_all_rejected_is_rejected() {
        assertThat(GroupAcknowledgements.of(group(BROKEN, BROKEN)).verdict()).isEqualTo(AcknowledgementCode.REJECTED);
    }

    @Test
    void a_group_with_a_strange_set_is_accepted_with_errors() {
        assertThat(GroupAcknowledgements.of(group(GOOD, STRANGE)).verdict())
                .isEqualTo(AcknowledgementCode.ACCEPTED_WITH_ERRORS);
    }

    @Test
    void errors_of_the_envelope_alone_make_a_group_accepted_with_errors() {
        GroupAcknowledgement answer = GroupAcknowledgements.of(group(
                "IN",
                "3",
                List.of(
                        problem(Severity.WARNING, "AK905 5"),
                        problem(Severity.WARNING, "AK905 5"),
                        problem(Severity.WARNING, "")),
                GOOD));
        assertThat(answer.verdict()).isEqualTo(AcknowledgementCode.ACCEPTED_WITH_ERRORS);
        assertThat(answer.errors()).containsExactly("5");
    }

    @Test
    void a_group_without_sets_is_accepted() {
        assertThat(GroupAcknowledgements.of(group()).verdict()).isEqualTo(AcknowledgementCode.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "0, 0", "009, 9", "123456, 123456", "1234567, 1", "'', 1", "1/, 1", "1:, 1", "-1, 1", "x, 1"})
    void what_the_sender_declares_is_repeated_if_it_is_a_number_of_six_digits(String declared, long repeated) {
        assertThat(GroupAcknowledgements.of(group("IN", declared, List.of(), GOOD))
                        .declared())
                .isEqualTo(repeated);
    }

    @Test
    void a_set_names_its_bad_element_with_place_and_value() {
        SetAcknowledgement answer = only(STRANGE);
        assertThat(answer.errors()).containsExactly("5");
        assertThat(answer.segments())
                .containsExactly(new SegmentError("IT1", 5, "8", List.of(new ElementError(3, 0, "7", "XX"))));
    }

    @Test
    void bad_elements_of_one_segment_are_told_together_and_each_once() {
        SyntaxProblem first = problem(Severity.WARNING, "AK403 7", "IT1", 5, 3, "XX");
        SyntaxProblem second = problem(Severity.WARNING, "AK403 1", "IT1", 5, 4, "");
        SyntaxProblem elsewhere = problem(Severity.WARNING, "AK403 7", "IT1", 6, 3, "XX");
        assertThat(only(set("0001", first, first, second, elsewhere)).segments())
                .containsExactly(
                        new SegmentError(
                                "IT1",
                                5,
                                "8",
                                List.of(new ElementError(3, 0, "7", "XX"), new ElementError(4, 0, "1", ""))),
                        new SegmentError("IT1", 6, "8", List.of(new ElementError(3, 0, "7", "XX"))));
    }

    @Test
    void a_bad_segment_is_told_without_elements() {
        assertThat(only(set("0001", problem(Severity.WARNING, "AK304 2", "XYZ", 4, 0, "")))
                        .segments())
                .containsExactly(new SegmentError("XYZ", 4, "2", List.of()));
    }

    @Test
    void a_segment_names_at_most_ninety_nine_elements() {
        SyntaxProblem[] many = IntStream.rangeClosed(1, 120)
                .mapToObj(element -> problem(Severity.WARNING, "AK403 7", "IT1", 5, element, "X"))
                .toArray(SyntaxProblem[]::new);
        assertThat(only(set("0001", many)).segments().getFirst().elements()).hasSize(99);
    }

    @Test
    void a_set_names_at_most_five_errors() {
        SyntaxProblem[] many = IntStream.rangeClosed(1, 7)
                .mapToObj(code -> problem(Severity.ERROR, "AK502 " + code))
                .toArray(SyntaxProblem[]::new);
        assertThat(only(set("0001", many)).errors()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void a_set_rejected_for_what_has_no_code_is_said_to_have_segments_in_error() {
        SetAcknowledgement answer = only(set("0001", problem(Severity.ERROR, "")));
        assertThat(answer.verdict()).isEqualTo(AcknowledgementCode.REJECTED);
        assertThat(answer.errors()).containsExactly("5");
        assertThat(answer.segments()).isEmpty();
    }

    @Test
    void a_rejected_set_with_a_code_of_its_own_gets_no_other() {
        assertThat(only(BROKEN).errors()).containsExactly("4");
    }

    @Test
    void a_warning_that_the_standard_has_no_code_for_is_not_told() {
        SetAcknowledgement answer = only(set("0001", problem(Severity.WARNING, "")));
        assertThat(answer.verdict()).isEqualTo(AcknowledgementCode.ACCEPTED);
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void verdicts_have_the_letters_of_the_standard() {
        assertThat(AcknowledgementCode.values())
                .extracting(AcknowledgementCode::code)
                .containsExactly("A", "E", "P", "R");
    }

    @Test
    void of_a_very_large_group_only_the_sets_are_listed_that_are_not_accepted_as_they_are() {
        ReceivedTransactionSet[] sets = Stream.concat(
                        IntStream.range(0, GroupAcknowledgements.MOST_ACCEPTED_SETS)
                                .mapToObj(ignored -> GOOD),
                        Stream.of(STRANGE, BROKEN))
                .toArray(ReceivedTransactionSet[]::new);
        GroupAcknowledgement answer = GroupAcknowledgements.of(group(sets));
        assertThat(answer.sets())
                .extracting(SetAcknowledgement::number)
                .containsExactly(STRANGE.number(), BROKEN.number());
        assertThat(answer.received()).isEqualTo(sets.length);
        assertThat(answer.accepted()).isEqualTo(sets.length - 1);
        assertThat(answer.verdict()).isEqualTo(AcknowledgementCode.PARTLY_ACCEPTED);
    }
}
