package io.mlconnector.domain.ordering;

import io.mlconnector.domain.ordering.ConfirmedContent.Comparison;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether all lines of a confirmation were read: they are compared with what its header says they come to. F&O's header does not
 * count its lines, so that amounts and quantities tell (reference dynamics, section 4.4).
 */
sealed interface OrderCompleteness {

    /** What the rounding of one line may differ by. */
    BigDecimal ROUNDING = new BigDecimal("0.01");

    /**
     * All lines are there.
     *
     * @param note what the header says otherwise; empty if nothing
     */
    record Whole(Optional<String> note) implements OrderCompleteness {
        public Whole {
            Objects.requireNonNull(note, "note");
        }
    }

    /**
     * Some are missing, or there are too many.
     *
     * @param why with the quantities, without any amount
     */
    record NotWhole(Problem why) implements OrderCompleteness {
        public NotWhole {
            Objects.requireNonNull(why, "why");
        }
    }

    /** Decides. An order whose header says nothing of totals counts as whole. */
    static OrderCompleteness of(PurchaseOrder order, Comparison agreed) {
        Optional<OrderTotals> said = order.details().totals();
        if (said.isEmpty() || agreed == Comparison.NOTHING) {
            return new Whole(Optional.empty());
        }
        OrderTotals totals = said.get();
        boolean amounts = amountFits(order, totals);
        boolean quantities = quantityFits(order, totals);
        if (amounts && (quantities || agreed == Comparison.AMOUNTS || !fewer(order, totals))) {
            return new Whole(Optional.empty());
        }
        if (quantities && totals.quantity().signum() != 0) {
            return new Whole(
                    Optional.of("The lines have the quantity that F&O's header says, but come to another amount"
                            + " than its totals, whatever they include"));
        }
        return new NotWhole(notWhole(order, totals));
    }

    private static Problem notWhole(PurchaseOrder order, OrderTotals totals) {
        OrderKey key = order.key();
        return Problem.of(
                        ProblemCode.ORDER_INCOMPLETE,
                        key.toString(),
                        "The " + order.openLines().size() + " open lines that F&O shows of confirmation "
                                + key.confirmationNumber() + " of order " + key.orderNumber() + ", with quantity "
                                + plain(quantity(order.openLines()))
                                + " in all, do not come to what its header says: quantity "
                                + plain(totals.quantity())
                                + ", and the amounts. Nothing was sent. Compare the confirmation's lines with its totals in F&O"
                                + " and replay this document when they agree; if F&O totals otherwise there, set"
                                + " dynamics.orders.compare to amounts or nothing.")
                .with("lines", Integer.toString(order.openLines().size()))
                .with("quantity", plain(quantity(order.openLines())))
                .with("quantityOfHeader", plain(totals.quantity()));
    }

    /** Whether the lines come to the header's amounts, with or without what a total may include: discounts, charges, tax. */
    static boolean amountFits(PurchaseOrder order, OrderTotals totals) {
        List<OrderLine> lines = order.lines();
        BigDecimal tolerance = ROUNDING.multiply(BigDecimal.valueOf(lines.size() + 1L));
        BigDecimal open = sum(order.openLines(), OrderLine::netAmount);
        BigDecimal all = sum(lines, OrderLine::netAmount);
        return Stream.of(open, all)
                .anyMatch(sum -> candidates(totals)
                        .anyMatch(said -> said.subtract(sum).abs().compareTo(tolerance) <= 0));
    }

    /** What the sum of all lines may be according to the header. */
    private static Stream<BigDecimal> candidates(OrderTotals said) {
        BigDecimal goods = said.total().subtract(said.charges()).subtract(said.roundOff());
        Stream<BigDecimal> ofTotal = Stream.of(
                goods.subtract(said.tax()).add(said.discount()),
                // Tax in the prices, or not in the total.
                goods.add(said.discount()),
                goods.subtract(said.tax()),
                goods);
        boolean subTotalled = said.subTotal().signum() != 0 || said.total().signum() == 0;
        return subTotalled
                ? Stream.concat(
                        Stream.of(
                                said.subTotal(),
                                said.subTotal().add(said.tax()),
                                said.subTotal().add(said.discount()),
                                said.subTotal().subtract(said.lineDiscount())),
                        ofTotal)
                : ofTotal;
    }

    /** Whether the quantities are those of the header, however it counts cancelled lines and partial deliveries. */
    private static boolean quantityFits(PurchaseOrder order, OrderTotals totals) {
        return totals.quantity().signum() == 0
                || Stream.of(order.openLines(), order.lines())
                        .flatMap(lines ->
                                Stream.of(quantity(lines), quantity(lines).add(delivered(lines))))
                        .anyMatch(sum -> sum.compareTo(totals.quantity()) == 0);
    }

    /** Whether less is bought than the header says. */
    private static boolean fewer(PurchaseOrder order, OrderTotals totals) {
        return quantity(order.lines()).abs().compareTo(totals.quantity().abs()) < 0;
    }

    private static BigDecimal quantity(List<OrderLine> lines) {
        return sum(lines, line -> line.quantity().amount());
    }

    private static BigDecimal delivered(List<OrderLine> lines) {
        return sum(
                lines,
                line -> line.details().deliveries().stream()
                        .map(ScheduledDelivery::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal sum(List<OrderLine> lines, Function<OrderLine, BigDecimal> what) {
        return lines.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
