package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.words.Counted;
import io.mlconnector.x12.internal.syntax.DecimalReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Compares CTT with the lines. A wrong or missing CTT is a warning (reference x12, section 13). What CTT states can be judged only when
 * all lines are read; it is marked where it stands all the same.
 */
final class SummaryCheck {
    private static final int LINES = 1;
    private static final int HASH_TOTAL = 2;

    private final DecimalReader decimals = new DecimalReader();
    private boolean present;
    private List<Stated> stated = List.of();

    /** A number in CTT and where it stands, as the cursor goes on. */
    private record Stated(
            int element, BigDecimal number, String segment, int inFile, int inSet, long offset, String text) {
        SyntaxProblem wrong(String code, String message) {
            return new SyntaxProblem(
                    code, Severity.WARNING, "", segment, inFile, inSet, element, 0, offset, text, "", message);
        }
    }

    void stated(SegmentCursor ctt) {
        present = true;
        stated = new ArrayList<>();
        for (int element : new int[] {LINES, HASH_TOTAL}) {
            if (!ctt.isEmpty(element) && decimals.read(ctt, element)) {
                stated.add(new Stated(
                        element,
                        decimals.value(),
                        ctt.tagText(),
                        ctt.inFile(),
                        ctt.inSet(),
                        ctt.offset(element),
                        Findings.quoted(ctt.text(element))));
            }
        }
    }

    /**
     * Compares.
     *
     * @param last the segment that ends the transaction set
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
        for (Stated one : stated) {
            BigDecimal actual = one.element() == LINES ? BigDecimal.valueOf(lines) : quantity.get();
            if (one.number().compareTo(actual) != 0) {
                String number = Findings.quoted(one.number().toPlainString());
                findings.add(
                        one.element() == LINES
                                ? one.wrong(
                                        "line-count-wrong",
                                        "CTT01 states " + number + ", but the invoice has "
                                                + Counted.of(lines, "line")
                                                + ". CTT01 must be the number of IT1 segments.")
                                : one.wrong(
                                        "hash-total-wrong",
                                        "CTT02 states " + number + ", but the quantities in IT102 add up to "
                                                + actual.toPlainString() + "."));
            }
        }
    }
}
