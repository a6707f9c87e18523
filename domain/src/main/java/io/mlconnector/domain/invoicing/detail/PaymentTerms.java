package io.mlconnector.domain.invoicing.detail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * When to pay and what that is worth (810, segment ITD).
 *
 * @param type ITD01, such as {@code 01}; may be empty
 * @param basis ITD02: from which date the days count; may be empty
 * @param discountPercent ITD03
 * @param discountDate ITD04: until when the discount may be taken
 * @param discountDays ITD05
 * @param netDate ITD06: when the whole is due
 * @param netDays ITD07
 * @param discountAmount ITD08
 * @param dayOfMonth ITD13
 * @param description ITD12; may be empty
 */
public record PaymentTerms(
        String type,
        String basis,
        Optional<BigDecimal> discountPercent,
        Optional<LocalDate> discountDate,
        Optional<BigDecimal> discountDays,
        Optional<LocalDate> netDate,
        Optional<BigDecimal> netDays,
        Optional<BigDecimal> discountAmount,
        Optional<BigDecimal> dayOfMonth,
        String description) {

    public PaymentTerms {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(discountPercent, "discountPercent");
        Objects.requireNonNull(discountDate, "discountDate");
        Objects.requireNonNull(discountDays, "discountDays");
        Objects.requireNonNull(netDate, "netDate");
        Objects.requireNonNull(netDays, "netDays");
        Objects.requireNonNull(discountAmount, "discountAmount");
        Objects.requireNonNull(dayOfMonth, "dayOfMonth");
        Objects.requireNonNull(description, "description");
    }
}
