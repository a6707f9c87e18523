package io.mlconnector.domain.precedent;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.words.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What people decided about the last documents that stood still for one cause, as their histories tell.
 *
 * @param causeKey the cause
 * @param decided about how many documents of the last ones they decided: released, discarded or corrected
 * @param released how many of these they released at last
 * @param who released the last one of these
 * @param at when
 */
public record Precedent(String causeKey, int decided, int released, String who, Instant at) {

    /** Older decisions say little about today. */
    public static final int MOST = 100;

    /** The name under which a person's entry in the history says what the document stood still for. */
    public static final String CAUSE = "cause";

    public Precedent {
        Objects.requireNonNull(causeKey, "causeKey");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(at, "at");
        if (released < 1 || released > decided) {
            throw new IllegalArgumentException(released + " released of " + decided);
        }
    }

    /** What a person's decision about a document says of it in the history; nothing where it did not stand still. */
    public static Map<String, String> details(FlowState state) {
        return state.reason()
                .map(Problem::causeKey)
                .map(key -> Map.of(CAUSE, key))
                .orElse(Map.of());
    }
}
