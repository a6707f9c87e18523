package io.mlconnector.domain.ordering;

import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lines that are delivered in parts. F&O shows one line for the whole and one for each delivery, and the one for the whole repeats
 * their quantity; whether a row is one or the other is not told unless the tenant extended the entity (reference dynamics, section
 * 4.2). Then the header's totals tell, in which the goods count once. The quantity is never told twice.
 */
sealed interface DeliverySchedule {

    /** So many possible schedules are tried against the totals. */
    int MOST_TRIED = 10;

    /**
     * Every line is told once.
     *
     * @param order with each schedule under its line
     * @param notes what was recognised
     */
    record Clear(PurchaseOrder order, List<String> notes) implements DeliverySchedule {
        public Clear {
            Objects.requireNonNull(order, "order");
            notes = List.copyOf(notes);
        }
    }

    /**
     * Nobody can tell by what F&O shows.
     *
     * @param why the question
     */
    record Unclear(Problem why) implements DeliverySchedule {
        public Unclear {
            Objects.requireNonNull(why, "why");
        }
    }

    /** Decides. */
    static DeliverySchedule of(PurchaseOrder order) {
        Optional<OrderLine> uneven = order.openLines().stream()
                .filter(line -> !line.details().deliveries().isEmpty())
                .filter(line -> line.details().deliveries().stream()
                                .map(ScheduledDelivery::quantity)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(line.quantity().amount())
                        != 0)
                .findFirst();
        if (uneven.isPresent()) {
            return new Unclear(unclear(
                    order,
                    "the deliveries of line " + uneven.get().number() + " do not come to the quantity of the line"));
        }
        List<Group> told = groups(order).stream().filter(Group::amountsTell).toList();
        PurchaseOrder rest = grouped(order, told);
        List<Group> groups = groups(rest);
        DeliverySchedule judged = groups.isEmpty()
                ? new Clear(rest, List.of())
                : rest.details()
                        .totals()
                        .map(totals -> byTotals(rest, groups, totals))
                        .orElseGet(() -> withoutTotals(rest, groups));
        return judged instanceof Clear(PurchaseOrder clear, List<String> notes)
                ? new Clear(
                        clear,
                        Stream.concat(told.stream().map(DeliverySchedule::recognised), notes.stream())
                                .toList())
                : judged;
    }

    /** A line, and the lines after it that could be its deliveries. */
    record Group(OrderLine whole, List<OrderLine> parts) {
        public Group {
            parts = List.copyOf(parts);
        }

        /** Whether F&O keeps the amount with one side only, though nothing makes the other one free: then the goods count once. */
        private boolean amountsTell() {
            return emptied(whole)
                    ? parts.stream().noneMatch(Group::emptied)
                    : parts.stream().allMatch(Group::emptied);
        }

        private static boolean emptied(OrderLine line) {
            return line.netAmount().signum() == 0
                    && line.price().amount().signum() != 0
                    && !line.details().discounted()
                    && !line.details().multilineDiscounted();
        }
    }

    private static DeliverySchedule withoutTotals(PurchaseOrder order, List<Group> groups) {
        return groups.stream()
                .filter(group -> group.parts().size() > 1)
                .findFirst()
                .<DeliverySchedule>map(group -> new Unclear(unclear(order, question(group))))
                .orElseGet(() -> new Clear(order, List.of()));
    }

    private static DeliverySchedule byTotals(PurchaseOrder order, List<Group> groups, OrderTotals totals) {
        if (groups.size() > MOST_TRIED) {
            return new Unclear(unclear(order, question(groups.getFirst())));
        }
        List<List<Group>> fitting = new ArrayList<>();
        for (long choice = 0; choice < 1L << groups.size(); choice++) {
            BitSet chosen = BitSet.valueOf(new long[] {choice});
            List<Group> some = chosen.stream().mapToObj(groups::get).toList();
            if (OrderCompleteness.amountFits(grouped(order, some), totals)) {
                fitting.add(some);
            }
        }
        if (fitting.size() > 1 && totals.quantity().signum() != 0) {
            List<List<Group>> byQuantity = fitting.stream()
                    .filter(some -> quantity(grouped(order, some)).compareTo(totals.quantity()) == 0)
                    .toList();
            fitting = byQuantity.isEmpty() ? fitting : byQuantity;
        }
        if (fitting.size() == 1) {
            List<Group> some = fitting.getFirst();
            return new Clear(
                    grouped(order, some),
                    some.stream().map(DeliverySchedule::recognised).toList());
        }
        // Fewer lines than the header says: not all of them are there yet, and who belongs to whom shows when they are.
        boolean fewer = fitting.isEmpty()
                && quantity(order).abs().compareTo(totals.quantity().abs()) < 0;
        return fewer ? new Clear(order, List.of()) : new Unclear(unclear(order, question(groups.getFirst())));
    }

    private static String recognised(Group group) {
        return "Line " + group.whole().number() + " stands for its deliveries, lines " + numbers(group.parts())
                + ": by F&O's amounts the goods count once";
    }

    private static String question(Group group) {
        return "line " + group.whole().number() + " has the quantity of lines " + numbers(group.parts())
                + " together, of the same item at the same price: it may be the line that stands for them all, or it may"
                + " be bought besides";
    }

    private static String numbers(List<OrderLine> lines) {
        return String.join(
                ", ", lines.stream().map(line -> Long.toString(line.number())).toList());
    }

    private static Problem unclear(PurchaseOrder order, String what) {
        return Problem.of(
                ProblemCode.DELIVERY_SCHEDULE_UNCLEAR,
                order.key().toString(),
                "In confirmation " + order.key().confirmationNumber() + " of order "
                        + order.key().orderNumber() + " " + what
                        + ". Nothing was sent, because the quantity could be told twice. Let F&O's confirmation lines carry"
                        + " LineDeliveryType, or correct the order and confirm it again, then replay this document.");
    }

    private static BigDecimal quantity(PurchaseOrder order) {
        return order.openLines().stream()
                .map(line -> line.quantity().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Every line that could stand for lines after it. No line is in two groups. */
    private static List<Group> groups(PurchaseOrder order) {
        List<OrderLine> lines = order.openLines();
        Set<Long> taken = new HashSet<>();
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            OrderLine whole = lines.get(i);
            if (taken.contains(whole.number())
                    || !whole.details().deliveries().isEmpty()
                    || whole.quantity().amount().signum() <= 0) {
                continue;
            }
            List<OrderLine> later = lines.subList(i + 1, lines.size()).stream()
                    .filter(line -> !taken.contains(line.number()) && partOf(whole, line, order))
                    .toList();
            parts(whole, later).ifPresent(parts -> {
                taken.add(whole.number());
                parts.forEach(part -> taken.add(part.number()));
                groups.add(new Group(whole, parts));
            });
        }
        return groups;
    }

    /** The first lines that together have the quantity of the whole. */
    private static Optional<List<OrderLine>> parts(OrderLine whole, List<OrderLine> later) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < later.size(); i++) {
            sum = sum.add(later.get(i).quantity().amount());
            int compared = sum.compareTo(whole.quantity().amount());
            if (compared >= 0) {
                return compared == 0 ? Optional.of(later.subList(0, i + 1)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean partOf(OrderLine whole, OrderLine line, PurchaseOrder order) {
        return line.item().equals(whole.item())
                && line.category().equals(whole.category())
                && (line.item().isPresent() || line.description().equals(whole.description()))
                && line.details().sameVariant(whole.details())
                && line.details().deliveries().isEmpty()
                && line.quantity().unit().equals(whole.quantity().unit())
                && line.quantity().amount().signum() > 0
                && line.price().perUnit().compareTo(whole.price().perUnit()) == 0
                && day(line, order).isPresent();
    }

    private static Optional<LocalDate> day(OrderLine line, PurchaseOrder order) {
        return line.requestedDelivery().or(order::requestedDelivery);
    }

    private static PurchaseOrder grouped(PurchaseOrder order, List<Group> groups) {
        List<OrderLine> lines = new ArrayList<>(order.lines());
        for (Group group : groups) {
            lines.removeAll(group.parts());
            List<ScheduledDelivery> deliveries = group.parts().stream()
                    .map(part -> new ScheduledDelivery(
                            part.number(),
                            part.quantity().amount(),
                            day(part, order).orElseThrow()))
                    .toList();
            lines.replaceAll(line -> line.number() == group.whole().number() ? scheduled(group, deliveries) : line);
        }
        return order.having(lines, order.details());
    }

    /** F&O may keep the amount with the line for the whole or with the deliveries. */
    private static OrderLine scheduled(Group group, List<ScheduledDelivery> deliveries) {
        OrderLine whole = group.whole();
        BigDecimal ofParts = group.parts().stream().map(OrderLine::netAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        OrderLine line = whole.with(whole.details().delivered(deliveries));
        return whole.netAmount().signum() == 0 ? line.amounting(ofParts) : line;
    }
}
