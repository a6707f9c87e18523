package io.mlconnector.domain.invoicing.charging.comparison;

import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.charging.TaxPlace;
import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether the charges of an invoice, together with what earlier invoices charged, keep to the charges that its orders carry: of each
 * charges code of F&O, before + now <= of the orders + tolerance. Charges of the header belong to the orders together, so that all
 * orders of an invoice are compared together. What is not known is told and never a mismatch; nor is what is given back.
 */
public final class ChargeMatch {

    private ChargeMatch() {}

    /**
     * The numbers and the verdicts.
     *
     * @param told the numbers of each charges code, a sentence each
     * @param unknown why a verdict was not possible, a sentence each
     * @param problems what is more than the orders carry, at most one for each code
     */
    public record Result(List<String> told, List<String> unknown, List<Problem> problems) {
        public Result {
            told = List.copyOf(told);
            unknown = List.copyOf(unknown);
            problems = List.copyOf(problems);
        }
    }

    /** Whether there is anything to compare; F&O is asked only then. */
    public static boolean concerns(Collection<ChargeToPost> charges, ChargeTable table) {
        return now(charges, table).values().stream().anyMatch(amount -> amount.signum() > 0);
    }

    /** What is charged now, by code: without the tax that the agreement makes a charge, of which no order knows. */
    private static Map<String, BigDecimal> now(Collection<ChargeToPost> charges, ChargeTable table) {
        Optional<String> tax = table.taxPlace() instanceof TaxPlace.Charged charged
                ? Optional.of(charged.place().chargesCode())
                : Optional.empty();
        Map<String, BigDecimal> now = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        charges.stream()
                .filter(charge ->
                        tax.filter(charge.chargesCode()::equalsIgnoreCase).isEmpty())
                .forEach(charge -> now.merge(charge.chargesCode(), charge.amount(), BigDecimal::add));
        return now;
    }

    /**
     * Compares each charges code.
     *
     * @param charges of the invoice
     * @param table where the charges of invoices go, in the legal entity of the orders
     * @param orders that the invoice bills, each once
     * @param tolerance by which all charges of one code may be more than the orders carry; 0 or more
     */
    public static Result compare(
            Collection<ChargeToPost> charges,
            ChargeTable table,
            List<OpenOrder> orders,
            ChargeEvidence evidence,
            BigDecimal tolerance) {
        List<String> told = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        now(charges, table).forEach((code, amount) -> {
            if (amount.signum() > 0) {
                Numbers numbers = new Numbers(
                        code, orders, carried(code, orders, evidence), before(code, orders, evidence), amount);
                told.add(numbers.told());
                judge(numbers, tolerance, unknown, problems);
            }
        });
        return new Result(told, unknown, problems);
    }

    /**
     * An amount as far as it is known.
     *
     * @param more why it may be more, a clause each
     * @param less why it may be less
     */
    private record Known(BigDecimal amount, List<String> more, List<String> less) {

        String inWords() {
            return plain(amount) + (more.isEmpty() && less.isEmpty() ? "" : " (not all is known)");
        }
    }

    private static Known carried(String code, List<OpenOrder> orders, ChargeEvidence evidence) {
        BigDecimal sum = BigDecimal.ZERO;
        List<String> why = new ArrayList<>();
        for (OpenOrder order : orders) {
            ChargesOfOrder known = evidence.orders().get(order.number());
            if (known == null || !known.complete()) {
                why.add("F&O does not tell all charges of order " + order.number());
            }
            if (known != null) {
                for (ChargesOfOrder.One one : known.charges()) {
                    if (one.charge().code().equalsIgnoreCase(code)) {
                        Optional<BigDecimal> amount = one.amount(order);
                        if (amount.isEmpty()) {
                            why.add("a charge " + code + " of order " + order.number()
                                    + " is in another currency, or for a unit that nobody names");
                        }
                        sum = sum.add(amount.orElse(BigDecimal.ZERO));
                    }
                }
            }
        }
        return new Known(sum, why, List.of());
    }

    /** What an invoice charged that bills other orders as well, or of which nobody knows whether F&O has it, is certain of nothing. */
    private static Known before(String code, List<OpenOrder> orders, ChargeEvidence evidence) {
        TreeSet<String> numbers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        orders.forEach(order -> numbers.add(order.number()));
        BigDecimal sum = BigDecimal.ZERO;
        List<String> more = new ArrayList<>();
        List<String> less = new ArrayList<>();
        for (EarlierCharges earlier : evidence.earlier()) {
            BigDecimal amount = earlier.amounts().getOrDefault(code, BigDecimal.ZERO);
            if (amount.signum() == 0) {
                continue;
            }
            List<String> why = amount.signum() > 0 ? more : less;
            if (!earlier.certain()) {
                why.add("nobody knows yet whether F&O has invoice " + earlier.invoice() + ", which charges "
                        + plain(amount));
            } else if (numbers.containsAll(earlier.orders())) {
                sum = sum.add(amount);
            } else {
                why.add("invoice " + earlier.invoice() + " charged " + plain(amount) + " for other orders as well");
            }
        }
        if (!evidence.allEarlier()) {
            more.add("there are more earlier invoices than are counted");
            less.add("there are more earlier invoices than are counted");
        }
        return new Known(sum, more, less);
    }

    private record Numbers(String code, List<OpenOrder> orders, Known carried, Known before, BigDecimal now) {

        String order() {
            return String.join(" and ", orders.stream().map(OpenOrder::number).toList());
        }

        String told() {
            return "Of charge " + code + " order " + order() + " carries " + carried.inWords() + ", invoiced before: "
                    + before.inWords() + ", now " + plain(now);
        }
    }

    private static void judge(Numbers numbers, BigDecimal tolerance, List<String> unknown, List<Problem> problems) {
        // An order whose charges add up to an allowance carries no charge.
        BigDecimal most = numbers.carried().amount().max(BigDecimal.ZERO).add(tolerance);
        boolean within = numbers.before().amount().add(numbers.now()).compareTo(most) <= 0;
        List<String> why = new ArrayList<>();
        if (within) {
            why.addAll(numbers.before().more());
        } else {
            why.addAll(numbers.carried().more());
            why.addAll(numbers.before().less());
        }
        if (!why.isEmpty()) {
            unknown.add("Whether the order carries charge " + numbers.code() + " cannot be told: "
                    + String.join("; ", why) + ". " + numbers.told());
        } else if (!within) {
            problems.add(Problem.of(
                            ProblemCode.CHARGE_EXCEEDS_ORDER,
                            numbers.order() + ":" + numbers.code(),
                            numbers.told() + ". More is charged than the order carries.")
                    .advising("Enter the charge in the order and replay the document, ask the partner for a credit, or"
                            + " release the invoice to accept the charge."));
        }
    }

    private static String plain(BigDecimal amount) {
        return Money.round(amount).toPlainString();
    }
}
