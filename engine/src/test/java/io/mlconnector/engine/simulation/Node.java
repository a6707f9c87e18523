package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.answering.Deadlines;
import io.mlconnector.engine.event.EventCounts;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.Notices;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.polling.OrderPoller;
import io.mlconnector.engine.runner.FlowRunner;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.x12.X12Codec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One daemon: a name, and one process after another. */
final class Node {

    private final String name;
    private final Simulation simulation;
    private Life life;
    private Optional<Engine> engine = Optional.empty();
    private Optional<Notices> notices = Optional.empty();
    private Duration clockOffset = Duration.ZERO;

    Node(String name, Simulation simulation) {
        this.name = name;
        this.simulation = simulation;
        this.life = new Life(simulation.time(), simulation.story(), ignored -> {});
    }

    Life life() {
        return life;
    }

    void jump(Duration by) {
        clockOffset = clockOffset.plus(by);
        life.setClock(clockOffset);
    }

    /** The clock is right again. */
    void calm() {
        clockOffset = Duration.ZERO;
        life.setClock(clockOffset);
    }

    void start() {
        Life begun = new Life(simulation.time(), simulation.story(), simulation::defect);
        begun.setClock(clockOffset);
        life = begun;
        engine = Optional.empty();
        Journal line = JournalLine.to(simulation.journal(), simulation.storm(), begun, simulation.story());
        Chance chance = simulation.chance();
        Engine fresh = SimulatedEngine.of(begun, line, new X12Codec(), begun::clock, chance.generator(), name);
        Map<String, Connection> connections = new HashMap<>();
        simulation.worlds().forEach(world -> connections.put(world.trade().connection(), connection(world, begun)));
        begun.await(line.takeOver(name)).onComplete(taken -> {
            if (taken.failed()) {
                // It ends with a message, and is started again.
                simulation.kill(begun);
                return;
            }
            engine = Optional.of(fresh);
            notices = Optional.of(new Notices(fresh, Play::read, new EventCounts()));
            activities(fresh, connections).forEach(Activity::start);
        });
    }

    private List<Activity> activities(Engine fresh, Map<String, Connection> connections) {
        Health health = new Health();
        List<Activity> all = new ArrayList<>();
        List<Connection> known = simulation.worlds().stream()
                .map(world -> connections.get(world.trade().connection()))
                .toList();
        OneAtATime largeFiles = new OneAtATime();
        all.add(new FlowRunner(fresh, known, 6, Duration.ofSeconds(1), health));
        for (Connection connection : known) {
            all.add(new OrderPoller(fresh, connection, health));
            all.add(new Deadlines(fresh, connection, health));
            for (TradingPartner partner : connection.partners().all()) {
                all.add(new FolderPoller(
                        fresh, connection, partner, Trade.download(partner.id().id()), largeFiles, health));
            }
        }
        return all;
    }

    private Connection connection(World world, Life begun) {
        Companies companies = world.companies();
        return world.trade()
                .connection(
                        world.mode(),
                        world.sizes(),
                        remote(PurchaseOrders.class, companies.orders(), world, begun),
                        remote(Products.class, companies.products(), world, begun),
                        remote(VendorInvoices.class, companies.invoices(), world, begun),
                        remote(Mailbox.class, companies.mailbox(), world, begun));
    }

    private <T> T remote(Class<T> port, T system, World world, Life begun) {
        return simulation.broken(
                port, RemoteLine.to(port, system, simulation.storm(), begun, simulation.story(), world));
    }

    /** F&O posts a Business Event to this process. */
    void businessEvent(String connection, byte[] body) {
        life.post(() -> notices.ifPresent(known -> known.businessEvent(connection, body)));
    }

    /** A flow tells this process of a file. */
    void fileArrived(String connection) {
        life.post(() -> notices.ifPresent(known -> known.fileArrived(connection)));
    }

    /** A person does something through this process, if it is up. */
    void asked(Consumer<Engine> wish) {
        life.post(() -> engine.ifPresent(wish));
    }
}
