package io.mlconnector.x12.internal.invoice;

import io.mlconnector.x12.internal.syntax.DecimalReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import java.math.BigDecimal;
import java.util.Optional;

/** Compares CTT with the lines. A wrong or missing CTT is a warning (reference x12, section 13). */
final class SummaryCheck {
    private final DecimalReader decimals = new DecimalReader();
    private int lines;
    private BigDecimal quantity = BigDecimal.ZERO;
    private boolean present;
    private Optional<String> lineCount = Optional.empty();
    private Optional<String> hashTotal = Optional.empty();

    void line(BigDecimal invoiced) {
        lines++;
        quantity = quantity.add(invoiced);
    }

    /** What the lines add up to. */
    BigDecimal quantity() {
        return quantity;
    }

    void stated(SegmentCursor ctt) {
        present = true;
        lineCount = number(ctt, 1).map(BigDecimal::toPlainString);
        hashTotal = number(ctt, 2).map(BigDecimal::toPlainString);
    }

    private Optional<BigDecimal> number(SegmentCursor ctt, int element) {
        return !ctt.isEmpty(element) && decimals.read(ctt, element) ? Optional.of(decimals.value()) : Optional.empty();
    }

    void check(SegmentCursor last, Findings findings) {
        if (!present) {
            findings.warn("line-count-missing", "", last, 0, "The set has no CTT with the number of its lines.");
        }
        lineCount.ifPresent(count -> {
            if (new BigDecimal(count).compareTo(BigDecimal.valueOf(lines)) != 0) {
                findings.warn(
                        "line-count-wrong",
                        "",
                        last,
                        0,
                        "CTT01 says " + Findings.quoted(count) + ", but there are " + lines + " lines.");
            }
        });
        hashTotal.ifPresent(total -> {
            if (new BigDecimal(total).compareTo(quantity) != 0) {
                findings.warn(
                        "hash-total-wrong",
                        "",
                        last,
                        0,
                        "CTT02 says " + Findings.quoted(total) + ", but the quantities add up to "
                                + quantity.toPlainString() + ".");
            }
        });
    }
}
