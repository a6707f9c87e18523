package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;

/** What is told of an order: what was invoiced and received of it, and which other invoices there are. */
interface InvoicedOrdersContract extends VendorInvoicesBench {

    @Test
    default void what_pending_invoices_claim_of_an_order_is_told_line_by_line() {
        InvoiceToPost first = VendorInvoicesBench.invoice("INV-1", 1, 2);
        InvoiceToPost second = VendorInvoicesBench.invoice("INV-2", 2);
        done(vendorInvoices().createWhole(first));
        done(vendorInvoices().createWhole(second));
        Quantity two = new Quantity(new BigDecimal("2"), new UnitSymbol("ea"));
        assertThat(done(vendorInvoices().invoiced(Trade.USMF, first.orderNumber())))
                .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .build())
                .containsExactlyInAnyOrder(
                        new InvoicedQuantity(1, two, first.mark()),
                        new InvoicedQuantity(2, two, first.mark()),
                        new InvoicedQuantity(2, two, second.mark()));
        assertThat(done(vendorInvoices().invoiced(Trade.USMF, "PO-no-such"))).isEmpty();
    }

    @Test
    default void what_posted_invoices_billed_of_an_order_is_told_line_by_line() {
        InvoiceToPost first = VendorInvoicesBench.invoice("INV-1", 1, 2);
        done(vendorInvoices().createWhole(first));
        done(vendorInvoices().createWhole(VendorInvoicesBench.invoice("INV-2", 2)));
        assertThat(done(vendorInvoices().posted(Trade.USMF, first.orderNumber())))
                .isEmpty();
        post(Trade.USMF, first.mark());
        assertThat(done(vendorInvoices().posted(Trade.USMF, first.orderNumber())))
                .extracting(InvoicedQuantity::orderLine)
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(done(vendorInvoices().posted(Trade.USMF, first.orderNumber())))
                .allSatisfy(one -> {
                    assertThat(one.quantity().amount()).isEqualByComparingTo("2");
                    assertThat(one.quantity().unit().same(new UnitSymbol("ea"))).isTrue();
                });
        assertThat(done(vendorInvoices().invoiced(Trade.USMF, first.orderNumber())))
                .extracting(InvoicedQuantity::orderLine)
                .containsExactly(2L);
        assertThat(done(vendorInvoices().posted(Trade.DAT, first.orderNumber())))
                .isEmpty();
    }

    @Test
    default void what_was_received_of_an_order_is_told_receipt_by_receipt() {
        assertThat(done(vendorInvoices().received(Trade.USMF, "PO-1"))).isEmpty();
        receive(Trade.USMF, "PO-1", 1, "2");
        receive(Trade.USMF, "PO-1", 1, "3");
        receive(Trade.USMF, "PO-2", 1, "7");
        assertThat(done(vendorInvoices().received(Trade.USMF, "PO-1")))
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.orderLine()).isEqualTo(1);
                    assertThat(one.quantity().unit().same(new UnitSymbol("ea"))).isTrue();
                });
        assertThat(done(vendorInvoices().received(Trade.USMF, "PO-1")).stream()
                        .map(one -> one.quantity().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("5");
    }

    @Test
    default void a_number_in_another_writing_is_found_among_the_other_invoices_pending_and_posted() {
        InvoiceToPost first = VendorInvoicesBench.invoice("INV-900", 1);
        done(vendorInvoices().createWhole(first));
        List<InvoiceToPost> again = List.of(
                VendorInvoicesBench.invoice("INV900", 1),
                VendorInvoicesBench.invoice("inv-0900", 1),
                VendorInvoicesBench.invoice("INV-900-R", 1),
                VendorInvoicesBench.invoice("900", 1));
        for (InvoiceToPost invoice : again) {
            assertThat(done(vendorInvoices().others(invoice)))
                    .filteredOn(other -> other.number().equals("INV-900"))
                    .singleElement()
                    .satisfies(other -> {
                        assertThat(other.posted()).isFalse();
                        assertThat(other.date()).contains(first.date());
                        assertThat(other.amount().orElseThrow()).isEqualByComparingTo(first.total());
                        assertThat(other.orderNumber()).isEqualTo(first.orderNumber());
                    });
        }
        post(Trade.USMF, first.mark());
        for (InvoiceToPost invoice : again) {
            assertThat(done(vendorInvoices().others(invoice)))
                    .filteredOn(other -> other.number().equals("INV-900"))
                    .singleElement()
                    .satisfies(other -> assertThat(other.posted()).isTrue());
        }
        assertThat(done(vendorInvoices()
                        .others(VendorInvoicesContract.invoice(Trade.USMF, VendorInvoicesContract.OTHER, "INV900", 1))))
                .isEmpty();
        assertThat(done(vendorInvoices().others(VendorInvoicesContract.invoice(Trade.DAT, Trade.VENDOR, "INV900", 1))))
                .isEmpty();
    }

    @Test
    default void another_invoice_of_the_same_order_is_found_whatever_its_number() {
        done(vendorInvoices().createWhole(VendorInvoicesBench.invoice("INV-1", 1)));
        assertThat(done(vendorInvoices().others(VendorInvoicesBench.invoice("RECHNUNG 77", 1))))
                .extracting(other -> other.number())
                .contains("INV-1");
    }
}
