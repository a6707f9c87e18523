package io.mlconnector.runtime.access;

import io.mlconnector.ports.journal.NoticeJournal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The pauses that a remote system asked for when it throttled us, stored beyond the end of a process: a daemon that is
 * killed and started again keeps away as well. Touched by one gate only.
 */
public final class StoredPauses {

    private static final Logger LOG = Logger.getLogger(StoredPauses.class.getName());

    private final NoticeJournal journal;
    private final String cursor;
    private final Map<String, Instant> until = new TreeMap<>();

    private StoredPauses(NoticeJournal journal, String cursor, Map<String, Instant> until) {
        this.journal = journal;
        this.cursor = cursor;
        this.until.putAll(until);
    }

    /**
     * What is stored of a remote system.
     *
     * @param system its name, for ever the same
     */
    public static CompletionStage<StoredPauses> of(String system, NoticeJournal journal) {
        String cursor = "away:" + system;
        return journal.cursor(cursor).thenApply(stored -> new StoredPauses(journal, cursor, read(stored.orElse(""))));
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

    /** Stores a pause. That it could not be stored matters only if this process dies before that time. */
    void pause(String rateKey, Instant time) {
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
