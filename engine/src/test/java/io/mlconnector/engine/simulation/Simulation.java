package io.mlconnector.engine.simulation;

import io.mlconnector.ports.journal.Journal;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One run of the whole engine: decisions, runner, pollers, notices, deadlines and interventions against in-memory ports, on
 * virtual time, in one thread. Everything follows from the seed.
 */
final class Simulation {

    private static final Instant BEGIN = Instant.parse("2026-03-10T08:00:00Z");

    /** Longer than any wait that the engine may choose. */
    private static final Duration LONGEST = Duration.ofHours(3);

    /** A person does nothing more after that. */
    private static final Duration HOME = Duration.ofMinutes(10);

    /** So long after the last thing that was planned it has had its consequences: files are taken, deadlines are seen. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(2);

    private static final int MOST_DOCUMENTS = 150;

    private final Chance chance;
    private final Weather weather;
    private final VirtualTime time = new VirtualTime(BEGIN);
    private final Story story;
    private final Storm storm;
    private final MemoryJournal stored = new MemoryJournal(time::now);
    private final List<World> worlds = new ArrayList<>();
    private final Optional<PlantedFault> fault;
    private final Map<Object, Object> shared = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<String> defects = new ArrayList<>();
    private Instant lastWish = Instant.MIN;

    private Simulation(long seed, Optional<PlantedFault> fault, boolean told) {
        this.chance = new Chance(seed);
        this.weather = Weather.of(chance);
        this.fault = fault;
        this.story = new Story(time, told);
        this.storm = new Storm(time, story, chance, weather, BEGIN.plus(Play.LENGTH), this::kill);
        worlds.add(world(Trade.CONTOSO));
        if (chance.happens(0.3)) {
            worlds.add(world(Trade.FABRIKAM));
        }
    }

    private World world(Trade trade) {
        return new World(trade, time, chance, storm, stored, new Play.Notified() {
            @Override
            public void businessEvent(byte[] body) {
                somebody(node -> node.businessEvent(trade.connection(), body));
            }

            @Override
            public void fileArrived() {
                somebody(node -> node.fileArrived(trade.connection()));
            }
        });
    }

    /** Runs a seed and says what is wrong; empty if nothing is. */
    static List<String> run(long seed) {
        return new Simulation(seed, Optional.empty(), false).run(Disturbance.NONE);
    }

    /** Runs a seed with a fault in the engine. */
    static List<String> run(long seed, PlantedFault fault) {
        return new Simulation(seed, Optional.of(fault), false).run(Disturbance.NONE);
    }

    /** Runs a seed and tells everything that happened. */
    static List<String> story(long seed, Disturbance disturbance) {
        Simulation simulation = new Simulation(seed, Optional.empty(), true);
        simulation.run(disturbance);
        return simulation.story.lines();
    }

    VirtualTime time() {
        return time;
    }

    Chance chance() {
        return chance;
    }

    Story story() {
        return story;
    }

    Storm storm() {
        return storm;
    }

    List<World> worlds() {
        return worlds;
    }

    /** A piece of the engine threw what nothing should throw. */
    void defect(Throwable failure) {
        defects.add("defect: " + failure);
    }

    /** The journal as a process sees it. */
    Journal journal() {
        return broken(Journal.class, stored);
    }

    /** A port with the planted fault, if there is one. */
    <T> T broken(Class<T> port, T whole) {
        return fault.map(planted -> planted.in(port, whole, shared)).orElse(whole);
    }

    private List<String> run(Disturbance disturbance) {
        for (int i = 1; i <= weather.nodes(); i++) {
            Node node = new Node("node-" + i, this);
            nodes.add(node);
            node.start();
        }
        worlds.getFirst().play().begin(2 + chance.below(4));
        worlds.stream().skip(1).forEach(world -> world.play().begin(1 + chance.below(2)));
        trouble();
        disturb(disturbance);
        time.runUntil(BEGIN.plus(Play.LENGTH));
        nodes.forEach(Node::calm);
        Instant latest = time.now().plus(LONGEST);
        while (!(settled() && time.now().isAfter(last().plus(AFTERWARDS)))
                && time.now().isBefore(latest)
                && !crowded()) {
            time.runUntil(time.now().plusSeconds(5));
        }
        time.runUntil(time.now().plus(Trade.ANSWER_WITHIN).plus(AFTERWARDS));
        List<String> wrong = new ArrayList<>(defects);
        worlds.forEach(world -> wrong.addAll(world.findings().judge(weather.calm())));
        if (Boolean.getBoolean("story")) {
            System.out.println(weather);
            worlds.forEach(world -> System.out.println(world.findings().story()));
        }
        return wrong;
    }

    /** When the last that is planned happens: a file, an answer, a person's wish. */
    private Instant last() {
        return worlds.stream()
                .map(world -> world.play().last())
                .filter(lastWish::isBefore)
                .max(Instant::compareTo)
                .orElse(lastWish);
    }

    /** Documents beget documents: that is judged at once, because it would never end. */
    private boolean crowded() {
        return worlds.stream().anyMatch(world -> world.findings().documents().size() > MOST_DOCUMENTS);
    }

    private boolean settled() {
        return worlds.stream().allMatch(world -> world.findings().settled());
    }

    private void disturb(Disturbance disturbance) {
        switch (disturbance) {
            case NONE -> {
                // As the seed wants it.
            }
            case ONE_DRAW_MORE -> time.after(Duration.ofSeconds(1), () -> chance.below(2));
            case STEPS_LATER -> {
                // More than once: a process that is down does not notice.
                for (int at = 1; at < 120; at += 20) {
                    time.after(
                            Duration.ofSeconds(at),
                            () -> nodes.getFirst().life().stall(Duration.ofSeconds(2)));
                }
            }
        }
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
        for (int i = 0; i < weather.deeds(); i++) {
            int most = chance.happens(0.5) ? (int) Play.LENGTH.toMillis() * 2 : (int) HOME.toMillis();
            Duration when = chance.millis(5_000, most);
            lastWish = lastWish.isAfter(BEGIN.plus(when)) ? lastWish : BEGIN.plus(when);
            time.after(when, this::wish);
        }
    }

    private void wish() {
        World world = worlds.get(chance.below(worlds.size()));
        pick().ifPresent(node -> node.asked(engine -> new Desk(chance, world).act(engine)));
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
    void kill(Life life) {
        story.tell("killed");
        life.end();
        for (Node node : nodes) {
            if (node.life() == life) {
                time.after(chance.millis(100, 6_000), node::start);
            }
        }
    }
}
