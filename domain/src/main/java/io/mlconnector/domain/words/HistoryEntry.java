package io.mlconnector.domain.words;

import io.mlconnector.domain.trade.ContentHash;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One thing that happened to a document.
 *
 * @param at when
 * @param actor who: {@code daemon} or an operator's name
 * @param event a stable word, such as {@code uploaded}; [a-z0-9-]+
 * @param message a sentence for a person; no secret, no price
 * @param details facts by name, such as the file name or the remote status
 * @param payloads the bytes that belong to it
 */
public record HistoryEntry(
        Instant at,
        String actor,
        String event,
        String message,
        Map<String, String> details,
        List<ContentHash> payloads) {

    /** The actor of everything that happens by itself. */
    public static final String DAEMON = "daemon";

    public HistoryEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(message, "message");
        // In one order everywhere, for people and for comparisons.
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        payloads = List.copyOf(payloads);
    }

    /** Something that happened by itself, without further facts. */
    public static HistoryEntry entry(Instant at, String event, String message) {
        return new HistoryEntry(at, DAEMON, event, message, Map.of(), List.of());
    }

    /** Something that happened by itself, with facts. */
    public static HistoryEntry entry(Instant at, String event, String message, Map<String, String> details) {
        return new HistoryEntry(at, DAEMON, event, message, details, List.of());
    }

    /** The problem as an entry. */
    public static HistoryEntry entry(Instant at, String event, Problem problem) {
        return entry(at, event, problem, problem.message());
    }

    /** The problem as an entry where nobody has to do anything about it: it goes on, or a person accepted it. */
    public static HistoryEntry observed(Instant at, String event, Problem problem) {
        return entry(at, event, problem, problem.observed());
    }

    private static HistoryEntry entry(Instant at, String event, Problem problem, String message) {
        Map<String, String> details = new TreeMap<>(problem.details());
        details.remove(Problem.ADVICE);
        details.put("code", problem.code());
        return new HistoryEntry(at, DAEMON, event, message, details, List.of());
    }
}
