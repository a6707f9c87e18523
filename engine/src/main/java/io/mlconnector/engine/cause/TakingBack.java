package io.mlconnector.engine.cause;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whether what was entered to free a document can be taken back, as far as this document is concerned.
 *
 * @param verdict whether it can
 * @param message in a sentence that goes on from the name of the document
 */
public record TakingBack(Verdict verdict, String message) {

    private static final Set<Stage> WRITTEN_DOWN = Set.of(Stage.ALIGNED, Stage.ENCODED);
    private static final String INTENT = "-intended";

    public TakingBack {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(message, "message");
    }

    /** Whether it can. */
    public enum Verdict {
        /** Nothing was sent; it is examined again, without what was entered. */
        POSSIBLE,
        /** It was sent, or may have been. */
        WRITTEN,
        /** It is being worked on: nobody can say yet. */
        BUSY
    }

    /**
     * Of one document. Before each write to a remote system its intent stands in the history, so that nothing that was written is
     * missed.
     *
     * @param document as it is now
     * @param history all of it
     * @param since when the fix began
     */
    public static TakingBack of(DocumentRecord document, List<HistoryEntry> history, Instant since) {
        boolean written = history.stream()
                .anyMatch(entry -> !entry.at().isBefore(since) && entry.event().endsWith(INTENT));
        if (written) {
            return new TakingBack(Verdict.WRITTEN, "was sent with it, or may have been; it stays as it is.");
        }
        return switch (document.condition()) {
            case MOVING -> new TakingBack(Verdict.BUSY, "is being worked on; look again in a moment.");
            case UNKNOWN ->
                new TakingBack(Verdict.WRITTEN, "has a write whose outcome is not known; it stays as it is.");
            case DONE -> new TakingBack(Verdict.WRITTEN, "is done with it; it stays as it is.");
            case DUPLICATE, DISCARDED -> new TakingBack(Verdict.POSSIBLE, "was not sent; it stays as it is.");
            case HELD, WAITING, FAILED -> {
                boolean sealed = document.direction() == Direction.OUTBOUND && WRITTEN_DOWN.contains(document.stage());
                yield sealed
                        ? new TakingBack(Verdict.WRITTEN, "has it in its content already, though it was not sent.")
                        : new TakingBack(Verdict.POSSIBLE, "was not sent; it is examined again without it.");
            }
        };
    }

    /** Whether the document is to be examined again once it is taken back. */
    public static boolean again(DocumentRecord document) {
        return Set.of(Condition.HELD, Condition.WAITING, Condition.FAILED).contains(document.condition());
    }
}
