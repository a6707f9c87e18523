package io.mlconnector.x12;

import io.mlconnector.domain.invoicing.Charge;
import io.mlconnector.domain.invoicing.InvoiceLine;
import io.mlconnector.domain.invoicing.InvoiceParty;
import io.mlconnector.domain.invoicing.Tax;
import io.mlconnector.domain.invoicing.VendorInvoice;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes an invoice as the segments of an 810, credits with positive numbers. Knows nothing of the reader. */
final class InvoiceText {
    private final boolean credit;
    private final List<String> segments = new ArrayList<>();

    private InvoiceText(VendorInvoice invoice) {
        credit = invoice.kind() == VendorInvoice.Kind.CREDIT_NOTE;
    }

    static String[] segments(VendorInvoice invoice) {
        var text = new InvoiceText(invoice);
        text.header(invoice);
        invoice.lines().forEach(text::line);
        text.add("TDS*" + text.given(invoice.total()).movePointRight(2).toBigInteger());
        invoice.taxes().forEach(text::tax);
        invoice.charges().forEach(text::charge);
        text.add("CTT*" + invoice.lines().size());
        return text.segments.toArray(String[]::new);
    }

    private void header(VendorInvoice invoice) {
        add("BIG*" + invoice.date().format(DateTimeFormatter.BASIC_ISO_DATE)
                + "*" + invoice.number()
                + "*"
                + invoice.orderDate()
                        .map(date -> date.format(DateTimeFormatter.BASIC_ISO_DATE))
                        .orElse("")
                + "*" + invoice.orderNumber().orElse("")
                + "***" + (credit ? "CR" : "DI")
                + (invoice.purpose().isEmpty() ? "" : "*" + invoice.purpose()));
        invoice.currency().ifPresent(currency -> add("CUR*SE*" + currency));
        invoice.references().forEach((qualifier, value) -> add("REF*" + qualifier + "*" + value));
        invoice.parties().forEach(this::party);
    }

    private void party(InvoiceParty party) {
        var address = party.address();
        add("N1*" + party.role() + "*" + address.name() + "*" + party.idQualifier() + "*" + address.code());
        add("N3*" + address.street().replace("\n", "*"));
        add("N4*" + address.city() + "*" + address.state() + "*" + address.postalCode() + "*" + address.country());
    }

    private void line(InvoiceLine line) {
        String basis = switch (line.price().per().intValue()) {
            case 100 -> "HP";
            case 1000 -> "TP";
            case 12 -> "PD";
            case 10 -> "PN";
            default -> "";
        };
        var it1 = new StringBuilder("IT1*" + line.lineNumber().orElse("") + "*"
                + given(line.quantity()).toPlainString() + "*" + line.unit() + "*"
                + line.price().amount().toPlainString() + "*" + basis);
        for (ProductId id : line.productIds()) {
            it1.append('*').append(id.qualifier()).append('*').append(id.id());
        }
        add(it1.toString().replaceAll("\\*+$", ""));
        line.taxes().forEach(this::tax);
        if (!line.description().isEmpty()) {
            add("PID*F****" + line.description());
        }
        line.orderNumber().ifPresent(number -> add("REF*PO*" + number));
        line.charges().forEach(this::charge);
    }

    private void charge(Charge charge) {
        boolean allowance = charge.amount().signum() < 0 != credit;
        add("SAC*" + (allowance ? "A" : "C") + "*" + charge.code() + "***"
                + charge.amount().abs().movePointRight(2).toBigInteger() + "**********" + charge.description());
    }

    private void tax(Tax tax) {
        add("TXI*" + tax.type() + "*" + given(tax.amount()).toPlainString());
    }

    private BigDecimal given(BigDecimal amount) {
        return credit ? amount.negate() : amount;
    }

    private void add(String segment) {
        segments.add(segment);
    }
}
