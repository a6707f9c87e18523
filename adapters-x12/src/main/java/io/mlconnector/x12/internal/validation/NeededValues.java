package io.mlconnector.x12.internal.validation;

import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.DecimalReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Reads values that a document requires. An unreadable value is an error, not a warning: nothing is guessed. */
public final class NeededValues {
    private final Findings findings;
    private final DecimalReader decimals = new DecimalReader();

    /** Values whose problems go to {@code findings}. */
    public NeededValues(Findings findings) {
        this.findings = findings;
    }

    /** A decimal number; empty if the element is empty or was reported as unusable. */
    public Optional<BigDecimal> decimal(SegmentCursor segment, int element) {
        return readable(segment, element) ? Optional.of(decimals.value()) : Optional.empty();
    }

    /** A decimal number; zero if the element is empty or was reported as unusable. */
    public BigDecimal decimalOrZero(SegmentCursor segment, int element) {
        return readable(segment, element) ? decimals.value() : BigDecimal.ZERO;
    }

    /** A decimal number that is not needed: empty also if it cannot be read. */
    public Optional<BigDecimal> anyDecimal(SegmentCursor segment, int element) {
        return !segment.isEmpty(element) && decimals.read(segment, element)
                ? Optional.of(decimals.value())
                : Optional.empty();
    }

    /** The same with two implied decimals. */
    public Optional<BigDecimal> anyAmount(SegmentCursor segment, int element) {
        return !segment.isEmpty(element) && decimals.read(segment, element)
                ? Optional.of(decimals.valueOfN2())
                : Optional.empty();
    }

    /** An amount with two implied decimals, or with a point where the partner wrote one. */
    public Optional<BigDecimal> amount(SegmentCursor segment, int element) {
        if (!readable(segment, element)) {
            return Optional.empty();
        }
        if (decimals.exponent()) {
            invalid(segment, element);
            return Optional.empty();
        }
        return Optional.of(decimals.valueOfN2());
    }

    private boolean readable(SegmentCursor segment, int element) {
        if (segment.isEmpty(element)) {
            return false;
        }
        if (decimals.read(segment, element)) {
            return true;
        }
        invalid(segment, element);
        return false;
    }

    private void invalid(SegmentCursor segment, int element) {
        findings.unusable(
                "number-invalid",
                "AK403 6",
                segment,
                element,
                "This is not a number. Send digits with at most one point and a minus sign in front.");
    }

    /** A date that must be there. */
    public Optional<LocalDate> date(SegmentCursor segment, int element) {
        Optional<LocalDate> date = DateReader.read(segment, element);
        if (segment.isEmpty(element)) {
            missing(segment, element);
        } else if (date.isEmpty()) {
            findings.unusable("date-invalid", "AK403 8", segment, element, "This is not a date. Send CCYYMMDD.");
        }
        return date;
    }

    /** A text that must be there; empty if it is not. */
    public String text(SegmentCursor segment, int element) {
        String text = segment.stripped(element);
        if (text.isEmpty()) {
            missing(segment, element);
        }
        return text;
    }

    /** Says that an element is missing without which the document cannot be understood. */
    public void missing(SegmentCursor segment, int element) {
        findings.unusable(
                "element-missing",
                "AK403 1",
                segment,
                element,
                "This element is empty, but the document cannot be processed without it. Send a value.");
    }
}
