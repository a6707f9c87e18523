package io.mlconnector.domain.sending;

import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Progress;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an outgoing document stands: an order revision, or an answer to what a partner sent, which goes out the same way.
 * The states that precede a write say so, because a state found without an outcome after a crash means that nobody knows.
 */
public sealed interface SendingState extends Progress {

    @Override
    default Stage stage() {
        return Stage.ENCODED;
    }

    /** The file that is or was to be sent; empty as long as none is written. */
    default Optional<OutboundFile> written() {
        return switch (this) {
            case Announced ignored -> Optional.empty();
            case Ready ready -> Optional.of(ready.file());
            case Uploading uploading -> Optional.of(uploading.file());
            case InDoubt doubt -> Optional.of(doubt.file());
            case Delivered delivered -> Optional.of(delivered.file());
        };
    }

    /**
     * F&O confirmed the revision; nothing was read yet.
     *
     * @param failures failed attempts so far
     */
    record Announced(int failures) implements SendingState {
        @Override
        public Stage stage() {
            return Stage.ANNOUNCED;
        }
    }

    /**
     * The file is written and stored, and may be sent.
     *
     * @param file what will be sent
     * @param failures failed attempts so far
     * @param doubted whether an earlier upload may have arrived all the same: then these bytes may be sent again under this name,
     *     as was agreed or as a person decided, but the order is never written anew. Otherwise it is certainly not in the folder
     */
    record Ready(OutboundFile file, int failures, boolean doubted) implements SendingState {
        public Ready {
            Objects.requireNonNull(file, "file");
        }

        /** Certainly not in the folder. */
        public Ready(OutboundFile file, int failures) {
            this(file, failures, false);
        }

        @Override
        public boolean mayHaveWritten() {
            return doubted;
        }
    }

    /**
     * The intent to upload is stored; the upload may be under way.
     *
     * @param file what is sent
     * @param failures failed attempts so far
     * @param doubted whether an earlier upload may have arrived, whatever becomes of this one
     */
    record Uploading(OutboundFile file, int failures, boolean doubted) implements SendingState {
        public Uploading {
            Objects.requireNonNull(file, "file");
        }

        /** The first upload, or one before which the file was certainly not in the folder. */
        public Uploading(OutboundFile file, int failures) {
            this(file, failures, false);
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }
    }

    /**
     * The upload may or may not have happened.
     *
     * @param file what was sent
     * @param since when the doubt arose
     * @param asked how often the folder was asked already
     */
    record InDoubt(OutboundFile file, Instant since, int asked) implements SendingState {
        public InDoubt {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(since, "since");
        }

        @Override
        public Condition condition() {
            return Condition.UNKNOWN;
        }

        @Override
        public Optional<Problem> reason() {
            return Optional.of(Problem.of(
                    ProblemCode.UPLOAD_IN_DOUBT,
                    file.name(),
                    "Nobody knows yet whether the upload of " + file.name() + " arrived; the folder is being asked."));
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }

        /** The person has looked: the same bytes are sent again. */
        @Override
        public Progress released(Held held) {
            return new Ready(file, 0, true);
        }
    }

    /**
     * The file is in the folder, or was.
     *
     * @param file what was sent
     * @param at when that became certain
     */
    record Delivered(OutboundFile file, Instant at) implements SendingState {
        public Delivered {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Stage stage() {
            return Stage.DELIVERED;
        }

        @Override
        public Condition condition() {
            return Condition.DONE;
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }
    }
}
