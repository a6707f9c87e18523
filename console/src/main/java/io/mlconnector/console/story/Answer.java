package io.mlconnector.console.story;

import io.mlconnector.domain.words.HistoryEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the partner said of something that we sent.
 *
 * @param at when it was read
 * @param set by which transaction set, such as {@code 997}; empty if the history does not name it
 * @param words as the history tells it
 * @param verdict in a word, such as {@code accepted}; empty if nothing was decided, or an older version wrote it
 * @param document id of the document that answers; empty likewise
 */
public record Answer(Instant at, String set, String words, String verdict, Optional<String> document) {

    private static final Pattern SET = Pattern.compile("\\b(997|999|TA1|855|865|824)\\b");

    /** Of an entry of the history; empty if it is about something else. */
    public static Optional<Answer> of(HistoryEntry entry) {
        if (!entry.event().equals("acknowledged")) {
            return Optional.empty();
        }
        Matcher named = SET.matcher(entry.message());
        String set =
                entry.message().startsWith("The vendor announced shipment") ? "856" : named.find() ? named.group() : "";
        return Optional.of(new Answer(
                entry.at(),
                set,
                entry.message(),
                entry.details().getOrDefault("verdict", ""),
                Optional.ofNullable(entry.details().get("document"))));
    }
}
