package io.mlconnector.domain.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnvelopeVerdictsTest {

    private static final SyntaxProblem WRONG_COUNT = problem("group-count-wrong", Severity.ERROR, "TA105 021");
    private static final SyntaxProblem SPELLED = problem("control-number-spelling", Severity.NOTE, "");
    private static final SyntaxProblem REPEATED = problem(EnvelopeVerdicts.REPEATED, Severity.WARNING, "TA105 025");
    private static final SyntaxProblem LOST = problem("transaction-set-lost", Severity.ERROR, "AK905 5");
    private static final SyntaxProblem UNKNOWN_CODE = problem("group-code-unknown", Severity.WARNING, "AK905 1");

    private static SyntaxProblem problem(String code, Severity severity, String standardCode) {
        return new SyntaxProblem(code, severity, standardCode, "IEA", 9, 0, 1, 0, 512, "2", "It is wrong.");
    }

    private static ReceivedGroup group(int sets, SyntaxProblem... problems) {
        return new ReceivedGroup(
                "IN",
                "ACME",
                "CONTOSO",
                "45",
                "005010",
                "1",
                List.of(problems),
                IntStream.rangeClosed(1, sets)
                        .mapToObj(set -> new ReceivedTransactionSet("810", "000" + set, "", List.of()))
                        .toList());
    }

    private static ReceivedInterchange interchange(List<SyntaxProblem> problems, ReceivedGroup... groups) {
        return new ReceivedInterchange(
                new InterchangeAddress("01", "123456789", ""),
                new InterchangeAddress("ZZ", "CONTOSO", ""),
                "000000123",
                "260310",
                "0915",
                "00501",
                Usage.PRODUCTION,
                "0",
                true,
                problems,
                List.of(),
                Arrays.asList(groups));
    }

    @Test
    void an_envelope_that_agrees_says_nothing_against_its_sets() {
        ReceivedInterchange good = interchange(List.of(SPELLED), group(2), group(1, UNKNOWN_CODE));

        assertThat(EnvelopeVerdicts.of(good)).isEmpty();
        assertThat(EnvelopeVerdicts.ofSets(good)).containsExactly(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void an_error_of_the_interchange_is_held_against_each_of_its_sets() {
        ReceivedInterchange wrong = interchange(List.of(SPELLED, WRONG_COUNT), group(1), group(2));

        assertThat(EnvelopeVerdicts.of(wrong)).contains(WRONG_COUNT);
        assertThat(EnvelopeVerdicts.ofSets(wrong)).hasSize(3).containsOnly(Optional.of(WRONG_COUNT));
    }

    @Test
    void an_error_of_a_group_is_held_against_its_own_sets_only() {
        ReceivedInterchange wrong = interchange(List.of(), group(2), group(1, UNKNOWN_CODE, LOST), group(1));

        assertThat(EnvelopeVerdicts.of(wrong)).isEmpty();
        assertThat(EnvelopeVerdicts.of(wrong.groups().get(1))).contains(LOST);
        assertThat(EnvelopeVerdicts.ofSets(wrong))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(LOST), Optional.empty());
    }

    @Test
    void a_repeated_number_is_told_of_each_set_and_yields_to_an_error_of_the_group() {
        ReceivedInterchange again = interchange(List.of(REPEATED), group(1), group(1, LOST));

        assertThat(EnvelopeVerdicts.of(again)).isEmpty();
        assertThat(EnvelopeVerdicts.ofSets(again)).containsExactly(Optional.of(REPEATED), Optional.of(LOST));
    }

    @Test
    void an_error_of_the_interchange_comes_before_a_repeated_number() {
        ReceivedInterchange wrong = interchange(List.of(REPEATED, WRONG_COUNT), group(1));

        assertThat(EnvelopeVerdicts.ofSets(wrong)).containsExactly(Optional.of(WRONG_COUNT));
    }

    @Test
    void what_stands_between_the_groups_is_no_verdict_on_the_interchange() {
        SyntaxProblem between = problem("segment-outside-transaction-set", Severity.ERROR, "AK304 2");

        assertThat(EnvelopeVerdicts.of(interchange(List.of(between), group(1)))).isEmpty();
    }
}
