package io.mlconnector.engine.cause;

import io.mlconnector.domain.words.DocumentId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Fixes a cause once for all documents that stand still for it. */
public interface CauseFixing {

    /**
     * What becomes of one document.
     *
     * @param document which
     * @param word the verdict of a forecast, or the outcome of what was done
     * @param message in a sentence
     */
    record Became(DocumentId document, String word, String message) {
        public Became {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(word, "word");
            Objects.requireNonNull(message, "message");
        }

        /** Whether it was left as it is: what was to be done was refused, or nothing was to be done. */
        public boolean left() {
            return word.equals("refused") || word.equals("nothing");
        }
    }

    /**
     * What becomes of all.
     *
     * @param fix its name in the histories; empty of a forecast
     * @param documents the oldest first
     * @param more whether further documents stand still for the cause
     * @param also what else it changes, in a sentence; empty if nothing
     * @param against why it would be refused as it is, in a sentence, such as that F&O has no such unit; empty if nothing is known, and
     *     of what was done
     */
    record Fixed(
            Optional<String> fix,
            List<Became> documents,
            boolean more,
            Optional<String> also,
            Optional<String> against) {
        public Fixed {
            Objects.requireNonNull(fix, "fix");
            Objects.requireNonNull(also, "also");
            Objects.requireNonNull(against, "against");
            documents = List.copyOf(documents);
        }
    }

    /** Says what would become of each document; changes nothing. Fails with a {@link CauseException} if the fix does not fit. */
    Future<Fixed> foresee(CauseFix fix);

    /**
     * Does it. Fails with a {@link CauseException} if the fix does not fit; then nothing is changed.
     *
     * @param operator who
     * @param reason why; may be empty
     * @param progress is told of each document as it is done
     */
    Future<Fixed> fix(CauseFix fix, String operator, String reason, FixProgress progress);

    /** Says what would become of each document if a fix were taken back; changes nothing. See {@link FixUndo#foresee}. */
    Future<FixUndo.Undone> foreseeUndo(String fix);

    /** Takes a fix back. See {@link FixUndo#undo}. */
    Future<FixUndo.Undone> undo(String fix, String operator, String reason);
}
