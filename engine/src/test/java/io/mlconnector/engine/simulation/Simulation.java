package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.CrossReferences;
import io.mlconnector.domain.flow.RetryTiming;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.DocumentIds;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.Notices;
import io.mlconnector.engine.intake.OrderPoller;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.runner.FlowRunner;
import io.mlconnector.json.JsonNeutralOrder;
import io.mlconnector.json.JsonStoredForm;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.testing.memory.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One run of the whole engine: decisions, runner, pollers and notices against in-memory ports, on virtual time, in one thread.
 * Everything follows from the seed.
 */
final class Simulation {

    private static final Instant BEGIN = Instant.parse("2026-03-10T08:00:00Z");

    /** Longer than any wait that the engine may choose. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private final Chance chance;
    private final Weather weather;
    private final VirtualTime time = new VirtualTime(BEGIN);
    private final Storm storm;
    private final HeaderReference mode;
    private final Companies companies;
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Play play;
    private final Findings findings;
    private final Optional<PlantedFault> fault;
    private final Map<Object, Object> shared = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private Simulation(long seed, Optional<PlantedFault> fault) {
        this.chance = new Chance(seed);
        this.weather = Weather.of(chance);
        this.fault = fault;
        this.mode = chance.happens(0.5) ? HeaderReference.OURS : HeaderReference.ASSIGNED;
        this.storm = new Storm(time, chance, weather, BEGIN.plus(Play.LENGTH), this::kill);
        this.companies = new Companies(time, mode);
        this.findings = new Findings(journal, companies);
        this.play = new Play(time, chance, storm, companies, new Play.Notified() {
            @Override
            public void businessEvent(byte[] body) {
                somebody(node -> node.businessEvent(body));
            }

            @Override
            public void fileArrived() {
                somebody(Node::fileArrived);
            }
        });
    }

    /** Runs a seed and says what is wrong; empty if nothing is. */
    static List<String> run(long seed) {
        return new Simulation(seed, Optional.empty()).run();
    }

    /** Runs a seed with a fault in the engine. */
    static List<String> run(long seed, PlantedFault fault) {
        return new Simulation(seed, Optional.of(fault)).run();
    }

    private List<String> run() {
        for (int i = 1; i <= weather.nodes(); i++) {
            Node node = new Node("node-" + i);
            nodes.add(node);
            node.start();
        }
        play.begin();
        trouble();
        Instant calm = BEGIN.plus(Play.LENGTH);
        time.runUntil(calm);
        nodes.forEach(Node::calm);
        // The last that happens is a resend, after that everything must come to rest.
        time.runUntil(BEGIN.plus(Duration.ofMinutes(16)));
        time.runUntil(time.now().plus(LONGEST), this::settled);
        time.runUntil(time.now().plus(Duration.ofMinutes(3)));
        List<String> wrong = findings.judge(play.confirmed(), play.published(), weather.calm());
        if (Boolean.getBoolean("story")) {
            System.out.println(weather + "\n" + findings.story());
        }
        return wrong;
    }

    private boolean settled() {
        return findings.documents().stream()
                .allMatch(document -> document.condition().settled());
    }

    private void trouble() {
        for (int i = 0; i < weather.kills(); i++) {
            anywhen(() -> pick().ifPresent(node -> kill(node.life())));
        }
        for (int i = 0; i < weather.stalls(); i++) {
            anywhen(() -> pick().ifPresent(node -> node.life().stall(chance.millis(500, 25_000))));
        }
        for (int i = 0; i < weather.jumps(); i++) {
            anywhen(() -> pick().ifPresent(node -> node.jump(Duration.ofSeconds(chance.below(60) - 30))));
        }
        if (weather.journal() > 0) {
            anywhen(storm::cutJournal);
            anywhen(storm::cutJournal);
        }
        if (!weather.calm()) {
            anywhen(storm::revokeTokens);
            anywhen(storm::revokeTokens);
        }
    }

    private void anywhen(Runnable trouble) {
        time.after(chance.millis(0, (int) Play.LENGTH.toMillis()), trouble);
    }

    private Optional<Node> pick() {
        return Optional.of(nodes.get(chance.below(nodes.size())))
                .filter(node -> node.life().alive());
    }

    private void somebody(Consumer<Node> notice) {
        nodes.stream().filter(node -> node.life().alive()).findFirst().ifPresent(notice);
    }

    /** A process dies; its supervisor starts it again. */
    private void kill(Life life) {
        life.end();
        for (Node node : nodes) {
            if (node.life() == life) {
                time.after(chance.millis(100, 6_000), node::start);
            }
        }
    }

    /** One daemon: a name, and one process after another. */
    private final class Node {

        private final String name;
        private Life life = new Life(time, ignored -> {});
        private Optional<Notices> notices = Optional.empty();
        private Duration clockOffset = Duration.ZERO;

        Node(String name) {
            this.name = name;
        }

        Life life() {
            return life;
        }

        void jump(Duration by) {
            clockOffset = clockOffset.plus(by);
            life.setClock(clockOffset);
        }

        void calm() {
            clockOffset = Duration.ZERO;
            life.setClock(clockOffset);
        }

        void start() {
            Life begun = new Life(time, findings::defect);
            begun.setClock(clockOffset);
            life = begun;
            Journal line = JournalLine.to(broken(journal), storm, begun);
            Engine engine = new Engine(
                    begun,
                    line,
                    new X12Codec(),
                    new JsonNeutralOrder(),
                    new JsonStoredForm(),
                    () -> CompletableFuture.completedFuture(CrossReferences.NONE),
                    new DocumentIds(begun::clock, chance.generator()),
                    begun::clock,
                    chance.generator(),
                    RetryTiming.USUAL,
                    Engine.USUAL_LEASE,
                    name);
            Connection link = link(begun);
            begun.await(line.takeOver(name)).onComplete(taken -> {
                if (taken.failed()) {
                    // It ends with a message, and is started again.
                    kill(begun);
                    return;
                }
                notices = Optional.of(new Notices(engine, Play::read));
                Health health = new Health();
                activities(engine, link, health).forEach(Activity::start);
            });
        }

        private List<Activity> activities(Engine engine, Connection link, Health health) {
            List<Activity> all = new ArrayList<>();
            all.add(new FlowRunner(engine, List.of(link), 6, Duration.ofSeconds(1)));
            all.add(new OrderPoller(engine, link, health));
            for (TradingPartner partner : link.partners().all()) {
                all.add(new FolderPoller(
                        engine, link, partner, Trade.download(partner.id().id()), health));
            }
            return all;
        }

        private Connection link(Life begun) {
            return Trade.connection(
                    mode,
                    remote(PurchaseOrders.class, companies.orders(), begun),
                    remote(Products.class, companies.products(), begun),
                    remote(VendorInvoices.class, companies.invoices(), begun),
                    remote(Mailbox.class, companies.mailbox(), begun));
        }

        private <T> T remote(Class<T> port, T system, Life begun) {
            T line = RemoteLine.to(port, system, storm, begun, new RemoteLine.Witness() {
                @Override
                public void leaves(String method, Object[] arguments) {
                    findings.leaves(method, arguments);
                }

                @Override
                public void arrived(String method, Object[] arguments) {
                    routed(method, arguments);
                }
            });
            return fault.map(planted -> planted.in(port, line, shared)).orElse(line);
        }

        private Journal broken(Journal whole) {
            return fault.map(planted -> planted.in(Journal.class, whole, shared))
                    .orElse(whole);
        }

        void businessEvent(byte[] body) {
            life.post(() -> notices.ifPresent(known -> known.businessEvent(Trade.CONNECTION, body)));
        }

        void fileArrived() {
            life.post(() -> notices.ifPresent(known -> known.fileArrived(Trade.CONNECTION)));
        }
    }

    /** A router empties one of the folders, sooner or later. */
    private void routed(String method, Object[] arguments) {
        if (method.equals("upload")
                && arguments[0].equals(Trade.upload("globex"))
                && arguments[1] instanceof Intent<?> intent) {
            intent.store()
                    .thenAccept(file -> file.ifPresent(sent ->
                            time.after(chance.millis(0, 3_000), () -> companies.route(((FileToUpload) sent).name()))));
        }
    }
}
