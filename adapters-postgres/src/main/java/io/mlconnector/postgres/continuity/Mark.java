package io.mlconnector.postgres.continuity;

import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How far a journal had come. Before an upload begins, the mark is at least as far as the commit of its intent.
 *
 * @param journal which journal: a random id that lies in its database
 * @param head of its history
 * @param numbers the last control number that was taken of each sequence; 1 to 999,999,999
 * @param at when that was read
 */
record Mark(String journal, Head head, Map<NumberSequence, Long> numbers, Instant at) {

    private static final String FORMAT = "ml-connector mark 1";

    Mark {
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(at, "at");
        numbers = Map.copyOf(numbers);
    }

    /** Whether another mark says the same, whenever it was made. */
    boolean says(Mark other) {
        return journal.equals(other.journal) && head.equals(other.head) && numbers.equals(other.numbers);
    }

    JsonObject json() {
        JsonArray all = new JsonArray();
        numbers.forEach((sequence, last) -> all.add(new JsonObject()
                .put("sender", sequence.sender())
                .put("receiver", sequence.receiver())
                .put("last", last)));
        return new JsonObject()
                .put("format", FORMAT)
                .put("journal", journal)
                .put("head", head.toString())
                .put("at", at.toString())
                .put("controlNumbers", all);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Mark of(JsonObject json) {
        try {
            if (!FORMAT.equals(json.getString("format"))) {
                throw new IllegalArgumentException("its format is " + json.getString("format") + ", not " + FORMAT);
            }
            Map<NumberSequence, Long> numbers = new HashMap<>();
            for (Object one : json.getJsonArray("controlNumbers")) {
                JsonObject sequence = (JsonObject) one;
                numbers.put(
                        new NumberSequence(sequence.getString("sender"), sequence.getString("receiver")),
                        sequence.getLong("last"));
            }
            return new Mark(
                    json.getString("journal"),
                    Head.parse(json.getString("head")),
                    numbers,
                    Instant.parse(json.getString("at")));
        } catch (ClassCastException | NullPointerException | DateTimeParseException | DecodeException e) {
            throw new IllegalArgumentException("it is damaged: " + e.getMessage(), e);
        }
    }
}
