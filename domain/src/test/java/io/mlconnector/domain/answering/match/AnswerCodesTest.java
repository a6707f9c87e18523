package io.mlconnector.domain.answering.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCodesTest {

    @ParameterizedTest
    @CsvSource({
        "A, ACCEPTED",
        "E, ACCEPTED_WITH_ERRORS",
        "P, ACCEPTED_WITH_ERRORS",
        "R, REJECTED",
        "M, REJECTED",
        "W, REJECTED",
        "X, REJECTED",
        "?, ",
        "'', "
    })
    void a_transaction_set_is_accepted_or_rejected_by_element_717(String code, Acknowledgement meaning) {
        assertThat(AnswerCodes.technical(code)).isEqualTo(Optional.ofNullable(meaning));
    }

    @ParameterizedTest
    @CsvSource({"A, ", "E, ACCEPTED_WITH_ERRORS", "R, REJECTED", "?, "})
    void an_accepted_interchange_says_nothing_yet_of_its_documents(String code, Acknowledgement meaning) {
        assertThat(AnswerCodes.ofInterchange(code)).isEqualTo(Optional.ofNullable(meaning));
    }

    @ParameterizedTest
    @CsvSource({
        "TA, ACCEPTED", "IA, ACCEPTED", "TC, ACCEPTED_WITH_ERRORS", "TE, ACCEPTED_WITH_ERRORS",
                "GP, ACCEPTED_WITH_ERRORS",
        "BR, REJECTED", "TR, REJECTED", "T, ", "TRX, ", "TZ, "
    })
    void the_second_letter_of_an_application_advice_is_the_verdict(String code, Acknowledgement meaning) {
        assertThat(AnswerCodes.business(code)).isEqualTo(Optional.ofNullable(meaning));
    }

    @ParameterizedTest
    @CsvSource({
        "A, accepted (A)",
        "E, accepted with errors (E)",
        "P, accepted in part (P)",
        "R, rejected (R)",
        "TR, rejected (TR)",
        "?, ?"
    })
    void a_verdict_is_told_in_words_with_its_code_behind(String code, String words) {
        assertThat(AnswerCodes.spoken(code)).isEqualTo(words);
    }

    @Test
    void leading_zeros_of_a_control_number_say_nothing() {
        assertThat(AnswerCodes.sameNumber("0001", " 1")).isTrue();
        assertThat(AnswerCodes.sameNumber("0000", "0")).isTrue();
        assertThat(AnswerCodes.sameNumber("10", "1")).isFalse();
    }

    private static SentRevision sent(String id, String legalEntity, String type, boolean arrived) {
        return new SentRevision(new DocumentId(id), legalEntity, type, arrived);
    }

    @Test
    void of_two_companies_orders_with_one_number_the_one_that_was_sent_last_is_answered() {
        List<SentRevision> revisions = List.of(
                sent("d1", "usmf", "850", true), sent("d2", "dat", "850", true), sent("d0", "usmf", "860", true));
        assertThat(AnsweredRevision.among(revisions, "855", "")).contains(new DocumentId("d2"));
    }

    @Test
    void a_revision_that_certainly_never_arrived_is_not_answered() {
        List<SentRevision> revisions = List.of(sent("d1", "usmf", "850", true), sent("d2", "usmf", "860", false));
        assertThat(AnsweredRevision.among(revisions, "865", "")).contains(new DocumentId("d1"));
        assertThat(AnsweredRevision.among(List.of(sent("d1", "usmf", "850", false)), "855", ""))
                .isEmpty();
        assertThat(AnsweredRevision.among(List.of(), "855", "")).isEmpty();
    }
}
