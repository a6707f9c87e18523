package io.mlconnector.verification.verify.trouble;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a daemon stood what neither works nor fails.
 *
 * @param redAfter from the beginning of the trouble until the health check told it; empty if it was not asked or did not
 * @param wentOnAfter from the end of the trouble until the next document arrived; empty if it was not measured or none did
 * @param complaints what was not as promised, a sentence each
 */
public record Endurance(Optional<Duration> redAfter, Optional<Duration> wentOnAfter, List<String> complaints) {

    /** Not measured. */
    public static final Endurance NONE = new Endurance(Optional.empty(), Optional.empty(), List.of());

    public Endurance {
        complaints = List.copyOf(complaints);
    }

    /** The worst of both, with the complaints of both. */
    public Endurance and(Endurance other) {
        return new Endurance(
                longer(redAfter, other.redAfter),
                longer(wentOnAfter, other.wentOnAfter),
                Stream.concat(complaints.stream(), other.complaints.stream()).toList());
    }

    private static Optional<Duration> longer(Optional<Duration> one, Optional<Duration> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
