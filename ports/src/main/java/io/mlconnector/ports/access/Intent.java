package io.mlconnector.ports.access;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stores that a write is about to happen. A port that writes calls it when everything else is ready, a token included, and
 * the request's turn has come: the write leaves next, so that a crash leaves as little in doubt as can be.
 *
 * @param <T> what is to be written, known for certain only now, such as bytes with their control numbers
 */
@FunctionalInterface
public interface Intent<T> {

    /**
     * Stores the intent; called at most once for each call of a port.
     *
     * @return what is to be written, once the intent stands; empty if nothing may be sent. If it fails, nothing is sent.
     */
    CompletionStage<Optional<T>> store();

    /** Whether a stored intent is certainly still ours: the same write may leave once more, after a 401 for example. */
    default boolean stands() {
        return true;
    }

    /**
     * For the same write once more, which certainly did not happen the first time.
     *
     * @param value what is written
     * @param first stored before; if it does not stand any more, nothing is sent
     */
    static <T> Intent<T> again(T value, Intent<?> first) {
        return () -> CompletableFuture.completedFuture(first.stands() ? Optional.of(value) : Optional.empty());
    }

    /** For a caller that keeps no journal, or has stored its intent before. */
    static <T> Intent<T> stored(T value) {
        return () -> CompletableFuture.completedFuture(Optional.of(value));
    }

    /** Why nothing was sent: another worker has taken the document over. */
    static Problem withdrawn() {
        return Problem.of(ProblemCode.INTENT_WITHDRAWN, "", "Nothing was sent: the document is in other hands by now.");
    }

    /** Why nothing was sent: the journal did not answer. */
    static Problem notStored() {
        return Problem.of(ProblemCode.INTENT_NOT_STORED, "", "Nothing was sent: the intent could not be stored.");
    }
}
