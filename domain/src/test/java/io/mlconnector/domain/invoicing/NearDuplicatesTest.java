package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.invoicing.document.OtherInvoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearDuplicatesTest {

    private static final InvoiceToPost INVOICE = Invoices.toPost(1);

    @ParameterizedTest
    @CsvSource({
        "INV-900, INV900",
        "INV-900, inv 900",
        "INV-900, INV-0900",
        "INV-900, INV-900-R",
        "INV900, INV-900-R",
        "INV900R, INV-900",
        "INV-900, INV-900REV",
        "INV-900, INV-900-REV2",
        "INV-900-R, INV900-CORR",
        "2026-112, 2026112",
        "000123, 123"
    })
    void numbers_that_differ_in_writing_only_are_alike(String one, String other) {
        assertThat(NearDuplicates.alike(one, other)).isTrue();
        assertThat(NearDuplicates.alike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INV-1, INV-2",
        "INV-900, INV-900-1",
        "INV-1, INV-11",
        "INV-900-1, INV-900-2",
        "INV-900, INV-901",
        "INV-900, CRN-900",
        "2026-1-12, 2026-11-2",
        "A-100, A-1000",
        "INV-1, INV",
        "COPY, R"
    })
    void other_numbers_are_not(String one, String other) {
        assertThat(NearDuplicates.alike(one, other)).isFalse();
        assertThat(NearDuplicates.alike(other, one)).isFalse();
    }

    private static OtherInvoice other(String number, String order, LocalDate date, BigDecimal amount) {
        return new OtherInvoice(true, number, order, Optional.of(date), Optional.of(amount));
    }

    @Test
    void the_finding_names_both_numbers_and_where_the_other_one_is() {
        OtherInvoice other = other(INVOICE.number() + "-R", "", LocalDate.of(2026, 1, 1), BigDecimal.ONE);
        assertThat(NearDuplicates.problems(INVOICE, List.of(other)))
                .singleElement()
                .satisfies(why -> {
                    assertThat(why.code()).isEqualTo("near-duplicate");
                    assertThat(why.message()).contains(INVOICE.number() + " differs", other.number(), "posted");
                    assertThat(why.causeKey()).contains(other.number());
                });
    }

    @Test
    void the_same_order_amount_and_day_under_any_number_are_a_finding() {
        assertThat(NearDuplicates.problems(
                        INVOICE, List.of(other("QQ 5", INVOICE.orderNumber(), INVOICE.date(), INVOICE.total()))))
                .hasSize(1);
        assertThat(NearDuplicates.problems(
                        INVOICE,
                        List.of(
                                other("QQ 5", "PO-9", INVOICE.date(), INVOICE.total()),
                                other(
                                        "QQ 5",
                                        INVOICE.orderNumber(),
                                        INVOICE.date().plusDays(1),
                                        INVOICE.total()),
                                other("QQ 5", INVOICE.orderNumber(), INVOICE.date(), BigDecimal.ONE))))
                .isEmpty();
    }

    @Test
    void a_count_behind_the_number_is_a_finding_with_the_same_amount_only() {
        assertThat(NearDuplicates.counted("INV-900", "INV-900-1")).isTrue();
        assertThat(NearDuplicates.counted("4711/1", "4711")).isTrue();
        assertThat(NearDuplicates.counted("INV-900-1", "INV-900-2")).isFalse();
        String counted = INVOICE.number() + "-1";
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(NearDuplicates.problems(INVOICE, List.of(other(counted, "", day, INVOICE.total()))))
                .hasSize(1);
        assertThat(NearDuplicates.problems(INVOICE, List.of(other(counted, "", day, BigDecimal.TEN))))
                .isEmpty();
    }

    private static OtherInvoice bare(String number, String order, Optional<LocalDate> date) {
        return new OtherInvoice(false, number, order, date, Optional.empty());
    }

    @Test
    void an_invoice_of_which_too_little_is_told_is_no_finding_and_named() {
        OtherInvoice counted = bare(INVOICE.number() + "-1", "", Optional.empty());
        OtherInvoice sameDay = bare("QQ 5", INVOICE.orderNumber(), Optional.of(INVOICE.date()));
        OtherInvoice sameTotal =
                new OtherInvoice(true, "QQ 6", INVOICE.orderNumber(), Optional.empty(), Optional.of(INVOICE.total()));
        for (OtherInvoice one : List.of(counted, sameDay, sameTotal)) {
            assertThat(NearDuplicates.problems(INVOICE, List.of(one))).isEmpty();
            assertThat(NearDuplicates.untold(INVOICE, List.of(one)))
                    .singleElement()
                    .asString()
                    .contains(one.number(), "nobody can tell");
        }
        assertThat(NearDuplicates.untold(
                        INVOICE,
                        List.of(
                                bare("QQ 7", "", Optional.of(INVOICE.date())),
                                bare("QQ 8", INVOICE.orderNumber(), Optional.empty()),
                                bare(
                                        "QQ 9",
                                        INVOICE.orderNumber(),
                                        Optional.of(INVOICE.date().plusDays(1))),
                                other(INVOICE.number() + "-1", "", INVOICE.date(), BigDecimal.TEN))))
                .isEmpty();
    }

    @Test
    void a_credit_may_bear_the_number_of_its_invoice() {
        OtherInvoice credit = other(
                INVOICE.number() + "-R", "", INVOICE.date(), INVOICE.total().negate());
        assertThat(NearDuplicates.problems(INVOICE, List.of(credit))).isEmpty();
    }

    @Test
    void numbers_of_a_series_are_never_alike_and_those_alike_share_the_core() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            int one = 1 + random.nextInt(99_999);
            int other = 1 + random.nextInt(99_999);
            assertThat(NearDuplicates.alike("INV-" + one, "INV-" + other)).isEqualTo(one == other);
            String bare = "INV" + one;
            assertThat(NearDuplicates.alike("INV-00" + one, bare)).isTrue();
            assertThat(bare + "-R").contains(NearDuplicates.core("INV-00" + one));
            assertThat("INV-00" + one).contains(NearDuplicates.core(bare + "-R"));
        }
    }
}
