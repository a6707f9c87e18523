package io.mlconnector.console.story;

import io.mlconnector.ports.journal.history.RecordedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A history, told in order: what belongs together stands under one heading.
 *
 * @param hops everything that happened, the oldest first
 */
public record Story(List<Hop> hops) {

    /** Dots of the timeline are never nearer to each other than this part of it, so that each can be seen. */
    private static final double WIDTH = 1000;

    private static final double APART = 9;

    public Story {
        hops = List.copyOf(hops);
    }

    /** Of a history. */
    public static Story of(List<RecordedEntry> history) {
        List<Hop> hops = new ArrayList<>();
        Instant before =
                history.isEmpty() ? Instant.EPOCH : history.getFirst().entry().at();
        Optional<String> bytes = Optional.empty();
        for (RecordedEntry recorded : history) {
            Instant at = recorded.entry().at();
            hops.add(new Hop(recorded, at.isAfter(before) ? Duration.between(before, at) : Duration.ZERO, bytes));
            if (!recorded.entry().payloads().isEmpty()) {
                bytes = Optional.of(recorded.entry().payloads().getLast().hex());
            }
            before = at.isAfter(before) ? at : before;
        }
        return new Story(hops);
    }

    /**
     * Hops that follow each other and are about the same.
     *
     * @param chapter about what
     * @param hops at least one
     */
    public record Part(Chapter chapter, List<Hop> hops) {
        public Part {
            hops = List.copyOf(hops);
        }
    }

    /** The parts, in order. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<Hop> run = new ArrayList<>();
        for (Hop hop : hops) {
            if (!run.isEmpty() && run.getFirst().chapter() != hop.chapter()) {
                parts.add(new Part(run.getFirst().chapter(), run));
                run.clear();
            }
            run.add(hop);
        }
        if (!run.isEmpty()) {
            parts.add(new Part(run.getFirst().chapter(), run));
        }
        return List.copyOf(parts);
    }

    /** What its parts are about, each once, in the order in which they come first. */
    public List<Chapter> chapters() {
        return hops.stream().map(Hop::chapter).distinct().toList();
    }

    /** From the first to the last thing that happened. */
    public Duration length() {
        return hops.isEmpty()
                ? Duration.ZERO
                : Duration.between(hops.getFirst().at(), hops.getLast().at());
    }

    /**
     * A hop on the timeline.
     *
     * @param x where it is, 0 to 1000
     * @param from where the hop before it is: between them it waited
     * @param hop it
     */
    public record Dot(double x, double from, Hop hop) {}

    /** The timeline, to scale as far as each dot can still be seen; hops of one moment share a dot. */
    public List<Dot> timeline() {
        List<Dot> dots = new ArrayList<>();
        if (hops.isEmpty()) {
            return dots;
        }
        Instant first = hops.getFirst().at();
        double all = Math.max(1, length().toMillis());
        double last = -APART;
        for (Hop hop : hops) {
            double exact = Math.max(0, Duration.between(first, hop.at()).toMillis()) / all * WIDTH;
            if (!dots.isEmpty()
                    && exact - last < APART
                    && hop.chapter() == dots.getLast().hop().chapter()) {
                continue;
            }
            double x = dots.isEmpty() ? 0 : Math.max(exact, last + APART);
            dots.add(new Dot(x, dots.isEmpty() ? 0 : last, hop));
            last = x;
        }
        double most = Math.max(WIDTH, last);
        return dots.stream()
                .map(dot -> new Dot(dot.x() / most * WIDTH, dot.from() / most * WIDTH, dot.hop()))
                .toList();
    }
}
