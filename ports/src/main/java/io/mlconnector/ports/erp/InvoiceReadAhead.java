package io.mlconnector.ports.erp;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.charging.comparison.ChargesOfOrder;
import io.mlconnector.domain.invoicing.document.OtherInvoice;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * Asks at once what one invoice will be asked about, and answers from that. A question that was not foreseen is asked when it comes.
 * Lives as long as one visit of a document, so that no answer is older than the visit. For ports to which many questions at once cost
 * little more than one.
 */
public final class InvoiceReadAhead implements InvoiceReadings {

    /** Reads that are made ahead: where a partner belongs to many companies, or an invoice to many orders, most would be in vain. */
    private static final int MOST = 60;

    private final InvoiceReadings source;
    private final InvoiceInquiry inquiry;
    private final Map<String, CompletionStage<Outcome<List<ExistingInvoice>>>> existing = new HashMap<>();
    private final Map<String, CompletionStage<Outcome<List<InvoicedQuantity>>>> invoiced = new HashMap<>();
    private final Map<String, CompletionStage<Outcome<List<InvoicedQuantity>>>> posted = new HashMap<>();
    private final Map<String, CompletionStage<Outcome<List<ReceivedQuantity>>>> received = new HashMap<>();
    private final Map<String, CompletionStage<Outcome<List<OtherInvoice>>>> others = new HashMap<>();

    /**
     * Begins to read.
     *
     * @param source answers
     * @param inquiry what will be asked
     * @param othersOf asks for other invoices of a vendor that may be this one; empty if only {@code source} can, when it comes
     */
    public InvoiceReadAhead(
            InvoiceReadings source,
            InvoiceInquiry inquiry,
            Optional<BiFunction<LegalEntity, VendorAccount, CompletionStage<Outcome<List<OtherInvoice>>>>> othersOf) {
        this.source = source;
        this.inquiry = inquiry;
        InvoiceInquiry.About about = inquiry.about();
        if (inquiry.vendors().size() * (4 + 3 * about.orders().size()) > MOST) {
            return;
        }
        inquiry.vendors().forEach((legalEntity, vendor) -> {
            existing.put(key(legalEntity, vendor.number()), source.find(legalEntity, vendor, about.number()));
            othersOf.ifPresent(ask -> others.put(key(legalEntity, vendor.number()), ask.apply(legalEntity, vendor)));
            for (String order : about.orders()) {
                invoiced.put(key(legalEntity, order), source.invoiced(legalEntity, order));
                posted.put(key(legalEntity, order), source.posted(legalEntity, order));
                received.put(key(legalEntity, order), source.received(legalEntity, order));
            }
        });
    }

    @Override
    public CompletionStage<Outcome<List<ExistingInvoice>>> find(
            LegalEntity legalEntity, VendorAccount vendor, String number) {
        CompletionStage<Outcome<List<ExistingInvoice>>> asked = existing.get(key(legalEntity, vendor.number()));
        return asked == null || !number.equals(inquiry.about().number())
                ? source.find(legalEntity, vendor, number)
                : asked;
    }

    @Override
    public CompletionStage<Outcome<List<InvoicedQuantity>>> invoiced(LegalEntity legalEntity, String orderNumber) {
        CompletionStage<Outcome<List<InvoicedQuantity>>> asked = invoiced.get(key(legalEntity, orderNumber));
        return asked == null ? source.invoiced(legalEntity, orderNumber) : asked;
    }

    @Override
    public CompletionStage<Outcome<List<InvoicedQuantity>>> posted(LegalEntity legalEntity, String orderNumber) {
        CompletionStage<Outcome<List<InvoicedQuantity>>> asked = posted.get(key(legalEntity, orderNumber));
        return asked == null ? source.posted(legalEntity, orderNumber) : asked;
    }

    @Override
    public CompletionStage<Outcome<List<ReceivedQuantity>>> received(LegalEntity legalEntity, String orderNumber) {
        CompletionStage<Outcome<List<ReceivedQuantity>>> asked = received.get(key(legalEntity, orderNumber));
        return asked == null ? source.received(legalEntity, orderNumber) : asked;
    }

    @Override
    public CompletionStage<Outcome<List<OtherInvoice>>> others(InvoiceToPost invoice) {
        CompletionStage<Outcome<List<OtherInvoice>>> asked =
                others.get(key(invoice.legalEntity(), invoice.vendor().number()));
        return asked == null || !inquiry.about().covers(invoice) ? source.others(invoice) : asked;
    }

    /** Few invoices need them, so that they are asked for when the question comes. */
    @Override
    public CompletionStage<Outcome<ChargesOfOrder>> charges(LegalEntity legalEntity, String orderNumber) {
        return source.charges(legalEntity, orderNumber);
    }

    /** F&O compares texts without regard to case. */
    private static String key(LegalEntity legalEntity, String text) {
        return legalEntity.id() + "/" + text.toLowerCase(Locale.ROOT);
    }
}
