package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.invoicing.document.LineMatching;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
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
     * @param told the numbers of each order line, a sentence each
     * @param problems what goes too far, at most one for each order line
     */
    public record Result(List<String> told, List<Problem> problems) {
        public Result {
            told = List.copyOf(told);
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
            BigDecimal ordered,
            Optional<BigDecimal> pending,
            Optional<BigDecimal> posted,
            Optional<BigDecimal> received,
            BigDecimal now) {

        BigDecimal before() {
            return pending.orElse(BigDecimal.ZERO).add(posted.orElse(BigDecimal.ZERO));
        }

        BigDecimal billed() {
            return before().add(now);
        }

        /** All of them in words. */
        String told() {
            return "Of " + place + " " + plain(ordered) + " " + unit + " are ordered, " + told(received)
                    + " received, invoiced before: " + told(pending) + " pending and " + told(posted) + " posted, now "
                    + plain(now);
        }

        private static String told(Optional<BigDecimal> amount) {
            return amount.map(QuantityMatch::plain).orElse("(not told)");
        }
    }

    /**
     * Compares each order line of the invoice. Linear in lines.
     *
     * @param invoice of which F&O has nothing yet
     * @param orders the orders that it names
     * @param evidence by order number
     */
    public static Result compare(
            InvoiceToPost invoice, List<OpenOrder> orders, Map<String, OrderEvidence> evidence, Checks agreed) {
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
        invoice.lines().stream()
                .filter(line -> !line.orderNumber().isEmpty())
                .forEach(line -> now.merge(
                        new Place(line.orderNumber(), line.orderLine()),
                        line.quantity().amount(),
                        BigDecimal::add));
        List<String> told = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        now.forEach((place, amount) -> {
            OrderLine line = ordered.get(place);
            if (line != null) {
                OrderEvidence known = evidence.getOrDefault(place.orderNumber(), OrderEvidence.NONE);
                Numbers numbers = new Numbers(
                        place,
                        line.quantity().unit().symbol(),
                        line.quantity().amount(),
                        known.pending().map(ignored -> sum(pending, place, line)),
                        known.posted().map(ignored -> sum(posted, place, line)),
                        known.received().map(ignored -> sum(received, place, line)),
                        amount);
                told.add(numbers.told());
                problem(numbers, matching.getOrDefault(place, LineMatching.UNTOLD), agreed)
                        .ifPresent(problems::add);
            }
        });
        return new Result(told, problems);
    }

    private static void add(Map<Place, List<Quantity>> map, String order, long line, Quantity quantity) {
        map.computeIfAbsent(new Place(order, line), place -> new ArrayList<>()).add(quantity);
    }

    /** What is said in another unit is not counted: no factor is guessed. */
    private static BigDecimal sum(Map<Place, List<Quantity>> map, Place place, OrderLine line) {
        return map.getOrDefault(place, List.of()).stream()
                .filter(one -> one.unit().same(line.quantity().unit()))
                .map(Quantity::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<Problem> problem(Numbers numbers, LineMatching wanted, Checks agreed) {
        if (numbers.now().signum() < 0) {
            return credit(numbers);
        }
        if (numbers.now().signum() == 0) {
            return Optional.empty();
        }
        return Stream.of(ordered(numbers, wanted, agreed), received(numbers, wanted, agreed))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Nothing is credited that nobody invoiced. Without the posted invoices nobody can tell. */
    private static Optional<Problem> credit(Numbers numbers) {
        boolean unknown = numbers.posted().isEmpty() || numbers.pending().isEmpty();
        if (unknown || numbers.billed().signum() >= 0) {
            return Optional.empty();
        }
        return Optional.of(found(
                ProblemCode.CREDIT_EXCEEDS_INVOICED,
                numbers,
                "More is credited than was invoiced. Ask the partner which invoice the credit belongs to, or release"
                        + " it to post it all the same."));
    }

    /** Invoiced before + now may be ordered × (1 + tolerance), or what may be delivered on top if that is more. */
    private static Optional<Problem> ordered(Numbers numbers, LineMatching wanted, Checks agreed) {
        BigDecimal tolerance = agreed.quantityTolerance().max(wanted.overDelivery());
        boolean first = numbers.before().signum() <= 0;
        if (first || numbers.billed().compareTo(most(numbers.ordered(), tolerance)) <= 0) {
            return Optional.empty();
        }
        return Optional.of(found(
                ProblemCode.INVOICED_BEFORE,
                numbers,
                "It may be the same delivery billed again under another number. Ask the partner, or release the"
                        + " invoice to accept the quantity."));
    }

    /** Invoiced before + now may be received × (1 + tolerance), where the order line is matched three ways. */
    private static Optional<Problem> received(Numbers numbers, LineMatching wanted, Checks agreed) {
        if (wanted.policy().orElse(agreed.matching()) != Matching.THREE_WAY
                || numbers.received().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal received = numbers.received().get();
        if (received.signum() <= 0) {
            return Optional.of(found(
                    ProblemCode.NOT_RECEIVED,
                    numbers,
                    "Nothing of it is received yet. Post the product receipt, or release the invoice to post it"
                            + " before."));
        }
        if (numbers.billed().compareTo(most(received, agreed.quantityTolerance())) <= 0) {
            return Optional.empty();
        }
        return Optional.of(found(
                ProblemCode.RECEIVED_LESS,
                numbers,
                "More is invoiced than was received. Post the missing product receipt and replay the document, ask the"
                        + " partner for a credit, or release the invoice to accept the quantity."));
    }

    private static BigDecimal most(BigDecimal amount, BigDecimal tolerance) {
        return amount.add(amount.abs().multiply(tolerance));
    }

    private static Problem found(ProblemCode code, Numbers numbers, String what) {
        Place place = numbers.place();
        return Problem.of(code, place.orderNumber() + ":" + place.orderLine(), numbers.told() + ". " + what);
    }

    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
