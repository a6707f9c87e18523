package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.util.Objects;
import java.util.Optional;

/**
 * A document that is kept and shown, and with which nothing more is done: an acknowledgement that was matched, or a
 * transaction set that is not processed.
 *
 * @param note what became of it; empty if there is nothing to say
 */
public record Kept(Optional<Problem> note) implements Progress {

    public Kept {
        Objects.requireNonNull(note, "note");
    }

    @Override
    public Stage stage() {
        return Stage.DECODED;
    }

    @Override
    public Condition condition() {
        return Condition.DONE;
    }

    @Override
    public Optional<Problem> reason() {
        return note;
    }
}
