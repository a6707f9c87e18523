package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.invoicing.document.OtherInvoice;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds an invoice that F&O has already under a number that a person would take for the same: {@code INV-900}, {@code INV900},
 * {@code INV-0900} and {@code INV-900-R}; or under any number, of the same order, amount and day.
 */
public final class NearDuplicates {

    private static final int MOST_TOLD = 20;
    private static final int CORE = 3;
    private static final Pattern RUN = Pattern.compile("\\p{Digit}+|\\p{Alpha}+");
    private static final Pattern DIGITS = Pattern.compile("\\p{Digit}+");

    /** What vendors append to a number when they send the same invoice again; a letter after a digit, or a word of its own. */
    private static final Pattern REVISED = Pattern.compile(
            "^(.*\\p{Digit})(?:[^\\p{Alnum}]*(?:REV|REVISED|CORR|CORRECTED|COPY|DUP|R)[^\\p{Alnum}]*\\p{Digit}{0,2})$");

    /** A count of its own behind the number: -1, /02. */
    private static final Pattern COUNTED = Pattern.compile("^(.*\\p{Digit})[^\\p{Alnum}]+\\p{Digit}{1,2}$");

    private NearDuplicates() {}

    /**
     * The invoices that this one may be again, a problem each.
     *
     * @param invoice of which F&O has nothing under its own number
     * @param others of the same legal entity and vendor
     */
    public static List<Problem> problems(InvoiceToPost invoice, List<OtherInvoice> others) {
        List<Problem> problems = new ArrayList<>();
        for (OtherInvoice other : others) {
            boolean credit = invoice.total().signum() < 0;
            boolean otherCredit =
                    other.amount().map(amount -> amount.signum() < 0).orElse(false);
            // A credit may well bear the number of its invoice.
            boolean alike = credit == otherCredit
                    && (alike(invoice.number(), other.number())
                            || (sameAmount(invoice, other) && counted(invoice.number(), other.number())));
            if ((alike || sameDeal(invoice, other)) && problems.size() < MOST_TOLD) {
                problems.add(
                        Problem.of(
                                        ProblemCode.NEAR_DUPLICATE,
                                        invoice.number() + ":" + other.number(),
                                        "F&O has invoice " + other.number() + " (" + other.place()
                                                + ") of the same vendor, "
                                                + (alike
                                                        ? "and " + invoice.number() + " differs from it in writing only"
                                                        : "for the same order, amount and day as " + invoice.number())
                                                + ". It may be the same invoice sent again.")
                                .advising(
                                        "Ask the partner; then discard it, or release it to post it as an invoice of its own."));
            }
        }
        return problems;
    }

    /**
     * Invoices that may be this one by all that F&O tells of them, and of which it does not tell enough, a sentence each.
     *
     * @param invoice as above
     * @param others as above
     */
    public static List<String> untold(InvoiceToPost invoice, List<OtherInvoice> others) {
        return others.stream()
                .filter(other -> invoice.total().signum() >= 0 && !alike(invoice.number(), other.number()))
                .filter(other -> mayBeCounted(invoice, other) || mayBeSameDeal(invoice, other))
                .limit(MOST_TOLD)
                .map(other -> "F&O has invoice " + other.number() + " (" + other.place()
                        + ") of the same vendor and does not tell "
                        + (other.amount().isEmpty() ? "its total" : "its date")
                        + ", so that nobody can tell whether " + invoice.number() + " is the same")
                .toList();
    }

    private static boolean mayBeCounted(InvoiceToPost invoice, OtherInvoice other) {
        return other.amount().isEmpty() && counted(invoice.number(), other.number());
    }

    private static boolean mayBeSameDeal(InvoiceToPost invoice, OtherInvoice other) {
        boolean sameDay = other.date().filter(invoice.date()::equals).isPresent();
        return sameOrder(invoice, other)
                && (other.amount().isEmpty() ? sameDay : other.date().isEmpty() && sameAmount(invoice, other));
    }

    private static boolean sameOrder(InvoiceToPost invoice, OtherInvoice other) {
        return !other.orderNumber().isBlank()
                && invoice.orderNumbers().stream().anyMatch(other.orderNumber()::equalsIgnoreCase);
    }

    private static boolean sameDeal(InvoiceToPost invoice, OtherInvoice other) {
        return sameOrder(invoice, other)
                && other.date().filter(invoice.date()::equals).isPresent()
                && sameAmount(invoice, other);
    }

    /** Whether two numbers are the same but for punctuation, case, leading zeros, or something appended to one of them. */
    static boolean alike(String one, String other) {
        String left = one.strip().toUpperCase(Locale.ROOT);
        String right = other.strip().toUpperCase(Locale.ROOT);
        return sameWriting(left, right)
                || sameWriting(base(REVISED, left), right)
                || sameWriting(left, base(REVISED, right))
                || sameWriting(base(REVISED, left), base(REVISED, right));
    }

    /**
     * Whether one number is the other with a count behind it. Many vendors bill the parts of an order as 4711, 4711-2, 4711-3, so that it says
     * nothing by itself; and two numbers that both count on are parts of a series in any case.
     */
    static boolean counted(String one, String other) {
        String left = one.strip().toUpperCase(Locale.ROOT);
        String right = other.strip().toUpperCase(Locale.ROOT);
        return sameWriting(base(COUNTED, left), right) || sameWriting(left, base(COUNTED, right));
    }

    private static boolean sameAmount(InvoiceToPost invoice, OtherInvoice other) {
        return other.amount()
                .filter(amount -> amount.compareTo(invoice.total()) == 0)
                .isPresent();
    }

    private static String base(Pattern appended, String number) {
        Matcher matcher = appended.matcher(number);
        return matcher.matches() ? matcher.group(1) : number;
    }

    private static boolean sameWriting(String left, String right) {
        List<String> leftRuns = runs(left);
        if (leftRuns.stream().noneMatch(run -> Character.isDigit(run.charAt(0)))) {
            return false;
        }
        // Without punctuation on one side only its letters and digits can be compared; with it on both, 1-12 is not
        // 11-2.
        boolean loose = !punctuated(left) || !punctuated(right);
        return leftRuns.equals(runs(right)) || (loose && joined(left).equals(joined(right)));
    }

    private static boolean punctuated(String number) {
        return !number.chars().allMatch(Character::isLetterOrDigit);
    }

    private static String joined(String number) {
        return String.join("", runs(number.replaceAll("[^\\p{Alnum}]", "")));
    }

    private static List<String> runs(String number) {
        return RUN.matcher(number)
                .results()
                .map(run -> run.group().replaceFirst("^0+(?=\\p{Digit})", ""))
                .toList();
    }

    /**
     * A few digits that every number alike this one contains: the last of its longest row of digits. Empty if it has none; then
     * nothing is alike.
     */
    public static String core(String number) {
        String longest = DIGITS.matcher(
                        base(COUNTED, base(REVISED, number.strip().toUpperCase(Locale.ROOT))))
                .results()
                .map(run -> run.group())
                .reduce("", (before, next) -> next.length() >= before.length() ? next : before);
        String last = longest.substring(Math.max(0, longest.length() - CORE));
        return last.replaceFirst("^0+(?=\\p{Digit})", "");
    }
}
