package io.mlconnector.domain.crossreference;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The days on which a document must be dated for something to hold for it.
 *
 * @param from the first; empty: always so far
 * @param until the last; not before {@code from}; empty: until further notice
 */
public record EffectiveDates(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Every day. */
    public static final EffectiveDates ALWAYS = new EffectiveDates(Optional.empty(), Optional.empty());

    public EffectiveDates {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException(
                    "It is said to hold until " + until.get() + ", which is before " + from.get());
        }
    }

    boolean include(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** For sentences; empty for {@link #ALWAYS}. */
    @Override
    public String toString() {
        return (from.map(first -> " from " + first).orElse("")
                        + until.map(last -> " until " + last).orElse(""))
                .strip();
    }
}
