package io.mlconnector.testing.memory;

import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.OrderStanding;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.erp.PurchaseOrders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Purchase orders in memory. Every method is done when it returns. Safe for use by several threads. */
public final class MemoryPurchaseOrders implements PurchaseOrders {

    private final Object lock = new Object();

    // All guarded by lock.
    private final List<PurchaseOrder> confirmed = new ArrayList<>();
    private final Map<String, OpenOrder> present = new TreeMap<>();
    private final Endings endings = Endings.ofDynamics();
    private final List<Confirmations.UnreadableRow> unreadable = new ArrayList<>();
    private final Map<OrderKey, int[]> slow = new HashMap<>();
    private int reads;

    /** Confirms a revision, which becomes the order's present state. */
    public void confirm(PurchaseOrder order) {
        List<OrderLine> lines = order.lines().stream()
                .sorted(Comparator.comparingLong(OrderLine::number))
                .toList();
        synchronized (lock) {
            confirmed.add(order.having(lines, totalled(order)));
        }
        change(new OpenOrder(
                order.key().legalEntity(),
                order.key().orderNumber(),
                order.vendor(),
                order.invoiceVendor(),
                order.currency(),
                OrderStanding.OPEN,
                lines));
    }

    /**
     * Confirms again under a number that was used before.
     *
     * @param order with the key of the earlier one
     */
    public void confirmAgain(PurchaseOrder order) {
        confirm(order);
    }

    /** Shows only the first lines of a confirmation until it was read so often. */
    public void showsSlowly(OrderKey key, int lines, int reads) {
        synchronized (lock) {
            slow.put(key, new int[] {lines, reads});
        }
    }

    /** F&O's header totals every confirmation, whatever the order said of them. */
    private static OrderDetails totalled(PurchaseOrder order) {
        return order.details().totals().isPresent()
                ? order.details()
                : order.details().totalling(totals(order));
    }

    private static OrderTotals totals(PurchaseOrder order) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal charges = BigDecimal.ZERO;
        for (OrderLine line : order.openLines()) {
            quantity = quantity.add(line.quantity().amount());
            net = net.add(line.netAmount());
            for (OrderCharge charge : line.details().charges()) {
                charges = charges.add(charge.amount(line.quantity().amount(), line.netAmount()));
            }
        }
        for (OrderCharge charge : order.details().charges()) {
            charges = charges.add(charge.amount(BigDecimal.ONE, net));
        }
        BigDecimal discount = Money.round(
                net.multiply(order.details().totalDiscountPercentage()).movePointLeft(2));
        return new OrderTotals(
                net,
                BigDecimal.ZERO,
                discount,
                charges,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                net.subtract(discount).add(charges),
                quantity);
    }

    private PurchaseOrder shown(PurchaseOrder order) {
        int[] left = slow.get(order.key());
        if (left == null || left[1] <= 0) {
            return order;
        }
        left[1]--;
        return order.having(order.lines().subList(0, left[0]), order.details());
    }

    /** Lists a row that cannot be read, beside the others. */
    public void listUnreadable(Confirmations.UnreadableRow row) {
        synchronized (lock) {
            unreadable.add(row);
        }
    }

    /** Gives an order its present state without confirming it. */
    public void change(OpenOrder order) {
        synchronized (lock) {
            present.put(name(order.legalEntity(), order.number()), order);
        }
    }

    /** Plans how the next call ends that has no planned ending yet; {@code UNKNOWN_} is for writes only. */
    public void nextEnding(Ending ending) {
        synchronized (lock) {
            endings.planRead(ending);
        }
    }

    /** How often it was asked. */
    public int reads() {
        synchronized (lock) {
            return reads;
        }
    }

    @Override
    public CompletionStage<Outcome<Confirmations>> confirmedSince(Set<LegalEntity> legalEntities, LocalDate since) {
        return answer(() -> Outcome.done(new Confirmations(
                confirmations(order -> legalEntities.contains(order.key().legalEntity())
                        && !order.confirmationDate().isBefore(since)),
                unreadable)));
    }

    @Override
    public CompletionStage<Outcome<List<Confirmation>>> confirmationsOf(LegalEntity legalEntity, String orderNumber) {
        return answer(() -> Outcome.done(confirmations(order -> name(order).equals(name(legalEntity, orderNumber)))));
    }

    /** In the order in which they were confirmed. */
    private List<Confirmation> confirmations(Predicate<PurchaseOrder> wanted) {
        return confirmed.stream()
                .filter(wanted)
                .map(order -> new Confirmation(
                        order.key(),
                        order.vendor(),
                        order.confirmationDate(),
                        order.details().kind(),
                        Confirmation.fingerprint(
                                order.confirmationDate(), order.details().totals())))
                .sorted(Comparator.comparing(Confirmation::date))
                .toList();
    }

    @Override
    public CompletionStage<Outcome<PurchaseOrder>> read(OrderKey key) {
        return answer(() -> confirmed.stream()
                .filter(order -> name(order).equals(name(key.legalEntity(), key.orderNumber()))
                        && order.key().confirmationNumber().equalsIgnoreCase(key.confirmationNumber())
                        && !order.lines().isEmpty())
                .max(Comparator.comparing(PurchaseOrder::confirmationDate))
                .map(order -> Outcome.done(shown(order)))
                .orElseGet(() -> Outcome.refused(Problem.of(
                        ProblemCode.ORDER_NOT_FOUND,
                        key.toString(),
                        "There is no confirmation " + key + " with lines."))));
    }

    @Override
    public CompletionStage<Outcome<List<OpenOrder>>> find(Set<LegalEntity> legalEntities, String orderNumber) {
        return answer(() -> Outcome.done(legalEntities.stream()
                .sorted()
                .flatMap(legalEntity -> Optional.ofNullable(present.get(name(legalEntity, orderNumber))).stream())
                .toList()));
    }

    private static String name(PurchaseOrder order) {
        return name(order.key().legalEntity(), order.key().orderNumber());
    }

    /** F&O does not regard case. */
    private static String name(LegalEntity legalEntity, String orderNumber) {
        return legalEntity.id() + "/" + orderNumber.toUpperCase(Locale.ROOT);
    }

    private <T> CompletionStage<Outcome<T>> answer(Supplier<Outcome<T>> work) {
        synchronized (lock) {
            reads++;
            return CompletableFuture.completedFuture(endings.end(work));
        }
    }
}
