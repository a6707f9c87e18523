package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvoicedBeforeTest {

    private static final InvoiceToPost INVOICE = Invoices.toPost(1);
    private static final InvoiceToPost.Line LINE = INVOICE.lines().getFirst();

    /** As many as the invoice claims, times this. */
    private static List<OpenOrder> ordered(int times) {
        BigDecimal amount = LINE.quantity().amount().multiply(BigDecimal.valueOf(times));
        return List.of(Orders.open(
                INVOICE.legalEntity(),
                LINE.orderNumber(),
                INVOICE.vendor(),
                AnOrderLine.numbered(LINE.orderLine())
                        .of(amount.toPlainString(), LINE.quantity().unit().symbol())
                        .build()));
    }

    private static InvoicedQuantity other(long orderLine, String unit, BigDecimal amount) {
        return new InvoicedQuantity(orderLine, new Quantity(amount, new UnitSymbol(unit)), "VIH-7");
    }

    private static List<Problem> problems(List<OpenOrder> orders, Checks checks, InvoicedQuantity... before) {
        return InvoicedBefore.problems(INVOICE, orders, Map.of(LINE.orderNumber(), List.of(before)), checks);
    }

    private static InvoicedQuantity same() {
        return other(
                LINE.orderLine(),
                LINE.quantity().unit().symbol(),
                LINE.quantity().amount());
    }

    @Test
    void an_order_that_is_billed_again_under_another_number_is_seen() {
        assertThat(problems(ordered(1), Checks.USUAL, same())).singleElement().satisfies(why -> {
            assertThat(why.code()).isEqualTo("invoiced-before");
            assertThat(why.message()).contains(LINE.orderNumber(), "another number");
        });
    }

    @Test
    void part_after_part_may_be_billed_up_to_what_was_ordered() {
        assertThat(problems(ordered(2), Checks.USUAL, same())).isEmpty();
        assertThat(problems(ordered(2), Checks.USUAL, same(), same())).hasSize(1);
    }

    @Test
    void the_agreed_tolerance_of_the_quantity_counts_for_all_invoices_together() {
        Checks half = new Checks(BigDecimal.ZERO, new BigDecimal("1"), BigDecimal.ZERO, OnMismatch.HOLD);
        assertThat(problems(ordered(1), half, same())).isEmpty();
    }

    @Test
    void other_lines_other_units_and_credits_do_not_count() {
        assertThat(problems(
                        ordered(1),
                        Checks.USUAL,
                        other(
                                99,
                                LINE.quantity().unit().symbol(),
                                LINE.quantity().amount()),
                        other(LINE.orderLine(), "pallet", LINE.quantity().amount()),
                        other(
                                LINE.orderLine(),
                                LINE.quantity().unit().symbol(),
                                LINE.quantity().amount().negate())))
                .isEmpty();
    }
}
