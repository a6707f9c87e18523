package io.mlconnector.domain.search;

import io.mlconnector.domain.invoicing.detail.InformativeCharge;
import io.mlconnector.domain.invoicing.detail.InvoiceContact;
import io.mlconnector.domain.invoicing.detail.InvoiceDetails;
import io.mlconnector.domain.invoicing.detail.InvoiceNote;
import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.invoicing.detail.line.LineDescription;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.ProductId;
import java.util.Collection;
import java.util.List;

/** The texts of an invoice by which people look for it. */
public final class InvoiceSearchText {

    private final SearchText found = new SearchText();

    private InvoiceSearchText() {}

    /** Of an invoice as the vendor wrote it. */
    public static String of(VendorInvoice invoice) {
        InvoiceSearchText text = new InvoiceSearchText();
        invoice.lines().forEach(text::goods);
        text.heading(invoice);
        invoice.lines().forEach(text::words);
        return text.found.text();
    }

    private void goods(InvoiceLine line) {
        products(line.productIds());
        line.details().subLines().forEach(part -> products(part.productIds()));
        found.add(line.orderNumber());
    }

    private void products(List<ProductId> ids) {
        ids.forEach(id -> found.add(id.id()));
    }

    private void heading(VendorInvoice invoice) {
        InvoiceDetails details = invoice.details();
        found.add(invoice.orderNumber())
                .addAll(invoice.references().values())
                .add(details.releaseNumber())
                .add(details.secondNumber());
        details.carriage()
                .ifPresent(carriage ->
                        found.add(carriage.reference()).add(carriage.carrier()).add(carriage.routing()));
        parties(invoice.parties());
        contacts(details.contacts());
        details.notes().stream().map(InvoiceNote::text).forEach(found::add);
        charges(invoice.charges(), details.informative());
    }

    private void words(InvoiceLine line) {
        InvoiceLineDetails details = line.details();
        found.addAll(details.references().values()).add(line.description());
        details.descriptions().stream().map(LineDescription::text).forEach(found::add);
        parties(details.parties());
        contacts(details.contacts());
        charges(line.charges(), details.informative());
    }

    private void parties(List<InvoiceParty> parties) {
        for (InvoiceParty party : parties) {
            Addresses.add(found, party.address());
            found.addAll(party.details().names())
                    .addAll(party.details().references().values());
            contacts(party.details().contacts());
        }
    }

    private void contacts(List<InvoiceContact> contacts) {
        contacts.stream().map(InvoiceContact::name).forEach(found::add);
    }

    private void charges(Collection<Charge> charges, Collection<InformativeCharge> informative) {
        charges.stream().map(Charge::description).forEach(found::add);
        informative.stream().map(InformativeCharge::description).forEach(found::add);
    }
}
