package io.mlconnector.domain.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.answering.AdvisedDocument.Remark;
import io.mlconnector.domain.answering.advice.PartnerAdvice;
import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PartnerAdviceTest {

    private final VendorInvoice invoice = AnInvoice.over()
            .numbered("INV-1")
            .in("USD")
            .ofOrder("PO-1")
            .total("12.30")
            .build();

    private List<Remark> told(ProblemCode code, String about) {
        Cause cause = Problem.of(code, about, "Write it under invoices.charges of partner acme.")
                .cause();
        return PartnerAdvice.of(List.of(cause), Optional.of(invoice), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_MISSING, 007, BIG, 2, 4, ''",
        "ORDER_UNKNOWN, POI, BIG, 2, 4, PO-1",
        "CURRENCY_DIFFERS, CUR, CUR, 0, 2, USD",
        "TOTAL_OUT_OF_BALANCE, 010, TDS, 0, 1, 1230",
        "INVOICE_NUMBER_TOO_LONG, 848, BIG, 2, 2, INV-1",
        "INVOICE_EXISTS, DUP, BIG, 2, 2, INV-1",
        "INVOICE_REPEATED, DUP, BIG, 2, 2, INV-1"
    })
    void what_only_the_partner_can_correct_is_told_with_its_place_and_in_words_of_our_own(
            ProblemCode code, String ted01, String segment, int position, int element, String value) {
        assertThat(told(code, "acme:PO-1")).singleElement().satisfies(remark -> {
            assertThat(remark).isEqualTo(new Remark(ted01, remark.text(), segment, value, "", position, element));
            assertThat(remark.text())
                    .contains("INV-1")
                    .doesNotContain("partner acme", "F&O")
                    .endsWith(".");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemCode.class,
            names = {
                "PRICE_DIFFERS",
                "ITEM_UNKNOWN",
                "UNIT_UNKNOWN",
                "CHARGE_UNMAPPED",
                "RECEIVED_LESS",
                "NEAR_DUPLICATE",
                "ORDER_OF_OTHER_VENDOR",
                "PARTNER_UNKNOWN",
                "CREDENTIALS_REFUSED"
            })
    void what_may_be_a_matter_of_our_own_data_is_left_to_people(ProblemCode code) {
        assertThat(told(code, "acme")).isEmpty();
    }

    @Test
    void errors_of_the_form_are_told_where_they_are_and_warnings_are_not() {
        SyntaxProblem error = new SyntaxProblem(
                "number-invalid", Severity.ERROR, "AK403 6", "IT1", 12, 9, 4, 0, 400, "9,95", "IT104 is not a number.");
        SyntaxProblem warning = new SyntaxProblem(
                "code-unknown", Severity.WARNING, "AK403 7", "IT1", 12, 9, 3, 0, 400, "XX", "IT103 is not known.");
        Cause cause = Problem.of(ProblemCode.X12_INVALID, "acme", "").cause();

        assertThat(PartnerAdvice.of(List.of(cause), Optional.empty(), List.of(warning, error)))
                .containsExactly(new Remark("848", "IT104 is not a number.", "IT1", "9,95", "", 9, 4));
    }
}
