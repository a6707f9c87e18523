package io.mlconnector.domain.invoicing.whatif;

import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.words.DocumentId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One invoice, as it is judged now and as it would be.
 *
 * @param id of its document
 * @param number of the invoice
 * @param currency three letters; empty if the invoice names none
 * @param total what it says; negative on a credit note
 * @param largest its line of the greatest amount; empty if it has none
 * @param before as it is judged now
 * @param after as it would be
 */
public record TriedInvoice(
        DocumentId id,
        String number,
        String currency,
        BigDecimal total,
        Optional<Line> largest,
        Verdict before,
        Verdict after) {

    public TriedInvoice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(largest, "largest");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** Of an invoice. */
    public static TriedInvoice of(DocumentId id, VendorInvoice invoice, Verdict before, Verdict after) {
        return new TriedInvoice(
                id,
                invoice.number(),
                invoice.currency().map(Object::toString).orElse(""),
                invoice.total(),
                invoice.lines().stream()
                        .max(Comparator.comparing(
                                (InvoiceLine line) -> line.amount().abs()))
                        .map(line -> new Line(line.position(), line.amount())),
                before,
                after);
    }

    /** What the checks say. */
    public enum Verdict {
        /** It goes on. */
        PASSES,
        /** This check stops it. */
        STOPS,
        /** Something else stops it, or nobody can tell now. */
        OTHERWISE
    }

    /**
     * A line.
     *
     * @param position in the invoice, first = 1
     * @param amount quantity times price
     */
    public record Line(int position, BigDecimal amount) {
        public Line {
            Objects.requireNonNull(amount, "amount");
        }
    }
}
