package io.mlconnector.engine.forecast;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * F&O's invoices as they will be when the documents before have had their turn: what those would create is pending then, and claims
 * quantities of its orders. Only for looking; nothing is created through it.
 */
final class ComingInvoices implements VendorInvoices {

    private final VendorInvoices source;
    private final List<Coming> coming = new ArrayList<>();

    /** As F&O has them, as long as nothing is added. */
    ComingInvoices(VendorInvoices source) {
        this.source = source;
    }

    /**
     * What one document would create.
     *
     * @param invoice in F&O's terms
     * @param missing the parts that would be created, numbered as by {@link InvoiceToPost#parts()}
     * @param whole whether its header is not there yet either
     */
    record Coming(InvoiceToPost invoice, Set<Integer> missing, boolean whole) {
        Coming {
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }
    }

    /** From now on it counts as created. */
    void add(Coming one) {
        coming.add(one);
    }

    private Stream<Coming> in(LegalEntity legalEntity) {
        return coming.stream().filter(one -> one.invoice().legalEntity().equals(legalEntity));
    }

    private Outcome<List<InvoicedQuantity>> claimed(
            Outcome<List<InvoicedQuantity>> known, LegalEntity legalEntity, String orderNumber) {
        return known.map(before -> Stream.concat(
                        before.stream(),
                        in(legalEntity)
                                .flatMap(one -> one.invoice().lines(one.missing()).stream()
                                        .filter(line -> line.orderNumber().equalsIgnoreCase(orderNumber))
                                        .map(line -> new InvoicedQuantity(
                                                line.orderLine(),
                                                line.quantity(),
                                                one.invoice().mark()))))
                .toList());
    }

    private Outcome<List<ExistingInvoice>> existing(
            Outcome<List<ExistingInvoice>> known, LegalEntity legalEntity, VendorAccount vendor, String number) {
        return known.map(before -> Stream.concat(
                        before.stream(),
                        in(legalEntity)
                                .filter(Coming::whole)
                                .map(Coming::invoice)
                                .filter(other -> other.vendor().equals(vendor)
                                        && other.number().equalsIgnoreCase(number))
                                .map(other -> new ExistingInvoice(
                                        ExistingInvoice.Place.PENDING,
                                        "that document " + other.mark() + " gets",
                                        ExistingInvoice.SIGN + other.mark())))
                .toList());
    }

    private Outcome<List<OtherInvoice>> others(Outcome<List<OtherInvoice>> known, InvoiceToPost invoice) {
        return known.map(before -> Stream.concat(
                        before.stream(),
                        in(invoice.legalEntity())
                                .filter(Coming::whole)
                                .map(Coming::invoice)
                                .filter(other -> other.vendor().equals(invoice.vendor()))
                                .map(other -> new OtherInvoice(
                                        false,
                                        other.number(),
                                        other.orderNumber(),
                                        Optional.of(other.date()),
                                        Optional.of(other.total()))))
                .toList());
    }

    @Override
    public InvoiceReadings ahead(InvoiceInquiry inquiry) {
        return new With(source.ahead(inquiry));
    }

    /** What is read, and what is coming. */
    private final class With implements InvoiceReadings {

        private final InvoiceReadings read;

        With(InvoiceReadings read) {
            this.read = read;
        }

        @Override
        public CompletionStage<Outcome<List<ExistingInvoice>>> find(
                LegalEntity legalEntity, VendorAccount vendor, String number) {
            return read.find(legalEntity, vendor, number)
                    .thenApply(known -> existing(known, legalEntity, vendor, number));
        }

        @Override
        public CompletionStage<Outcome<List<InvoicedQuantity>>> invoiced(LegalEntity legalEntity, String orderNumber) {
            return read.invoiced(legalEntity, orderNumber).thenApply(known -> claimed(known, legalEntity, orderNumber));
        }

        @Override
        public CompletionStage<Outcome<List<InvoicedQuantity>>> posted(LegalEntity legalEntity, String orderNumber) {
            return read.posted(legalEntity, orderNumber);
        }

        @Override
        public CompletionStage<Outcome<List<ReceivedQuantity>>> received(LegalEntity legalEntity, String orderNumber) {
            return read.received(legalEntity, orderNumber);
        }

        @Override
        public CompletionStage<Outcome<ChargesOfOrder>> charges(LegalEntity legalEntity, String orderNumber) {
            return read.charges(legalEntity, orderNumber);
        }

        @Override
        public List<InvoiceToPost> coming() {
            return ComingInvoices.this.coming();
        }

        @Override
        public CompletionStage<Outcome<List<OtherInvoice>>> others(InvoiceToPost invoice) {
            return read.others(invoice).thenApply(known -> ComingInvoices.this.others(known, invoice));
        }
    }

    @Override
    public CompletionStage<Outcome<List<ExistingInvoice>>> find(
            LegalEntity legalEntity, VendorAccount vendor, String number) {
        return new With(source).find(legalEntity, vendor, number);
    }

    @Override
    public CompletionStage<Outcome<List<InvoicedQuantity>>> invoiced(LegalEntity legalEntity, String orderNumber) {
        return new With(source).invoiced(legalEntity, orderNumber);
    }

    @Override
    public CompletionStage<Outcome<List<InvoicedQuantity>>> posted(LegalEntity legalEntity, String orderNumber) {
        return source.posted(legalEntity, orderNumber);
    }

    @Override
    public CompletionStage<Outcome<List<ReceivedQuantity>>> received(LegalEntity legalEntity, String orderNumber) {
        return source.received(legalEntity, orderNumber);
    }

    @Override
    public CompletionStage<Outcome<ChargesOfOrder>> charges(LegalEntity legalEntity, String orderNumber) {
        return source.charges(legalEntity, orderNumber);
    }

    @Override
    public List<InvoiceToPost> coming() {
        return coming.stream().filter(Coming::whole).map(Coming::invoice).toList();
    }

    @Override
    public CompletionStage<Outcome<List<OtherInvoice>>> others(InvoiceToPost invoice) {
        return new With(source).others(invoice);
    }

    @Override
    public CompletionStage<Outcome<Optional<WrittenInvoice>>> written(InvoiceToPost invoice, String headerReference) {
        return source.written(invoice, headerReference);
    }

    @Override
    public CompletionStage<Outcome<Optional<PostedInvoice>>> journalled(InvoiceToPost invoice, String reference) {
        return source.journalled(invoice, reference);
    }

    @Override
    public CompletionStage<InvoiceWrite> deleteHeader(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent) {
        throw new IllegalStateException("A forecast deletes nothing");
    }

    @Override
    public CompletionStage<InvoiceWrite> createWhole(InvoiceToPost invoice, Intent<?> intent) {
        throw new IllegalStateException("A forecast creates nothing");
    }

    @Override
    public CompletionStage<InvoiceWrite> createHeader(InvoiceToPost invoice, Intent<?> intent) {
        throw new IllegalStateException("A forecast creates nothing");
    }

    @Override
    public CompletionStage<InvoiceWrite> createLines(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent) {
        throw new IllegalStateException("A forecast creates nothing");
    }

    @Override
    public CompletionStage<Outcome<Set<String>>> attached(LegalEntity legalEntity, String headerReference) {
        return source.attached(legalEntity, headerReference);
    }

    @Override
    public CompletionStage<Outcome<String>> attach(
            LegalEntity legalEntity, String headerReference, List<Attachment> attachments, Intent<?> intent) {
        throw new IllegalStateException("A forecast attaches nothing");
    }
}
