package io.mlconnector.testing.memory;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.invoicing.charging.comparison.ChargesOfOrder;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.testing.contract.InvoiceAttachmentsContract;
import io.mlconnector.testing.contract.OrderChargesContract;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.testing.contract.VendorInvoicesContract;
import io.mlconnector.testing.memory.MemoryVendorInvoices.Numbering;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryVendorInvoicesTest extends VendorInvoicesContract
        implements InvoiceAttachmentsContract, OrderChargesContract {

    private final MemoryVendorInvoices invoices = new MemoryVendorInvoices(Numbering.OURS_ALLOWED);

    @BeforeEach
    void there_is_no_line_99() {
        invoices.refuseLines(line -> line.orderLine() == 99);
    }

    @Override
    public VendorInvoices vendorInvoices() {
        return invoices;
    }

    @Override
    public void post(LegalEntity legalEntity, String headerReference) {
        invoices.post(headerReference);
    }

    @Override
    public void receive(LegalEntity legalEntity, String orderNumber, long orderLine, String quantity) {
        invoices.receive(
                legalEntity,
                orderNumber,
                new ReceivedQuantity(orderLine, new Quantity(new BigDecimal(quantity), new UnitSymbol("ea")), "PR-1"));
    }

    @Override
    public void charge(LegalEntity legalEntity, String orderNumber, ChargesOfOrder.One charge) {
        invoices.charge(legalEntity, orderNumber, charge);
    }

    @Override
    public void withoutOrderCharges() {
        invoices.withoutOrderCharges();
    }

    @Override
    public List<String> attachmentNames(String headerReference) {
        return invoices.attachments(Trade.USMF, headerReference).stream()
                .map(Attachment::name)
                .toList();
    }

    @Override
    public void withoutAttachments() {
        invoices.withoutAttachments();
    }

    @Override
    public int invoices() {
        return invoices.invoices().size();
    }

    @Test
    void a_write_ends_as_planned() {
        InvoiceToPost invoice = invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1, 2);
        invoices.nextEnding(Ending.UNKNOWN_NOT_DONE);
        assertThat(await(invoices.createWhole(invoice))).isInstanceOf(Outcome.Unknown.class);
        assertThat(invoices.invoices()).isEmpty();
        invoices.nextEnding(Ending.UNKNOWN_DONE);
        assertThat(await(invoices.createHeader(invoice))).isInstanceOf(Outcome.Unknown.class);
        assertThat(invoices.invoices()).hasSize(1);
        invoices.nextEnding(Ending.NOT_NOW);
        assertThat(await(invoices.createLines(invoice, "VI-1", Set.of(1)))).isInstanceOf(Outcome.NotNow.class);
        done(invoices.createLines(invoice, "VI-1", Set.of(1)));
        assertThat(invoices.invoices().getFirst().lines()).hasSize(1);
    }

    @Test
    void a_reference_of_ours_is_refused_where_references_are_assigned() {
        MemoryVendorInvoices assigned = new MemoryVendorInvoices(Numbering.ASSIGNED);
        InvoiceToPost invoice = invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1);
        refused(assigned.createWhole(invoice));
        assertThat(done(assigned.createHeader(invoice))).isEqualTo("VI-1");
        assertThat(assigned.invoices()).hasSize(1);
    }
}
