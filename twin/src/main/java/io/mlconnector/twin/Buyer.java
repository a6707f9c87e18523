package io.mlconnector.twin;

import io.mlconnector.twin.dynamics.Dynamics;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.RandomOrders;
import io.mlconnector.twin.scenario.Scenario;
import io.mlconnector.twin.scenario.ScriptedOrder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Enters and confirms orders on request, and changes some of them after a while. */
final class Buyer {

    private static final double CHANGED = 0.2;
    private static final int SLOWEST_CHANGE = 40;

    private final Vertx vertx;
    private final Dynamics dynamics;
    private final Random random;
    private final RandomOrders orders;
    private final long paceMillis;
    private final Map<String, PurchaseOrder> confirmed = new LinkedHashMap<>();
    private int changesToCome;
    private boolean stopped;

    Buyer(Vertx vertx, Scenario scenario, Dynamics dynamics, Duration pace, long seed) {
        this.vertx = vertx;
        this.dynamics = dynamics;
        this.random = new Random(seed);
        this.orders = new RandomOrders(scenario, seed);
        this.paceMillis = Math.max(1, pace.toMillis());
    }

    synchronized List<Confirmation> confirm(int count) {
        List<Confirmation> confirmations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PurchaseOrder order = orders.next();
            dynamics.addPurchaseOrder(order);
            confirmations.add(dynamics.confirm(order.legalEntity(), order.orderNumber()));
            confirmed.put(order.orderNumber(), order);
            if (random.nextDouble() < CHANGED) {
                changesToCome++;
                long wait = paceMillis * (1 + random.nextInt(SLOWEST_CHANGE));
                vertx.setTimer(wait, fired -> change(order));
            }
        }
        return confirmations;
    }

    private synchronized void change(PurchaseOrder order) {
        if (stopped) {
            return;
        }
        ScriptedOrder.Change change = orders.change(order);
        dynamics.changeQuantity(order.legalEntity(), order.orderNumber(), change.line(), change.quantity());
        dynamics.addLine(order.legalEntity(), order.orderNumber(), change.added());
        dynamics.confirm(order.legalEntity(), order.orderNumber());
        List<PurchaseOrderLine> lines = new ArrayList<>(order.lines());
        lines.set(0, lines.getFirst().of(change.quantity()));
        lines.add(change.added());
        confirmed.put(order.orderNumber(), order.having(lines));
        changesToCome--;
    }

    /** Orders as they were confirmed last, the oldest first. */
    synchronized List<PurchaseOrder> confirmed() {
        return List.copyOf(confirmed.values());
    }

    synchronized boolean finished() {
        return changesToCome == 0;
    }

    synchronized void stop() {
        stopped = true;
    }
}
