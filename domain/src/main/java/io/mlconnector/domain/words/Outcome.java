package io.mlconnector.domain.words;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a call to a remote system. A remote write has four endings, not two, because a connection may break
 * after the other side did the work: "nobody knows" is an ending of its own and must never be treated as a failure.
 *
 * @param <T> what a successful call yields
 */
public sealed interface Outcome<T> {

    /**
     * It happened.
     *
     * @param value what the remote system answered; never null
     */
    record Done<T>(T value) implements Outcome<T> {
        public Done {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The remote system understood and said no. Repeating the same request will not help.
     *
     * @param why what was refused and what to do; never null
     */
    record Refused<T>(Problem why) implements Outcome<T> {
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * It certainly did not happen; the same request may be repeated later.
     *
     * @param why what stood in the way; never null
     * @param retryAfter how long the remote system asked us to stay away; empty if it did not say
     */
    record NotNow<T>(Problem why, Optional<Duration> retryAfter) implements Outcome<T> {
        public NotNow {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }

        /** It did not happen, and the remote system named no time. */
        public NotNow(Problem why) {
            this(why, Optional.empty());
        }
    }

    /**
     * It may have happened. Only the remote system can tell, if at all; find out before any repeat.
     *
     * @param why what broke while we waited for the answer; never null
     */
    record Unknown<T>(Problem why) implements Outcome<T> {
        public Unknown {
            Objects.requireNonNull(why, "why");
        }
    }

    /** Shorthand for {@link Done}. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** Shorthand for {@link Refused}. */
    static <T> Outcome<T> refused(Problem why) {
        return new Refused<>(why);
    }

    /** Shorthand for {@link NotNow} without a named time. */
    static <T> Outcome<T> notNow(Problem why) {
        return new NotNow<>(why, Optional.empty());
    }

    /** Shorthand for {@link Unknown}. */
    static <T> Outcome<T> unknown(Problem why) {
        return new Unknown<>(why);
    }

    /**
     * The same ending with the value of a success changed.
     *
     * @param change applied to the value of a {@link Done}; must not return null
     */
    default <R> Outcome<R> map(java.util.function.Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(change.apply(value));
            case Refused<T>(Problem why) -> new Refused<>(why);
            case NotNow<T>(Problem why, Optional<Duration> retryAfter) -> new NotNow<>(why, retryAfter);
            case Unknown<T>(Problem why) -> new Unknown<>(why);
        };
    }

    /**
     * The same ending, or, after a success, the ending of the next call.
     *
     * @param next called with the value of a {@link Done}
     */
    default <R> Outcome<R> then(java.util.function.Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Problem why) -> new Refused<>(why);
            case NotNow<T>(Problem why, Optional<Duration> retryAfter) -> new NotNow<>(why, retryAfter);
            case Unknown<T>(Problem why) -> new Unknown<>(why);
        };
    }
}
