package io.mlconnector.twin;

import io.mlconnector.twin.dynamics.Dynamics;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.scenario.Scenario;
import io.mlconnector.twin.scenario.ScriptedOrder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Plays a scenario's timed part: confirms one order after another, and changes those that the script changes. */
final class Stage {

    private final Vertx vertx;
    private final Scenario scenario;
    private final Dynamics dynamics;
    private final long paceMillis;
    private final Set<String> changed = new HashSet<>();
    private boolean playing;
    private int next;
    private int changesLeft;

    Stage(Vertx vertx, Scenario scenario, Dynamics dynamics, Duration pace) {
        this.vertx = vertx;
        this.scenario = scenario;
        this.dynamics = dynamics;
        this.paceMillis = Math.max(1, pace.toMillis());
        this.changesLeft = (int) scenario.orders().stream()
                .filter(order -> order.change() != null)
                .count();
    }

    synchronized void play() {
        if (!playing) {
            playing = true;
            vertx.setTimer(paceMillis, fired -> step());
        }
    }

    private synchronized void step() {
        if (!playing || next >= scenario.orders().size()) {
            return;
        }
        PurchaseOrder order = scenario.orders().get(next++).order();
        dynamics.confirm(order.legalEntity(), order.orderNumber());
        vertx.setTimer(paceMillis, fired -> step());
    }

    /** An order has reached its partner: the moment at which the script changes it, if it does. */
    synchronized void received(String orderNumber) {
        for (ScriptedOrder scripted : scenario.orders()) {
            ScriptedOrder.Change change = scripted.change();
            if (change != null && scripted.order().orderNumber().equals(orderNumber) && changed.add(orderNumber)) {
                vertx.setTimer(paceMillis, fired -> apply(scripted.order(), change));
            }
        }
    }

    private synchronized void apply(PurchaseOrder order, ScriptedOrder.Change change) {
        if (!playing) {
            return;
        }
        dynamics.changeQuantity(order.legalEntity(), order.orderNumber(), change.line(), change.quantity());
        dynamics.addLine(order.legalEntity(), order.orderNumber(), change.added());
        dynamics.confirm(order.legalEntity(), order.orderNumber());
        changesLeft--;
    }

    synchronized boolean finished() {
        return playing && next == scenario.orders().size() && changesLeft == 0;
    }

    synchronized void stop() {
        playing = false;
        next = scenario.orders().size();
    }
}
