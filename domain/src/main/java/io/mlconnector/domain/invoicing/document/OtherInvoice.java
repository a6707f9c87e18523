package io.mlconnector.domain.invoicing.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Another invoice of the same vendor in F&O, to compare a new one with.
 *
 * @param posted whether it is posted; pending otherwise
 * @param number the vendor's invoice number
 * @param orderNumber its order; empty if the header names none
 * @param date of the invoice; empty if F&O has none
 * @param amount with tax; negative on a credit; empty if F&O has none
 */
public record OtherInvoice(
        boolean posted, String number, String orderNumber, Optional<LocalDate> date, Optional<BigDecimal> amount) {
    public OtherInvoice {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(orderNumber, "orderNumber");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
    }

    /** Where it is, for a sentence. */
    public String place() {
        return posted ? "posted" : "pending";
    }
}
