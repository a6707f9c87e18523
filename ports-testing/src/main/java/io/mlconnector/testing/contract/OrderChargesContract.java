package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.charging.comparison.ChargesOfOrder;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderCharge.Category;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.erp.VendorInvoices;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a port for vendor invoices tells of the charges that orders carry. PO-1 of the usual company has none at the beginning. */
public interface OrderChargesContract {

    /** The port under test. */
    VendorInvoices vendorInvoices();

    /** A buyer puts a charge on an order, or on one of its lines. */
    void charge(LegalEntity legalEntity, String orderNumber, ChargesOfOrder.One charge);

    /** From now on F&O shows the charges of no order. */
    void withoutOrderCharges();

    private static ChargesOfOrder.One one(long line, String code, Category category, String value) {
        return new ChargesOfOrder.One(line, new OrderCharge(code, category, new BigDecimal(value), ""), "USD");
    }

    private List<String> told(LegalEntity legalEntity, String order) {
        ChargesOfOrder found = done(vendorInvoices().charges(legalEntity, order));
        assertThat(found.complete()).isTrue();
        return found.charges().stream()
                .map(one -> one.line() + " " + one.charge().code() + " "
                        + one.charge().category() + " "
                        + one.charge().value().stripTrailingZeros().toPlainString() + " " + one.currency())
                .toList();
    }

    @Test
    default void an_order_without_charges_has_none() {
        assertThat(told(Trade.USMF, "PO-1")).isEmpty();
    }

    @Test
    default void the_charges_of_an_order_and_of_its_lines_are_told_and_those_of_others_are_not() {
        charge(Trade.USMF, "PO-1", one(0, "FREIGHT", Category.FIXED, "15.00"));
        charge(Trade.USMF, "PO-1", one(0, "HANDLING", Category.PERCENT, "2.5"));
        charge(Trade.USMF, "PO-1", one(1, "FREIGHT", Category.PER_UNIT, "0.5"));
        charge(Trade.USMF, "PO-2", one(0, "FREIGHT", Category.FIXED, "99"));
        assertThat(told(Trade.USMF, "PO-1"))
                .containsExactlyInAnyOrder(
                        "0 FREIGHT FIXED 15 USD", "0 HANDLING PERCENT 2.5 USD", "1 FREIGHT PER_UNIT 0.5 USD");
    }

    @Test
    default void charges_that_are_not_shown_are_refused() {
        withoutOrderCharges();
        assertThat(refused(vendorInvoices().charges(Trade.USMF, "PO-1")).code()).isEqualTo("set-not-readable");
    }
}
