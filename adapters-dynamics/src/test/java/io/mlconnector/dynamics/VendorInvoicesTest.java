package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.charging.comparison.ChargesOfOrder;
import io.mlconnector.domain.invoicing.heading.HeaderFields;
import io.mlconnector.domain.invoicing.written.InvoiceDifferences;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.testing.contract.InvoiceAttachmentsContract;
import io.mlconnector.testing.contract.OrderChargesContract;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.testing.contract.VendorInvoicesContract;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.twin.dynamics.payables.InvoiceAttachment;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderCharge;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VendorInvoicesTest extends VendorInvoicesContract implements InvoiceAttachmentsContract, OrderChargesContract {

    private final DynamicsBench bench = new DynamicsBench(behaviour());

    DynamicsBehaviour behaviour() {
        return DynamicsBehaviour.defaults().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED);
    }

    @BeforeEach
    void enter_orders() {
        InvoiceOrders.enter(bench);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Override
    public VendorInvoices vendorInvoices() {
        return bench.dynamics.vendorInvoices();
    }

    @Override
    public void post(LegalEntity legalEntity, String headerReference) {
        bench.twin
                .dynamics()
                .post(bench.twin.dynamics().invoices().stream()
                        .filter(invoice -> invoice.headerReference().equals(headerReference))
                        .findFirst()
                        .orElseThrow());
    }

    @Override
    public void receive(LegalEntity legalEntity, String orderNumber, long orderLine, String quantity) {
        bench.twin.dynamics().receive(legalEntity.id(), orderNumber, orderLine, new BigDecimal(quantity), "PR-1");
    }

    @Override
    public void charge(LegalEntity legalEntity, String orderNumber, ChargesOfOrder.One charge) {
        OrderCharge said = charge.charge();
        bench.twin
                .dynamics()
                .chargeOrder(
                        legalEntity.id(),
                        orderNumber,
                        new PurchaseOrderCharge(
                                charge.line(),
                                said.code(),
                                switch (said.category()) {
                                    case FIXED -> "Fixed";
                                    case PER_UNIT -> "Pcs";
                                    case PERCENT -> "Percent";
                                },
                                said.value(),
                                said.description()),
                        charge.currency());
    }

    @Override
    public void withoutOrderCharges() {
        bench.twin.dynamics().deny("PurchaseOrderHeaderCharges", 404);
        bench.twin.dynamics().deny("PurchaseOrderLineChargesV2", 404);
    }

    @Test
    void charges_of_orders_that_are_told_in_part_are_not_complete() {
        charge(
                Trade.USMF,
                "PO-1",
                new ChargesOfOrder.One(
                        0, new OrderCharge("FREIGHT", OrderCharge.Category.FIXED, new BigDecimal("15"), ""), "USD"));
        bench.twin.dynamics().deny("PurchaseOrderLineChargesV2", 404);
        ChargesOfOrder found = done(vendorInvoices().charges(Trade.USMF, "PO-1"));
        assertThat(found.charges()).hasSize(1);
        assertThat(found.complete()).isFalse();
    }

    @Override
    public List<String> attachmentNames(String headerReference) {
        return bench.twin.dynamics().attachments().stream()
                .filter(attachment -> attachment.headerReference().equals(headerReference))
                .map(InvoiceAttachment::name)
                .toList();
    }

    @Override
    public void withoutAttachments() {
        bench.twin.dynamics().deny("VendorInvoiceDocumentAttachments", 404);
    }

    @Override
    public int invoices() {
        return bench.twin.dynamics().receivedInvoices().size();
    }

    @Test
    void every_amount_arrives_as_sent() {
        InvoiceToPost invoice = invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1, 2);
        done(vendorInvoices().createWhole(invoice));
        PendingInvoice arrived = bench.twin.dynamics().invoices().getFirst();
        assertThat(arrived.legalEntity()).isEqualTo("usmf");
        assertThat(arrived.invoiceAccount()).isEqualTo("V-1");
        assertThat(arrived.invoiceNumber()).isEqualTo("INV-1");
        assertThat(arrived.purchaseOrderNumber()).isEqualTo("PO-1");
        assertThat(arrived.invoiceDate()).isEqualTo(invoice.date());
        assertThat(arrived.currency()).isEqualTo("USD");
        assertThat(arrived.netTotal()).isEqualByComparingTo("10.00");
        PendingInvoice.Line line = arrived.lines().get(1);
        assertThat(line.purchaseOrderLine()).isEqualTo(2);
        assertThat(line.itemNumber()).isEqualTo("A-1");
        assertThat(line.quantity()).isEqualByComparingTo("2");
        assertThat(line.unit()).isEqualTo("ea");
        assertThat(line.price()).isEqualByComparingTo("2.5");
        assertThat(line.priceUnit()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(line.netAmount()).isEqualByComparingTo("5.00");
        Map<String, Object> header = bench.twin.dynamics().row("VendorInvoiceHeaders", "usmf", invoice.mark());
        assertThat(header)
                .containsEntry("InvoiceDescription", "ml-connector mlc-inv-1")
                .hasEntrySatisfying(
                        "ImportedAmount",
                        amount -> assertThat((BigDecimal) amount).isEqualByComparingTo("10.00"));
        assertThat(bench.twin.dynamics().row("VendorInvoiceLines", "usmf", invoice.mark(), BigDecimal.ONE))
                .containsEntry("LineDescription", invoice.lines().getFirst().description());
    }

    private static InvoiceToPost heading(InvoiceToPost plain, HeaderFields header) {
        return new InvoiceToPost(
                plain.legalEntity(),
                plain.vendor(),
                plain.number(),
                plain.date(),
                plain.currency(),
                plain.orderNumber(),
                plain.total(),
                plain.tax(),
                plain.mark(),
                plain.lines(),
                plain.charges(),
                plain.waived(),
                header);
    }

    @Test
    void the_header_says_what_is_wanted_and_nothing_of_what_is_left_out() {
        InvoiceToPost plain = invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1);
        InvoiceToPost filled = heading(
                invoice(Trade.USMF, Trade.VENDOR, "INV-2", 2),
                new HeaderFields(
                        Optional.of(LocalDate.of(2026, 3, 26)), "N030", Optional.of(LocalDate.of(2026, 4, 20)), "B-7"));
        done(vendorInvoices().createWhole(plain));
        done(vendorInvoices().createWhole(filled));
        assertThat(bench.twin.dynamics().row("VendorInvoiceHeaders", "usmf", filled.mark()))
                .containsEntry("InvoiceReceivedDate", Instant.parse("2026-03-26T12:00:00Z"))
                .containsEntry("TermsOfPayment", "N030")
                .containsEntry("DueDate", Instant.parse("2026-04-20T12:00:00Z"))
                .containsEntry("DocumentNumber", "B-7");
        assertThat(bench.twin.dynamics().row("VendorInvoiceHeaders", "usmf", plain.mark()))
                .doesNotContainEntry("TermsOfPayment", "N030")
                .doesNotContainEntry("DocumentNumber", "B-7");
    }

    @Test
    void a_field_that_the_environment_does_not_have_is_refused_and_leaves_nothing_behind() {
        bench.twin.dynamics().hideField("VendorInvoiceHeaders", "InvoiceReceivedDate");
        InvoiceToPost plain = invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1);
        InvoiceToPost filled =
                heading(plain, new HeaderFields(Optional.of(LocalDate.of(2026, 3, 26)), "", Optional.empty(), ""));
        assertThat(refused(vendorInvoices().createWhole(filled)).message()).contains("InvoiceReceivedDate");
        bench.twin.dynamics().fixField("VendorInvoiceHeaders", "TermsOfPayment");
        InvoiceToPost withTerms = heading(plain, new HeaderFields(Optional.empty(), "N030", Optional.empty(), ""));
        assertThat(refused(vendorInvoices().createWhole(withTerms)).message()).contains("TermsOfPayment");
        assertThat(invoices()).isZero();
        done(vendorInvoices().createWhole(plain));
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void what_a_clerk_changed_shows_as_a_difference() {
        InvoiceToPost invoice = invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1, 2);
        done(vendorInvoices().createWhole(invoice));
        bench.twin
                .dynamics()
                .changeInvoiceLine(
                        "usmf",
                        invoice.mark(),
                        2,
                        Map.of("ReceiveNow", new BigDecimal("3"), "NetAmount", new BigDecimal("7.50")));
        bench.twin.dynamics().changeInvoice("usmf", invoice.mark(), Map.of("Currency", "EUR"));
        assertThat(InvoiceDifferences.of(
                        invoice.written(),
                        done(vendorInvoices().written(invoice, invoice.mark())).orElseThrow()))
                .containsExactly(
                        "currency: USD meant, EUR in F&O",
                        "line 2 quantity: 2 meant, 3 in F&O",
                        "line 2 net amount: 5.00 meant, 7.50 in F&O");
    }

    @Test
    void an_invoice_number_with_an_asterisk_does_not_match_others() {
        done(vendorInvoices().createWhole(invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1)));
        assertThat(done(vendorInvoices().find(Trade.USMF, Trade.VENDOR, "INV*")))
                .isEmpty();
    }
}
