package io.mlconnector.domain.ordering;

import io.mlconnector.domain.ordering.Revision.Standing;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a revision may be sent, given the other revisions of its order. Revisions count in the order in which they were
 * confirmed, not in that in which they were found: see {@link ConfirmationOrder}.
 */
public sealed interface RevisionPrecedence {

    /**
     * It may be sent.
     *
     * @param delivered the earlier revisions that the partner has, oldest first; may be empty
     */
    record Free(List<Revision> delivered) implements RevisionPrecedence {
        public Free {
            delivered = List.copyOf(delivered);
        }

        /** What the partner got last. */
        public Optional<Revision> last() {
            return delivered.isEmpty() ? Optional.empty() : Optional.of(delivered.get(delivered.size() - 1));
        }
    }

    /**
     * The partner has a later revision, or may have it: this one is never sent after it.
     *
     * @param why names the later one
     */
    record Superseded(Problem why) implements RevisionPrecedence {
        public Superseded {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Nobody knows whether the partner has an earlier revision, which decides what this one has to say.
     *
     * @param why names the earlier one
     */
    record Blocked(Problem why) implements RevisionPrecedence {
        public Blocked {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Decides.
     *
     * @param document id of the revision in question
     * @param key names it
     * @param entered every revision of the order in order of entry; the one in question may be missing, then it counts as the last
     */
    static RevisionPrecedence of(String document, OrderKey key, List<Revision> entered) {
        List<Revision> all = ConfirmationOrder.sorted(entered);
        Optional<Problem> later = superseded(document, key, all);
        if (later.isPresent()) {
            return new Superseded(later.get());
        }
        List<Revision> before = before(document, all);
        return before.stream()
                .filter(earlier -> earlier.standing() == Standing.IN_DOUBT)
                .findFirst()
                .<RevisionPrecedence>map(earlier -> new Blocked(inDoubt(key, earlier)))
                .orElseGet(() -> new Free(before.stream()
                        .filter(earlier -> earlier.standing() == Standing.DELIVERED)
                        .toList()));
    }

    /** Why a revision is not sent any more; empty while the partner certainly has no later one. */
    static Optional<Problem> superseded(String document, OrderKey key, List<Revision> entered) {
        List<Revision> all = ConfirmationOrder.sorted(entered);
        int own = place(document, all);
        return own < 0
                ? Optional.empty()
                : all.subList(own + 1, all.size()).stream()
                        .filter(Revision::mayHaveArrived)
                        .findFirst()
                        .map(later -> Problem.of(
                                ProblemCode.SUPERSEDED,
                                key.orderNumber(),
                                "A later revision, " + later.confirmationNumber() + ", was sent already."));
    }

    /**
     * An earlier revision that goes first because it is not settled yet. One that was confirmed earlier but found later is not waited
     * for: it is superseded as soon as this one has gone out.
     *
     * @param entered every revision of the order in order of entry
     */
    static Optional<Revision> waitsFor(String document, List<Revision> entered) {
        List<Revision> foundBefore = before(document, entered);
        return before(document, ConfirmationOrder.sorted(entered)).stream()
                .filter(earlier -> earlier.standing() == Standing.OPEN && foundBefore.contains(earlier))
                .findFirst();
    }

    private static List<Revision> before(String document, List<Revision> all) {
        int own = place(document, all);
        return own < 0 ? all : all.subList(0, own);
    }

    private static int place(String document, List<Revision> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).document().equals(document)) {
                return i;
            }
        }
        return -1;
    }

    private static Problem inDoubt(OrderKey key, Revision earlier) {
        return Problem.of(
                ProblemCode.EARLIER_REVISION_IN_DOUBT,
                earlier.document(),
                "Nobody knows whether the earlier revision " + earlier.confirmationNumber() + " of order "
                        + key.orderNumber() + " arrived (document " + earlier.document()
                        + "). Settle that one first, then replay this one.");
    }
}
