package io.mlconnector.runtime.access;

import io.mlconnector.ports.journal.Journal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Until when a remote system asked us to stay away, remembered over the end of a process: a daemon that is killed and started
 * again keeps away as well. Touched by one gate only.
 */
public final class Closings {

    private static final Logger LOG = Logger.getLogger(Closings.class.getName());

    private final Journal journal;
    private final String cursor;
    private final Map<String, Instant> until = new TreeMap<>();

    private Closings(Journal journal, String cursor, Map<String, Instant> until) {
        this.journal = journal;
        this.cursor = cursor;
        this.until.putAll(until);
    }

    /**
     * What is remembered of a remote system.
     *
     * @param system its name, for ever the same
     */
    public static CompletionStage<Closings> of(String system, Journal journal) {
        String cursor = "away:" + system;
        return journal.cursor(cursor).thenApply(stored -> new Closings(journal, cursor, read(stored.orElse(""))));
    }

    private static Map<String, Instant> read(String stored) {
        Map<String, Instant> until = new TreeMap<>();
        stored.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            if (blank > 0) {
                try {
                    until.put(line.substring(blank + 1), Instant.parse(line.substring(0, blank)));
                } catch (DateTimeParseException e) {
                    LOG.log(Level.WARNING, "A stored time is no time and is left out: {0}", e.getMessage());
                }
            }
        });
        return until;
    }

    /** Until when requests with this rate key stay away. */
    Instant until(String rateKey) {
        return until.getOrDefault(rateKey, Instant.MIN);
    }

    /** Remembers it. That it could not be stored matters only if this process dies before that time. */
    void close(String rateKey, Instant time) {
        until.put(rateKey, time);
        String text = until.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("\n"));
        var unused = journal.moveCursor(cursor, text).exceptionally(failure -> {
            LOG.log(Level.FINE, "It could not be stored that a remote system asked us to stay away", failure);
            return null;
        });
    }
}
