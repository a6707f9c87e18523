package io.mlconnector.ports.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What remote systems announced, and what polls remember. See {@link Journal} for what every method promises. */
public interface NoticeJournal {

    /**
     * A received Business Event or similar, stored before it is answered.
     *
     * @param key under which a repeated event is recognised
     * @param body as received
     * @return whether it was new
     */
    CompletionStage<Boolean> recordNotice(String connection, String key, byte[] body, Instant now);

    /** Something that a poll remembers; empty if it was never set. */
    CompletionStage<Optional<String>> cursor(String name);

    /** Several of them at once, by their names; those that were never set are missing. */
    CompletionStage<Map<String, String>> cursors(Collection<String> names);

    /** Remembers something for the next poll. */
    CompletionStage<Void> moveCursor(String name, String value);
}
