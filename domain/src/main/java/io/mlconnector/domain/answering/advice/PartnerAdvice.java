package io.mlconnector.domain.answering.advice;

import io.mlconnector.domain.answering.AdvisedDocument.Remark;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an 824 says of an invoice that stands still for a reason that only the partner can remove (reference x12, section 8): the place and
 * a plain sentence of each. What may as well be a matter of our data or agreement, such as an item that is not known, a price or a
 * quantity, is told by persons only.
 */
public final class PartnerAdvice {

    /** An 824 has no use for more. */
    private static final int MOST = 20;

    /** BIG follows ST. */
    private static final int BIG = 2;

    private PartnerAdvice() {}

    /**
     * What to tell.
     *
     * @param causes why the invoice stands still
     * @param invoice what it says; empty if it cannot be used
     * @param problems what is wrong with its form
     * @return empty if nothing of it is certainly the partner's to correct
     */
    public static List<Remark> of(List<Cause> causes, Optional<VendorInvoice> invoice, List<SyntaxProblem> problems) {
        List<Remark> remarks = new ArrayList<>();
        for (Cause cause : causes) {
            if (cause.code().equals(ProblemCode.X12_INVALID.text())) {
                problems.stream()
                        .filter(problem -> problem.severity().compareTo(Severity.ERROR) >= 0)
                        .map(PartnerAdvice::ofForm)
                        .forEach(remarks::add);
            } else {
                invoice.flatMap(read -> ofContent(cause, read)).ifPresent(remarks::add);
            }
        }
        return remarks.stream().distinct().limit(MOST).toList();
    }

    private static Remark ofForm(SyntaxProblem problem) {
        String segment = problem.segment().matches("[A-Z][A-Z0-9]{1,2}") ? problem.segment() : "";
        return new Remark(
                "848", problem.message(), segment, problem.text(), "", problem.segmentInSet(), problem.element());
    }

    private static Optional<Remark> ofContent(Cause cause, VendorInvoice invoice) {
        return ProblemCode.of(cause.code())
                .flatMap(code -> Optional.ofNullable(
                        switch (code) {
                            case ORDER_MISSING ->
                                big(
                                        "007",
                                        4,
                                        "",
                                        "Invoice " + invoice.number() + " names no purchase order: send its"
                                                + " number in BIG04.");
                            case ORDER_UNKNOWN -> orderUnknown(cause, invoice);
                            case CURRENCY_DIFFERS -> currency(invoice);
                            case TOTAL_OUT_OF_BALANCE ->
                                new Remark(
                                        "010",
                                        "The total of invoice " + invoice.number() + ", "
                                                + invoice.total().toPlainString()
                                                + ", is not the sum of its lines, allowances, charges and taxes.",
                                        "TDS",
                                        invoice.total()
                                                .movePointRight(2)
                                                .toBigInteger()
                                                .toString(),
                                        "",
                                        0,
                                        1);
                            case NO_LINES ->
                                new Remark(
                                        "007",
                                        "Invoice " + invoice.number()
                                                + " has a total but no lines: send what it bills.",
                                        "IT1",
                                        "",
                                        "");
                            case TOTAL_ZERO ->
                                new Remark(
                                        "848",
                                        "The total of invoice " + invoice.number() + " is zero.",
                                        "TDS",
                                        "0",
                                        "",
                                        0,
                                        1);
                            case INVOICE_DATE_IN_FUTURE ->
                                big(
                                        "009",
                                        1,
                                        date(invoice),
                                        "Invoice " + invoice.number() + " is dated " + invoice.date()
                                                + ", which is in the future.");
                            case INVOICE_DATE_TOO_OLD ->
                                big(
                                        "009",
                                        1,
                                        date(invoice),
                                        "Invoice " + invoice.number() + " is dated " + invoice.date()
                                                + ", which is too long ago.");
                            case INVOICE_NUMBER_TOO_LONG ->
                                big(
                                        "848",
                                        2,
                                        invoice.number(),
                                        "An invoice number has at most 20 characters here; that" + " of invoice "
                                                + invoice.number() + " has more.");
                            case INVOICE_EXISTS, INVOICE_NUMBER_USED, INVOICE_REPEATED ->
                                big(
                                        "DUP",
                                        2,
                                        invoice.number(),
                                        "Invoice " + invoice.number() + " came before: each"
                                                + " invoice needs a number of its own.");
                            default -> null;
                        }));
    }

    private static Remark orderUnknown(Cause cause, VendorInvoice invoice) {
        Set<String> numbers = new LinkedHashSet<>();
        Stream.concat(
                        invoice.orderNumber().stream(),
                        invoice.lines().stream().map(InvoiceLine::orderNumber).flatMap(Optional::stream))
                .filter(number -> cause.key().endsWith(number))
                .forEach(numbers::add);
        String number = numbers.stream().findFirst().or(invoice::orderNumber).orElse("");
        boolean ofHeader = invoice.orderNumber().equals(Optional.of(number));
        String text = "Purchase order " + number + ", which invoice " + invoice.number() + " names, is not known here.";
        return ofHeader ? big("POI", 4, number, text) : new Remark("POI", text, "IT1", number, "");
    }

    private static Remark currency(VendorInvoice invoice) {
        String code = invoice.currency().map(Object::toString).orElse("");
        return new Remark(
                "CUR",
                "The currency of invoice " + invoice.number() + " is not that of its purchase order.",
                "CUR",
                code,
                "",
                0,
                code.isEmpty() ? 0 : 2);
    }

    private static Remark big(String code, int element, String badValue, String text) {
        return new Remark(code, text, "BIG", badValue, "", BIG, element);
    }

    private static String date(VendorInvoice invoice) {
        return String.format(
                Locale.ROOT,
                "%04d%02d%02d",
                invoice.date().getYear(),
                invoice.date().getMonthValue(),
                invoice.date().getDayOfMonth());
    }
}
