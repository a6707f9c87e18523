package io.mlconnector.ports.overview;

import io.mlconnector.domain.words.Condition;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What is not settled. What was put off needs nobody until its time comes: it is in none of the figures but its own.
 *
 * @param conditions how many documents are moving, waiting, held, unknown or failed; without those of which there is none
 * @param held what the held and failed ones are worth together, by currency; an empty currency where documents do not say theirs
 * @param overdue documents that a partner has not acknowledged in time
 * @param rejected documents that a partner rejected, and nobody has replaced or discarded
 * @param putOff how many held and failed ones there are besides, which are put off
 */
public record Standing(
        Map<Condition, Long> conditions, Map<String, BigDecimal> held, long overdue, long rejected, long putOff) {
    public Standing {
        conditions = Map.copyOf(conditions);
        held = Map.copyOf(held);
    }

    /** How many are in this condition. */
    public long in(Condition condition) {
        return conditions.getOrDefault(condition, 0L);
    }
}
