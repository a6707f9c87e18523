package io.mlconnector.dynamics;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.invoicing.charging.comparison.ChargesOfOrder;
import io.mlconnector.domain.invoicing.document.OtherInvoice;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.invoicing.written.PostedInvoice;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.erp.InvoiceInquiry;
import io.mlconnector.ports.erp.InvoiceReadings;
import io.mlconnector.ports.erp.InvoiceWrite;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.testing.contract.Trade;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Everything is asked ahead, and each question is answered from that. */
class VendorInvoicesReadAheadTest extends VendorInvoicesTest {

    @Override
    public VendorInvoices vendorInvoices() {
        return new AskedAhead(super.vendorInvoices());
    }

    private record AskedAhead(VendorInvoices invoices) implements VendorInvoices {

        private InvoiceReadings ahead(
                LegalEntity legalEntity, VendorAccount vendor, String number, List<String> orders) {
            return invoices.ahead(new InvoiceInquiry(
                    Map.of(legalEntity, vendor), new InvoiceInquiry.About(number, LocalDate.of(2026, 3, 2), orders)));
        }

        private InvoiceReadings ahead(LegalEntity legalEntity, String order) {
            return ahead(legalEntity, Trade.VENDOR, "INV-1", List.of(order));
        }

        @Override
        public CompletionStage<Outcome<Set<String>>> attached(LegalEntity legalEntity, String headerReference) {
            return invoices.attached(legalEntity, headerReference);
        }

        @Override
        public CompletionStage<Outcome<String>> attach(
                LegalEntity legalEntity, String headerReference, List<Attachment> attachments, Intent<?> intent) {
            return invoices.attach(legalEntity, headerReference, attachments, intent);
        }

        @Override
        public CompletionStage<Outcome<List<ExistingInvoice>>> find(
                LegalEntity legalEntity, VendorAccount vendor, String number) {
            return ahead(legalEntity, vendor, number, List.of()).find(legalEntity, vendor, number);
        }

        @Override
        public CompletionStage<Outcome<List<InvoicedQuantity>>> invoiced(LegalEntity legalEntity, String orderNumber) {
            return ahead(legalEntity, orderNumber).invoiced(legalEntity, orderNumber);
        }

        @Override
        public CompletionStage<Outcome<List<InvoicedQuantity>>> posted(LegalEntity legalEntity, String orderNumber) {
            return ahead(legalEntity, orderNumber).posted(legalEntity, orderNumber);
        }

        @Override
        public CompletionStage<Outcome<List<ReceivedQuantity>>> received(LegalEntity legalEntity, String orderNumber) {
            return ahead(legalEntity, orderNumber).received(legalEntity, orderNumber);
        }

        @Override
        public CompletionStage<Outcome<ChargesOfOrder>> charges(LegalEntity legalEntity, String orderNumber) {
            return ahead(legalEntity, orderNumber).charges(legalEntity, orderNumber);
        }

        @Override
        public CompletionStage<Outcome<List<OtherInvoice>>> others(InvoiceToPost invoice) {
            return invoices.ahead(new InvoiceInquiry(
                            Map.of(invoice.legalEntity(), invoice.vendor()),
                            new InvoiceInquiry.About(invoice.number(), invoice.date(), invoice.orderNumbers())))
                    .others(invoice);
        }

        @Override
        public CompletionStage<Outcome<Optional<WrittenInvoice>>> written(
                InvoiceToPost invoice, String headerReference) {
            return invoices.written(invoice, headerReference);
        }

        @Override
        public CompletionStage<Outcome<Optional<PostedInvoice>>> journalled(InvoiceToPost invoice, String reference) {
            return invoices.journalled(invoice, reference);
        }

        @Override
        public CompletionStage<InvoiceWrite> deleteHeader(
                InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent) {
            return invoices.deleteHeader(invoice, headerReference, parts, intent);
        }

        @Override
        public CompletionStage<InvoiceWrite> createWhole(InvoiceToPost invoice, Intent<?> intent) {
            return invoices.createWhole(invoice, intent);
        }

        @Override
        public CompletionStage<InvoiceWrite> createHeader(InvoiceToPost invoice, Intent<?> intent) {
            return invoices.createHeader(invoice, intent);
        }

        @Override
        public CompletionStage<InvoiceWrite> createLines(
                InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent) {
            return invoices.createLines(invoice, headerReference, parts, intent);
        }
    }
}
