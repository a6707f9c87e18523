package io.mlconnector.x12.internal.invoice;

import io.mlconnector.x12.internal.syntax.DecimalReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

/** Compares CTT with the lines. A wrong or missing CTT is a warning (reference x12, section 13). */
final class SummaryCheck {
    private final DecimalReader decimals = new DecimalReader();
    private boolean present;
    private Optional<BigDecimal> lineCount = Optional.empty();
    private Optional<BigDecimal> hashTotal = Optional.empty();

    void stated(SegmentCursor ctt) {
        present = true;
        lineCount = number(ctt, 1);
        hashTotal = number(ctt, 2);
    }

    private Optional<BigDecimal> number(SegmentCursor ctt, int element) {
        return !ctt.isEmpty(element) && decimals.read(ctt, element) ? Optional.of(decimals.value()) : Optional.empty();
    }

    /**
     * Compares.
     *
     * @param lines how many there are
     * @param quantity what they add up to
     */
    void check(SegmentCursor last, int lines, Supplier<BigDecimal> quantity, Findings findings) {
        if (!present) {
            findings.warn(
                    "line-count-missing",
                    "",
                    last,
                    0,
                    "The transaction set has no CTT with the number of line items. Send CTT as the last segment of the summary.");
        }
        if (lineCount.isPresent() && lineCount.get().compareTo(BigDecimal.valueOf(lines)) != 0) {
            findings.warn(
                    "line-count-wrong",
                    "",
                    last,
                    0,
                    "CTT01 states " + Findings.quoted(lineCount.get().toPlainString()) + ", but the invoice has "
                            + lines + " lines. CTT01 must be the number of IT1 segments.");
        }
        if (hashTotal.isPresent() && hashTotal.get().compareTo(quantity.get()) != 0) {
            findings.warn(
                    "hash-total-wrong",
                    "",
                    last,
                    0,
                    "CTT02 states " + Findings.quoted(hashTotal.get().toPlainString())
                            + ", but the quantities in IT102 add up to "
                            + quantity.get().toPlainString() + ".");
        }
    }
}
