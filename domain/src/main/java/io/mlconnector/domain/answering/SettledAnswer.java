package io.mlconnector.domain.answering;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says in place of a partner's answer: that the partner accepted a document in another way, such as by telephone, or
 * that no answer counts any more because something else took its place. A later answer of the partner counts as any other.
 *
 * @param as {@code accepted}, or {@code none}
 * @param reason why; may be empty
 */
public record SettledAnswer(Acknowledgement as, String reason) {

    /** What can be said. */
    public static final Set<Acknowledgement> POSSIBLE = Set.of(Acknowledgement.ACCEPTED, Acknowledgement.NONE);

    /** What waits for somebody. */
    private static final Set<Acknowledgement> OPEN =
            Set.of(Acknowledgement.AWAITED, Acknowledgement.OVERDUE, Acknowledgement.REJECTED);

    /** @throws IllegalArgumentException if {@code as} is none of {@link #POSSIBLE} */
    public SettledAnswer {
        Objects.requireNonNull(reason, "reason");
        if (!POSSIBLE.contains(as)) {
            throw new IllegalArgumentException("An answer is settled as accepted or as none, not as " + as.word());
        }
    }

    /** Whether the answer to such a document can be settled. */
    public static boolean possible(Condition condition, Acknowledgement now) {
        return condition == Condition.DONE && OPEN.contains(now);
    }

    /** Why the answer to such a document cannot be settled; empty if it can. */
    public static Optional<String> refusal(Condition condition, Acknowledgement now) {
        if (possible(condition, now)) {
            return Optional.empty();
        }
        return Optional.of(
                condition == Condition.DONE
                        ? "Its acknowledgement is " + now.word().replace('-', ' ')
                                + "; there is nothing to settle. What is awaited, overdue or rejected can be settled."
                        : "It is " + condition.word() + ", so that no answer to it is open.");
    }

    /** What the history says. */
    public HistoryEntry entry(Acknowledgement before, String who, Instant now) {
        String what = as == Acknowledgement.ACCEPTED
                ? "the partner accepted it in another way"
                : "no answer to it counts any more";
        return new HistoryEntry(
                now,
                who,
                "answer-settled",
                who + " settled its answer, which was " + before.word().replace('-', ' ') + ": " + what
                        + (reason.isBlank() ? "" : " (" + reason.strip() + ")"),
                Map.of("acknowledgement", as.word(), "before", before.word()),
                List.of());
    }
}
