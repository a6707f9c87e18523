package io.mlconnector.domain.answering.acknowledgement;

import static io.mlconnector.domain.answering.acknowledgement.Received.group;
import static io.mlconnector.domain.answering.acknowledgement.Received.interchange;
import static io.mlconnector.domain.answering.acknowledgement.Received.problem;
import static io.mlconnector.domain.answering.acknowledgement.Received.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.interchange.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterchangeAnswersTest {
    private static final ReceivedGroup INVOICES = group(set("0001"));
    private static final ReceivedGroup ANSWERS = group("FA", "1", List.of(), set("0001"));
    private static final ReceivedGroup HEADLESS = group("", "", List.of(), set("0001"));
    private static final SyntaxProblem WARNING = problem(Severity.WARNING, "TA105 022");
    private static final SyntaxProblem ERROR = problem(Severity.ERROR, "TA105 021");

    private static InterchangeAcknowledgement confirmed(ReceivedInterchange received) {
        return InterchangeAnswers.to(received, Confirmation.ALWAYS, false)
                .acknowledgement()
                .orElseThrow();
    }

    @Test
    void a_good_interchange_is_confirmed_and_every_group_answered() {
        InterchangeAnswer answer =
                InterchangeAnswers.to(interchange("1", List.of(), INVOICES, INVOICES), Confirmation.ON_REQUEST, true);
        assertThat(answer.interchangeNumber()).isEqualTo("000000123");
        assertThat(answer.usage()).isEqualTo(Usage.TEST);
        assertThat(answer.acknowledgement())
                .contains(new InterchangeAcknowledgement("000000123", "260310", "0915", "A", "000"));
        assertThat(answer.groups())
                .containsExactly(GroupAcknowledgements.of(INVOICES), GroupAcknowledgements.of(INVOICES))
                .doesNotContainNull();
        assertThat(answer.transactionSetId()).isEqualTo("997");
        assertThat(answer.isEmpty()).isFalse();
    }

    @Test
    void a_confirmation_alone_is_a_ta1_and_something_to_say() {
        InterchangeAnswer answer =
                InterchangeAnswers.to(interchange("0", List.of(), INVOICES), Confirmation.ALWAYS, false);
        assertThat(answer.groups()).isEmpty();
        assertThat(answer.transactionSetId()).isEqualTo("TA1");
        assertThat(answer.isEmpty()).isFalse();
    }

    @Test
    void groups_alone_are_something_to_say() {
        InterchangeAnswer answer =
                InterchangeAnswers.to(interchange("1", List.of(), INVOICES), Confirmation.NEVER, true);
        assertThat(answer.acknowledgement()).isEmpty();
        assertThat(answer.isEmpty()).isFalse();
    }

    @Test
    void nothing_is_said_where_nothing_was_agreed() {
        assertThat(InterchangeAnswers.to(interchange("1", List.of(), INVOICES), Confirmation.NEVER, false)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void an_answer_is_never_answered() {
        assertThat(InterchangeAnswers.to(interchange("1", List.of(), ANSWERS), Confirmation.ALWAYS, true)
                        .isEmpty())
                .isTrue();
        var ta1 = new InterchangeAcknowledgement("000000009", "260310", "0915", "A", "000");
        assertThat(InterchangeAnswers.to(interchange("1", true, List.of(), List.of(ta1)), Confirmation.ALWAYS, true)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void an_interchange_without_anything_in_it_is_confirmed() {
        assertThat(InterchangeAnswers.to(interchange("1", List.of()), Confirmation.ALWAYS, true)
                        .acknowledgement())
                .isPresent();
    }

    @Test
    void invoices_beside_answers_are_answered() {
        InterchangeAnswer answer = InterchangeAnswers.to(
                interchange("0", List.of(), ANSWERS, HEADLESS, INVOICES), Confirmation.ALWAYS, true);
        assertThat(answer.groups()).containsExactly(GroupAcknowledgements.of(INVOICES));
        assertThat(answer.acknowledgement()).isPresent();
    }

    @Test
    void an_incomplete_interchange_is_rejected_and_its_groups_are_not_answered() {
        InterchangeAnswer answer = InterchangeAnswers.to(
                interchange("0", false, List.of(), List.of(), INVOICES), Confirmation.ALWAYS, true);
        assertThat(answer.groups()).isEmpty();
        assertThat(answer.acknowledgement())
                .hasValueSatisfying(ta1 -> assertThat(ta1.verdict()).isEqualTo("R"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, false, false",
        "1, true, true, true",
        "2, false, false, true",
        "3, false, true, true",
        "'', false, false, false"
    })
    void a_confirmation_is_sent_as_it_is_asked_for(String requested, boolean good, boolean strange, boolean broken) {
        for (var each : List.of(
                new Asked(List.of(), good), new Asked(List.of(WARNING), strange), new Asked(List.of(ERROR), broken))) {
            assertThat(InterchangeAnswers.to(
                                    interchange(requested, each.problems(), INVOICES), Confirmation.ON_REQUEST, true)
                            .acknowledgement()
                            .isPresent())
                    .isEqualTo(each.confirmed());
        }
    }

    private record Asked(List<SyntaxProblem> problems, boolean confirmed) {}

    @Test
    void a_number_that_was_used_before_is_rejected_and_that_is_told_who_asks_for_rejections() {
        InterchangeAnswer answer = InterchangeAnswers.to(
                interchange("2", List.of(WARNING), INVOICES), Confirmation.ON_REQUEST, true, true);
        assertThat(answer.acknowledgement()).hasValueSatisfying(ta1 -> {
            assertThat(ta1.verdict()).isEqualTo("R");
            assertThat(ta1.note()).isEqualTo(InterchangeAnswers.USED_BEFORE);
        });
    }

    @Test
    void a_used_number_is_a_rejection_even_as_a_warning() {
        assertThat(confirmed(interchange("0", List.of(problem(Severity.WARNING, "TA105 025"))))
                        .verdict())
                .isEqualTo("R");
    }

    @Test
    void warnings_are_accepted_with_errors_and_errors_rejected() {
        assertThat(confirmed(interchange("0", List.of(WARNING))))
                .isEqualTo(new InterchangeAcknowledgement("000000123", "260310", "0915", "E", "022"));
        assertThat(confirmed(interchange("0", List.of(ERROR))))
                .isEqualTo(new InterchangeAcknowledgement("000000123", "260310", "0915", "R", "021"));
    }

    @Test
    void of_several_problems_the_first_of_the_gravest_is_told_also_of_groups() {
        SyntaxProblem second = problem(Severity.ERROR, "TA105 024");
        assertThat(confirmed(interchange("0", List.of(WARNING), group("IN", "1", List.of(ERROR, second), set("0001"))))
                        .note())
                .isEqualTo("021");
    }

    @Test
    void problems_that_the_standard_has_no_note_for_are_not_told() {
        assertThat(confirmed(interchange("0", List.of(problem(Severity.ERROR, "AK905 4")))))
                .isEqualTo(new InterchangeAcknowledgement("000000123", "260310", "0915", "A", "000"));
    }
}
