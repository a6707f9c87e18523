package io.mlconnector.console.workplace;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the connections are, and whether both sides answer now. */
public interface ConnectionStates {

    /** All, by their short names. */
    List<ConnectionState> all();

    /** What else goes on in this daemon, such as the disk and the database. */
    List<ConnectionState.Poll> daemon();

    /** How busy the gates to remote systems are. */
    List<Load> loads();

    /** What is remembered of each connection beyond a restart, in sentences: how far its polls have come, and what they have shown. */
    Future<Map<String, List<String>>> remembered();

    /**
     * Asks both sides of a connection now.
     *
     * @return empty if there is no such connection
     */
    Optional<Future<List<Found>>> ping(String id);

    /**
     * What was found when one thing was asked.
     *
     * @param what was asked
     * @param good whether it is as it must be
     * @param words what was found, and what to do about it
     */
    record Found(String what, boolean good, String words) {

        /** Whether it was asked now; what the work on folders has shown is only told with it. */
        public boolean asked() {
            return !what.endsWith(": read and remove");
        }
    }

    /**
     * How busy a gate is.
     *
     * @param system to which remote system it leads
     * @param allowed requests that may be under way
     * @param underWay requests that are
     * @param waiting requests that wait for their turn
     */
    record Load(String system, int allowed, int underWay, int waiting) {}
}
