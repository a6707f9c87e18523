package io.mlconnector.ports.access;

import io.mlconnector.domain.words.Problem;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way out to a remote system: rate limit, bounded queue, circuit breaker, and what the system last said about
 * when to come back. Every request to a remote system passes its gate.
 */
public interface Gate {

    /**
     * Stores the intent of a write when its turn has come, and sends the request next.
     *
     * @param rateKey requests with the same key share a rate, such as the first segment of the path
     * @param intent called at most once, and only if the request may leave next
     * @param request sends what the intent yields; called at most once, and only after the intent stands
     * @param judge what the answer says about the remote system
     * @return never fails
     */
    <I, T> CompletionStage<Passage<T>> pass(
            String rateKey,
            Intent<I> intent,
            Function<I, ? extends CompletionStage<T>> request,
            Function<T, RemoteHealth> judge);

    /**
     * Sends a request when its turn has come.
     *
     * @param request sends it; called at most once
     */
    default <T> CompletionStage<Passage<T>> pass(
            String rateKey, Supplier<CompletionStage<T>> request, Function<T, RemoteHealth> judge) {
        return pass(rateKey, Intent.stored(true), ignored -> request.get(), judge);
    }

    /** What became of a request. */
    sealed interface Passage<T> {

        /**
         * It was answered, well or badly.
         *
         * @param answer never null
         */
        record Answered<T>(T answer) implements Passage<T> {
            public Answered {
                Objects.requireNonNull(answer, "answer");
            }
        }

        /**
         * It was sent, or sending was tried, and no answer came.
         *
         * @param cause what broke
         */
        record Broken<T>(Throwable cause) implements Passage<T> {
            public Broken {
                Objects.requireNonNull(cause, "cause");
            }
        }

        /**
         * It was certainly not sent.
         *
         * @param why the gate is closed, or its queue is full
         * @param retryAfter when it may open; empty if nobody knows
         */
        record Closed<T>(Problem why, Optional<Duration> retryAfter) implements Passage<T> {
            public Closed {
                Objects.requireNonNull(why, "why");
                Objects.requireNonNull(retryAfter, "retryAfter");
            }
        }
    }

    /** What an answer says about the remote system. */
    sealed interface RemoteHealth {

        /** The system works, whatever it said. */
        record Working() implements RemoteHealth {}

        /** The system fails: a server error, a gateway's error page. */
        record Failing() implements RemoteHealth {}

        /**
         * The system asks us to stay away.
         *
         * @param time for how long
         */
        record Throttled(Duration time) implements RemoteHealth {
            public Throttled {
                Objects.requireNonNull(time, "time");
            }
        }
    }

    /** A gate that is always open: for tests and one-off commands. */
    static Gate open() {
        return new OpenGate();
    }
}
