package io.mlconnector.console.workplace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How the last hours of this daemon went, minute by minute; forgotten when it is restarted. */
public interface Minutes {

    /** The minutes that are over, the oldest first. */
    List<Minute> past();

    /** Requests since the last of them ended, by remote system. */
    Map<String, Requests> present();

    /** Requests a minute that may go to a remote system under each rate key; systems without a limit are missing. */
    Map<String, Double> limits();

    /**
     * A minute.
     *
     * @param end when it was over
     * @param requests that were sent, by remote system
     * @param backlog documents that were not settled then; empty if that could not be counted
     */
    record Minute(Instant end, Map<String, Requests> requests, Optional<Backlog> backlog) {
        public Minute {
            Objects.requireNonNull(end, "end");
            Objects.requireNonNull(backlog, "backlog");
            requests = Map.copyOf(requests);
        }
    }

    /**
     * Requests to one remote system.
     *
     * @param all under all rate keys
     * @param busiest under the rate key with the most: that one meets the limit first
     */
    record Requests(long all, long busiest) {}

    /**
     * Documents that are not settled.
     *
     * @param moving on their way
     * @param waiting for their next try
     * @param stopped waiting for a person
     */
    record Backlog(long moving, long waiting, long stopped) {}
}
