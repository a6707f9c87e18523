package io.mlconnector.domain.invoicing.written;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A vendor invoice that F&O has posted, as far as its journal tells.
 *
 * @param vendor account of the vendor who is paid
 * @param number the vendor's invoice number
 * @param date of the invoice; empty if F&O does not tell
 * @param currency ISO 4217; empty if F&O does not tell
 * @param stated what the vendor stated, with tax; empty if F&O does not tell
 * @param total what was posted, with charges and tax; empty if F&O does not tell
 * @param tax what the vendor stated; empty if F&O does not tell
 * @param lines what it bills; empty if F&O does not show posted lines
 */
public record PostedInvoice(
        String vendor,
        String number,
        Optional<LocalDate> date,
        String currency,
        Optional<BigDecimal> stated,
        Optional<BigDecimal> total,
        Optional<BigDecimal> tax,
        List<Line> lines) {

    public PostedInvoice {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(stated, "stated");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(tax, "tax");
        lines = List.copyOf(lines);
    }

    /**
     * One line. Its number says nothing: F&O numbers posted lines anew.
     *
     * @param orderNumber its order; empty if there is none
     * @param orderLine line of that order; 0 if there is none
     * @param quantity billed; negative on a credit
     * @param unit of the quantity; empty if F&O does not tell
     * @param netAmount without charges and tax; empty if F&O does not tell
     */
    public record Line(
            String orderNumber, long orderLine, BigDecimal quantity, String unit, Optional<BigDecimal> netAmount) {
        public Line {
            Objects.requireNonNull(orderNumber, "orderNumber");
            Objects.requireNonNull(quantity, "quantity");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(netAmount, "netAmount");
        }
    }

    /** The same with these lines. */
    public PostedInvoice with(List<Line> itsLines) {
        return new PostedInvoice(vendor, number, date, currency, stated, total, tax, itsLines);
    }
}
