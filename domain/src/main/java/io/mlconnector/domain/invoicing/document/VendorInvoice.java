package io.mlconnector.domain.invoicing.document;

import io.mlconnector.domain.invoicing.detail.InvoiceDetails;
import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import io.mlconnector.domain.trade.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A vendor invoice as the vendor wrote it, before any alignment. Signs are normalised: on a credit note quantities,
 * charges, taxes and total are negative, whatever convention the vendor uses (reference x12, section 13).
 *
 * @param number BIG02, 1 to 22 characters
 * @param date BIG01
 * @param kind invoice or credit note
 * @param purpose BIG08, such as {@code 00}; empty if absent
 * @param orderNumber BIG04; empty if absent
 * @param orderDate BIG03; empty if absent
 * @param currency CUR02; empty if absent
 * @param references REF01 and REF02 of the header, first of each kind
 * @param parties the N1 loops of the header
 * @param lines in their order; may be empty on an invoice over a total only
 * @param charges allowances and charges of the whole invoice
 * @param taxes tax amounts of the whole invoice
 * @param total TDS01 with two decimals
 * @param details what else it says; absent in what older versions stored
 */
public record VendorInvoice(
        String number,
        LocalDate date,
        Kind kind,
        String purpose,
        Optional<String> orderNumber,
        Optional<LocalDate> orderDate,
        Optional<CurrencyCode> currency,
        Map<String, String> references,
        List<InvoiceParty> parties,
        List<InvoiceLine> lines,
        List<Charge> charges,
        List<Tax> taxes,
        BigDecimal total,
        InvoiceDetails details) {

    public VendorInvoice {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(orderNumber, "orderNumber");
        Objects.requireNonNull(orderDate, "orderDate");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(total, "total");
        details = Objects.requireNonNullElse(details, InvoiceDetails.NONE);
        references = Map.copyOf(references);
        parties = List.copyOf(parties);
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
        taxes = List.copyOf(taxes);
    }

    /** What kind of claim it is. */
    public enum Kind {
        /** The vendor asks for money. */
        INVOICE,
        /** The vendor gives money back. */
        CREDIT_NOTE
    }

    /**
     * What lines, charges and taxes add up to, two decimals. Taxes of lines that are repeated as a total at the end
     * count once (reference x12, section 13).
     */
    public BigDecimal computedTotal() {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal lineTax = BigDecimal.ZERO;
        for (InvoiceLine line : lines) {
            sum = sum.add(line.amount());
            for (Charge charge : line.charges()) {
                sum = sum.add(charge.amount());
            }
            for (Tax tax : line.taxes()) {
                lineTax = lineTax.add(tax.amount());
            }
        }
        for (Charge charge : charges) {
            sum = sum.add(charge.amount());
        }
        BigDecimal summaryTax = taxes.stream().map(Tax::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tax = summaryTax.compareTo(lineTax) == 0 ? summaryTax : summaryTax.add(lineTax);
        return sum.add(tax);
    }

    /** All tax that the vendor states, counted as in {@link #computedTotal()}. */
    public BigDecimal statedTax() {
        BigDecimal lineTax = lines.stream()
                .flatMap(line -> line.taxes().stream())
                .map(Tax::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal summaryTax = taxes.stream().map(Tax::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return summaryTax.compareTo(lineTax) == 0 ? summaryTax : summaryTax.add(lineTax);
    }
}
