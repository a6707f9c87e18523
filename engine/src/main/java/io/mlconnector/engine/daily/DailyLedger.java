package io.mlconnector.engine.daily;

import io.mlconnector.domain.words.Condition;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came and went on a day, and what of it is unaccounted for as of now.
 *
 * @param day which
 * @param connections one of each, in the order of the configuration
 * @param unaccounted the most serious kinds first, and of a kind the oldest; bounded
 * @param more how many more there are than are told
 */
public record DailyLedger(Day day, List<OfConnection> connections, List<Unaccounted> unaccounted, long more) {

    public DailyLedger {
        connections = List.copyOf(connections);
        unaccounted = List.copyOf(unaccounted);
    }

    /** Whether everything could be looked at: only then does an empty list say that all is well. */
    public boolean complete() {
        return unaccounted.stream().noneMatch(one -> one.kind() == Unaccounted.Kind.NOT_LOOKED);
    }

    /**
     * The counts of a connection.
     *
     * @param connection short name
     * @param confirmed orders that F&O says were confirmed on that day; empty if F&O could not be read
     * @param entered how many of these have a document here
     * @param files that were taken
     * @param filesNotRead how many of these could not be read wholly
     * @param invoicesFound invoices that were posted of what came on that day, and that F&O has
     * @param documents that came on that day by type and condition; the types in order
     */
    public record OfConnection(
            String connection,
            OptionalInt confirmed,
            int entered,
            int files,
            int filesNotRead,
            int invoicesFound,
            SortedMap<String, Map<Condition, Integer>> documents) {
        public OfConnection {
            documents = new TreeMap<>(documents);
        }

        /** How many documents came. */
        public int count() {
            return documents.values().stream()
                    .flatMap(counts -> counts.values().stream())
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        /** How many are in this condition. */
        public int in(Condition condition) {
            return documents.values().stream()
                    .mapToInt(counts -> counts.getOrDefault(condition, 0))
                    .sum();
        }
    }
}
