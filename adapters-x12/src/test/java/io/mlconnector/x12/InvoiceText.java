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
        text.add("TDS*" + text.given(invoice.total()).movePointRight(2).toBigInteger()
                + DetailText.total(invoice.details()));
        invoice.taxes().forEach(text::tax);
        DetailText.carriage(invoice.details()).forEach(text::add);
        invoice.charges().forEach(text::charge);
        DetailText.informative(invoice.details().informative()).forEach(text::add);
        DetailText.shipped(invoice.details()).forEach(text::add);
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
                + "*" + invoice.details().releaseNumber() + "**" + (credit ? "CR" : "DI") + "*" + invoice.purpose()
                + "**" + invoice.details().secondNumber());
        DetailText.notes(invoice.details()).forEach(this::add);
        invoice.currency().ifPresent(currency -> add("CUR*SE*" + currency));
        invoice.references().forEach((qualifier, value) -> add("REF*" + qualifier + "*" + value));
        DetailText.contacts(invoice.details().contacts()).forEach(this::add);
        invoice.parties().forEach(this::party);
        DetailText.header(invoice.details()).forEach(this::add);
    }

    private void party(InvoiceParty party) {
        var address = party.address();
        add("N1*" + party.role() + "*" + address.name() + "*" + party.idQualifier() + "*" + address.code());
        party.details().names().forEach(name -> add("N2*" + name));
        add("N3*" + address.street().replace("\n", "*"));
        add("N4*" + address.city() + "*" + address.state() + "*" + address.postalCode() + "*" + address.country());
        party.details().references().forEach((qualifier, value) -> add("REF*" + qualifier + "*" + value));
        DetailText.contacts(party.details().contacts()).forEach(this::add);
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
        DetailText.quantities(line.details()).forEach(this::add);
        line.taxes().forEach(this::tax);
        DetailText.prices(line.details()).forEach(this::add);
        if (!line.description().isEmpty()) {
            add("PID*F****" + line.description());
        }
        List<String> more = DetailText.line(line.details()).toList();
        more.stream().filter(segment -> isBeforeReferences(segment)).forEach(this::add);
        line.orderNumber().ifPresent(number -> add("REF*PO*" + number));
        more.stream().filter(segment -> !isBeforeReferences(segment)).forEach(this::add);
        line.charges().forEach(this::charge);
        DetailText.informative(line.details().informative()).forEach(this::add);
        DetailText.loops(line.details()).forEach(this::add);
    }

    private static boolean isBeforeReferences(String segment) {
        return segment.startsWith("PID") || segment.startsWith("PO4");
    }

    private void charge(Charge charge) {
        boolean allowance = charge.amount().signum() < 0 != credit;
        add("SAC*" + (allowance ? "A" : "C") + "*" + charge.code() + "***"
                + charge.amount().abs().movePointRight(2).toBigInteger() + "*******" + charge.handling() + "***"
                + charge.description());
    }

    private void tax(Tax tax) {
        add("TXI*" + tax.type() + "*" + given(tax.amount()).toPlainString() + "*"
                + tax.rate().map(BigDecimal::toPlainString).orElse("") + "*****"
                + tax.base().map(BigDecimal::toPlainString).orElse(""));
    }

    private BigDecimal given(BigDecimal amount) {
        return credit ? amount.negate() : amount;
    }

    private void add(String segment) {
        segments.add(segment.replaceAll("\\*+$", ""));
    }
}
