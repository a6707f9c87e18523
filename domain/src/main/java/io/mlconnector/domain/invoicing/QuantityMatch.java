package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.Level;
import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.invoicing.document.LineMatching;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.invoicing.matching.LineFacts;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.conversion.Fraction;
import io.mlconnector.domain.trade.conversion.QuantitySum;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the quantities of an invoice, together with what everybody invoiced before, keep to what was ordered and to what was
 * received. An order billed again under another number is seen here, whoever keyed the first one.
 */
public final class QuantityMatch {

    private QuantityMatch() {}

    /**
     * The numbers and the verdicts.
     *
     * @param told the numbers of each order line
     * @param uncounted of order lines without a problem, what could not be counted, a sentence each
     * @param problems what goes too far or cannot be counted, at most one for each order line
     */
    public record Result(List<LineFacts> told, List<String> uncounted, List<Problem> problems) {
        public Result {
            told = List.copyOf(told);
            uncounted = List.copyOf(uncounted);
            problems = List.copyOf(problems);
        }
    }

    /** An order line, by the number of its order. */
    private record Place(String orderNumber, long orderLine) {
        @Override
        public String toString() {
            return "line " + orderLine + " of order " + orderNumber;
        }
    }

    /** What is known of one order line; quantities in its unit; empty where F&O does not tell. */
    private record Numbers(
            Place place,
            String unit,
            Optional<BigDecimal> ordered,
            Optional<QuantitySum> pending,
            Optional<QuantitySum> posted,
            Optional<QuantitySum> received,
            BigDecimal now) {

        LineFacts of(LineFacts line) {
            return line.compared(
                    told(),
                    received.map(QuantitySum::toString),
                    pending.map(QuantitySum::toString),
                    posted.map(QuantitySum::toString));
        }

        QuantitySum before() {
            return pending.orElse(QuantitySum.NONE).and(posted.orElse(QuantitySum.NONE));
        }

        Fraction billed() {
            return before().counted().plus(Fraction.of(now));
        }

        /** What F&O does not tell, or has in units that it does not convert, a sentence; empty if there is no such thing. */
        Optional<String> uncounted() {
            List<String> units = Stream.of(pending, posted, received)
                    .flatMap(Optional::stream)
                    .flatMap(sum -> sum.uncounted().stream())
                    .map(one -> one.unit().symbol())
                    .distinct()
                    .toList();
            if (ordered.isEmpty()) {
                return Optional.of(
                        "F&O does not tell how much is ordered, so that what is invoiced could not be compared with"
                                + " it: let the user of the client id read OrderedPurchaseQuantity of PurchaseOrderLinesV2");
            }
            return units.isEmpty()
                    ? Optional.empty()
                    : Optional.of("F&O converts no " + String.join(" and no ", units) + " to " + unit
                            + ", so that what is given in it cannot be counted: enter the conversion in F&O (Unit"
                            + " conversions of the product) and replay the document");
        }

        /** All of them in words. */
        String told() {
            return "Of " + place + " "
                    + ordered.map(amount -> Fraction.of(amount).toString()).orElse("(not told)") + " " + unit
                    + " are ordered, " + told(received)
                    + " received, invoiced before: " + told(pending) + " pending and " + told(posted) + " posted, now "
                    + Fraction.of(now);
        }

        private static String told(Optional<QuantitySum> sum) {
            return sum.map(QuantitySum::toString).orElse("(not told)");
        }
    }

    /**
     * Compares each order line of the invoice. Linear in lines.
     *
     * @param invoice of which F&O has nothing yet
     * @param orders the orders that it names
     * @param evidence by order number
     * @param conversions what F&O converts of the products that are in the evidence in another unit than in the order
     */
    public static Result compare(
            InvoiceToPost invoice,
            List<OpenOrder> orders,
            Map<String, OrderEvidence> evidence,
            Checks agreed,
            UnitConversions conversions) {
        Map<Place, OrderLine> ordered = new HashMap<>();
        Map<Place, LineMatching> matching = new HashMap<>();
        orders.stream()
                .filter(order -> order.legalEntity().equals(invoice.legalEntity()))
                .forEach(order -> order.lines().forEach(line -> {
                    Place place = new Place(order.number(), line.number());
                    ordered.putIfAbsent(place, line);
                    matching.putIfAbsent(place, order.matchingOf(line.number()));
                }));
        Map<Place, List<Quantity>> pending = new HashMap<>();
        Map<Place, List<Quantity>> posted = new HashMap<>();
        Map<Place, List<Quantity>> received = new HashMap<>();
        evidence.forEach((order, known) -> {
            known.pending().orElse(List.of()).forEach(one -> add(pending, order, one.orderLine(), one.quantity()));
            known.posted().orElse(List.of()).forEach(one -> add(posted, order, one.orderLine(), one.quantity()));
            known.received()
                    .orElse(List.<ReceivedQuantity>of())
                    .forEach(one -> add(received, order, one.orderLine(), one.quantity()));
        });
        Map<Place, BigDecimal> now = new LinkedHashMap<>();
        Map<Place, List<Integer>> billing = new HashMap<>();
        invoice.lines().stream().filter(line -> !line.orderNumber().isEmpty()).forEach(line -> {
            Place place = new Place(line.orderNumber(), line.orderLine());
            now.merge(place, line.quantity().amount(), BigDecimal::add);
            billing.computeIfAbsent(place, one -> new ArrayList<>()).add(line.number());
        });
        List<LineFacts> told = new ArrayList<>();
        List<String> uncounted = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        now.forEach((place, amount) -> {
            OrderLine line = ordered.get(place);
            if (line != null) {
                OrderEvidence known = evidence.getOrDefault(place.orderNumber(), OrderEvidence.NONE);
                Numbers numbers = new Numbers(
                        place,
                        line.quantity().unit().symbol(),
                        Optional.of(line.quantity().amount())
                                .filter(amountOfLine -> matching.getOrDefault(place, LineMatching.UNTOLD)
                                        .counted()),
                        known.pending().map(ignored -> sum(pending, place, line, conversions)),
                        known.posted().map(ignored -> sum(posted, place, line, conversions)),
                        known.received().map(ignored -> sum(received, place, line, conversions)),
                        amount);
                LineMatching wanted = matching.getOrDefault(place, LineMatching.UNTOLD);
                told.add(numbers.of(LineFacts.of(
                        billing.getOrDefault(place, List.of()), place.orderNumber(), line, amount, wanted, agreed)));
                problem(numbers, wanted, agreed)
                        .ifPresentOrElse(
                                problems::add,
                                () -> numbers.uncounted().ifPresent(why -> uncounted.add("For " + place + " " + why)));
            }
        });
        return new Result(told, uncounted, problems);
    }

    private static void add(Map<Place, List<Quantity>> map, String order, long line, Quantity quantity) {
        map.computeIfAbsent(new Place(order, line), place -> new ArrayList<>()).add(quantity);
    }

    /** In the unit of the order line. */
    private static QuantitySum sum(
            Map<Place, List<Quantity>> map, Place place, OrderLine line, UnitConversions conversions) {
        return QuantitySum.of(
                map.getOrDefault(place, List.of()), line.quantity().unit(), line.productNumbers(), conversions);
    }

    private static Optional<Problem> problem(Numbers numbers, LineMatching wanted, Checks agreed) {
        if (numbers.now().signum() < 0) {
            return credit(numbers);
        }
        if (numbers.now().signum() == 0) {
            return Optional.empty();
        }
        // The strictest of them: what nobody looks for must not hide what holds the invoice.
        return Stream.of(ordered(numbers, wanted, agreed), received(numbers, wanted, agreed))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(
                        found -> Check.finding(found).map(agreed::level).orElse(Level.HOLD)));
    }

    /** Nothing is credited that nobody invoiced. Without the posted invoices nobody can tell. */
    private static Optional<Problem> credit(Numbers numbers) {
        boolean unknown = numbers.posted().isEmpty() || numbers.pending().isEmpty();
        boolean enough = numbers.billed().signum() >= 0 && !numbers.before().maybeLess();
        if (unknown || enough) {
            return Optional.empty();
        }
        return Optional.of(found(
                ProblemCode.CREDIT_EXCEEDS_INVOICED,
                numbers,
                "More is credited than was invoiced.",
                "Ask the partner which invoice the credit belongs to, or release it to post it all the same."));
    }

    /** Invoiced before + now may be ordered × (1 + tolerance), or what may be delivered on top if that is more. */
    private static Optional<Problem> ordered(Numbers numbers, LineMatching wanted, Checks agreed) {
        if (numbers.ordered().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal ordered = numbers.ordered().get();
        BigDecimal tolerance = agreed.quantityTolerance().max(wanted.overDelivery());
        QuantitySum before = numbers.before();
        boolean first = before.counted().signum() <= 0;
        boolean within = first || numbers.billed().compareTo(most(Fraction.of(ordered), tolerance)) <= 0;
        if (within && !before.maybeMore()) {
            return Optional.empty();
        }
        return Optional.of(found(
                ProblemCode.INVOICED_BEFORE,
                numbers,
                "It may be the same delivery billed again under another number.",
                "Ask the partner, or release the invoice to accept the quantity."));
    }

    /** Invoiced before + now may be received × (1 + tolerance), where the order line is matched three ways. */
    private static Optional<Problem> received(Numbers numbers, LineMatching wanted, Checks agreed) {
        if (wanted.policy().orElse(agreed.matching()) != Matching.THREE_WAY
                || numbers.received().isEmpty()) {
            return Optional.empty();
        }
        QuantitySum received = numbers.received().get();
        if (received.counted().signum() <= 0 && !received.maybeMore()) {
            return Optional.of(found(
                    ProblemCode.NOT_RECEIVED,
                    numbers,
                    "Nothing of it is received yet.",
                    "Post the product receipt, or release the invoice to post it before."));
        }
        boolean within = numbers.billed().compareTo(most(received.counted(), agreed.quantityTolerance())) <= 0;
        if (within && !received.maybeLess()) {
            return Optional.empty();
        }
        return Optional.of(found(
                ProblemCode.RECEIVED_LESS,
                numbers,
                "More is invoiced than was received.",
                "Post the missing product receipt and replay the document, ask the partner for a credit,"
                        + " or release the invoice to accept the quantity."));
    }

    private static Fraction most(Fraction amount, BigDecimal tolerance) {
        return amount.plus(new Fraction(amount.numerator().abs().multiply(tolerance), amount.denominator()));
    }

    private static Problem found(ProblemCode code, Numbers numbers, String what, String advice) {
        Place place = numbers.place();
        return Problem.of(
                        code,
                        place.orderNumber() + ":" + place.orderLine(),
                        numbers.told() + ". "
                                + numbers.uncounted().map(why -> why + ". ").orElse("") + what)
                .advising(advice)
                .with("order", place.orderNumber())
                .with("orderLine", Long.toString(place.orderLine()));
    }
}
