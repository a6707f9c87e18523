package io.mlconnector.domain.invoicing.attachment;

import io.mlconnector.domain.invoicing.detail.InvoiceNote;
import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.Tax;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A vendor's invoice as plain text, as the vendor wrote it: what a clerk would see on paper. */
final class InvoiceText {

    private static final String BREAK = "\r\n";

    private final StringBuilder text = new StringBuilder();

    private InvoiceText() {}

    static String of(VendorInvoice invoice) {
        InvoiceText text = new InvoiceText();
        text.head(invoice);
        invoice.parties().forEach(text::party);
        text.lines(invoice.lines());
        text.totals(invoice);
        text.remarks(invoice.details().notes());
        return text.text.toString();
    }

    private void head(VendorInvoice invoice) {
        line((invoice.kind() == VendorInvoice.Kind.CREDIT_NOTE ? "Credit note " : "Invoice ") + invoice.number());
        line("Date: " + invoice.date());
        invoice.orderNumber().ifPresent(order -> line("Order: " + order));
        invoice.currency().ifPresent(currency -> line("Currency: " + currency.code()));
        Map<String, String> references = new TreeMap<>(invoice.references());
        references.forEach((qualifier, reference) -> line("Reference " + qualifier + ": " + reference));
        invoice.details().terms().forEach(terms -> {
            String told = Stream.of(
                            Stream.of(terms.description()),
                            terms.discountPercent().stream().map(percent -> percent.toPlainString() + " % discount"),
                            terms.discountDate().stream().map(day -> "if paid until " + day),
                            terms.discountDays().stream().map(days -> "if paid within " + days(days)),
                            terms.netDate().stream().map(day -> "due " + day),
                            terms.netDays().stream().map(days -> "net " + days(days)))
                    .flatMap(part -> part)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", "));
            if (!told.isEmpty()) {
                line("Terms: " + told);
            }
        });
    }

    private static String days(BigDecimal days) {
        return days.toPlainString() + (days.compareTo(BigDecimal.ONE) == 0 ? " day" : " days");
    }

    private void party(InvoiceParty party) {
        String told = Stream.of(
                        party.address().name(),
                        party.address().street().replace("\n", ", "),
                        party.address().city(),
                        party.address().state(),
                        party.address().postalCode(),
                        party.address().country())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        if (!told.isEmpty()) {
            line("Party " + party.role() + ": " + told);
        }
    }

    private void lines(List<InvoiceLine> lines) {
        line("");
        for (InvoiceLine line : lines) {
            String ids = line.productIds().stream().map(ProductId::toString).collect(Collectors.joining(", "));
            line("Line " + line.lineNumber().orElse(Integer.toString(line.position()))
                    + line.orderNumber().map(order -> " (order " + order + ")").orElse("") + ": "
                    + line.quantity().toPlainString() + " " + line.unit().code() + " at "
                    + line.price().amount().toPlainString()
                    + (line.price().per().signum() > 0 && line.price().per().compareTo(java.math.BigDecimal.ONE) != 0
                            ? " per " + line.price().per().toPlainString()
                            : "")
                    + " = " + line.amount().toPlainString() + (ids.isEmpty() ? "" : "  " + ids)
                    + (line.description().isBlank() ? "" : "  " + line.description()));
            line.charges().forEach(charge -> line("    " + inWords(charge)));
            line.taxes().forEach(tax -> line("    " + inWords(tax)));
        }
        line("");
    }

    private void totals(VendorInvoice invoice) {
        invoice.charges().forEach(charge -> line(inWords(charge)));
        invoice.taxes().forEach(tax -> line(inWords(tax)));
        line("Total: " + invoice.total().toPlainString()
                + invoice.currency().map(currency -> " " + currency.code()).orElse(""));
    }

    private void remarks(List<InvoiceNote> notes) {
        notes.forEach(note -> line("Remark: " + note.text()));
    }

    /** An allowance or charge for a reader. */
    static String inWords(Charge charge) {
        return (charge.amount().signum() < 0 ? "Allowance " : "Charge ") + charge.named() + ": "
                + charge.amount().toPlainString()
                + (charge.description().isBlank() ? "" : "  " + charge.description());
    }

    private static String inWords(Tax tax) {
        return "Tax " + tax.type() + ": " + tax.amount().toPlainString();
    }

    private void line(String line) {
        text.append(line).append(BREAK);
    }
}
