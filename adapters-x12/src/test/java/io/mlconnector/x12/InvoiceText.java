package io.mlconnector.x12;

import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.Tax;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes an invoice as the segments of an 810, credits with positive numbers. Independent of the reader. */
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
                + "*" + invoice.details().releaseNumber() + "**" + type(invoice) + "*" + invoice.purpose()
                + "**" + invoice.details().secondNumber());
        DetailText.notes(invoice.details()).forEach(this::add);
        invoice.currency().ifPresent(currency -> add("CUR*SE*" + currency));
        invoice.references().forEach((qualifier, value) -> add("REF*" + qualifier + "*" + value));
        DetailText.contacts(invoice.details().contacts()).forEach(this::add);
        invoice.parties().forEach(this::party);
        DetailText.header(invoice.details()).forEach(this::add);
        invoice.details().others().forEach(this::add);
    }

    /** The invoice unchanged; a credit note identified by its negative total gets the credit type. */
    private String type(VendorInvoice invoice) {
        String type = invoice.details().transactionType();
        return credit && type.isEmpty() ? "CR" : type;
    }

    private void party(InvoiceParty party) {
        var address = party.address();
        add("N1*" + party.role() + "*" + address.name() + "*" + party.idQualifier() + "*" + address.code());
        party.details().names().forEach(name -> add("N2*" + name));
        List<String> street = address.street().lines().toList();
        for (int i = 0; i < street.size(); i += 2) {
            add("N3*" + String.join("*", street.subList(i, Math.min(street.size(), i + 2))));
        }
        add("N4*" + address.city() + "*" + address.state() + "*" + address.postalCode() + "*" + address.country());
        party.details().references().forEach((qualifier, value) -> add("REF*" + qualifier + "*" + value));
        DetailText.contacts(party.details().contacts()).forEach(this::add);
    }

    private void line(InvoiceLine line) {
        var it1 = new StringBuilder("IT1*" + line.lineNumber().orElse("") + "*"
                + given(line.quantity()).toPlainString() + "*" + line.unit() + "*"
                + line.price().amount().toPlainString() + "*" + line.details().priceBasis());
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
        line.orderNumber()
                .filter(number -> line.productIds().stream()
                        .noneMatch(id -> id.qualifier().equals("PO") && id.id().equals(number)))
                .ifPresent(number -> add("REF*PO*" + number));
        more.stream().filter(segment -> !isBeforeReferences(segment)).forEach(this::add);
        line.charges().forEach(this::charge);
        DetailText.informative(line.details().informative()).forEach(this::add);
        line.details().subLines().forEach(sub -> add(DetailText.subLine(sub)));
        line.details().parties().forEach(this::party);
        line.details().others().stream()
                .filter(other -> !DetailText.isEarly(other))
                .forEach(this::add);
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
        String trimmed = segment.replaceAll("[*>]+$", "");
        if (trimmed.contains("*") || segment.indexOf('*') < 0) {
            segments.add(trimmed);
        }
    }
}
