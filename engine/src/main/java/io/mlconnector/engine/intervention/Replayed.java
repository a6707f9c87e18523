package io.mlconnector.engine.intervention;

import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.Objects;
import java.util.Optional;

/** What became of a person's wish to have one document done again. */
public sealed interface Replayed {

    /**
     * It goes on.
     *
     * @param after the document afterwards
     */
    record Again(DocumentRecord after) implements Replayed {
        public Again {
            Objects.requireNonNull(after, "after");
        }
    }

    /**
     * There was nothing to do; the attempt is in the history.
     *
     * @param after the document, as it was
     * @param why what is there already
     */
    record Nothing(DocumentRecord after, String why) implements Replayed {
        public Nothing {
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * It was not possible; nothing was written down.
     *
     * @param why the reason, and what is possible
     */
    record Refused(String why) implements Replayed {
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /** There is no such document. */
    record Missing() implements Replayed {}

    /** The word of interface and commands: {@code replayed}, {@code nothing} or {@code refused}. */
    default String word() {
        return switch (this) {
            case Again ignored -> "replayed";
            case Nothing ignored -> "nothing";
            case Refused ignored -> "refused";
            case Missing ignored -> "refused";
        };
    }

    /** It in a sentence. */
    default String message() {
        return switch (this) {
            case Again(DocumentRecord after) ->
                "goes on as " + after.condition().word() + " at stage "
                        + after.stage().word() + ".";
            case Nothing(DocumentRecord ignored, String why) -> "nothing: " + why;
            case Refused(String why) -> "refused: " + why;
            case Missing ignored -> "refused: there is no document with this id.";
        };
    }

    /** The document afterwards; empty if nothing was written down. */
    default Optional<DocumentRecord> document() {
        return switch (this) {
            case Again(DocumentRecord after) -> Optional.of(after);
            case Nothing(DocumentRecord after, String ignored) -> Optional.of(after);
            case Refused ignored -> Optional.empty();
            case Missing ignored -> Optional.empty();
        };
    }
}
