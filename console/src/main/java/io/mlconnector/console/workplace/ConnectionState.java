package io.mlconnector.console.workplace;

import io.mlconnector.ports.access.TokenLife;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a connection is.
 *
 * @param id short name
 * @param dynamics address of F&O
 * @param cleo address of Cleo
 * @param requestsPerSecond what Cleo allows for each path, as configured
 * @param legalEntities sorted
 * @param partners short names
 * @param polls everything that goes on by itself, by name
 * @param sides F&O, then Cleo
 * @param asked what was found when both sides were asked last; empty if nobody asked since the start
 */
public record ConnectionState(
        String id,
        String dynamics,
        String cleo,
        double requestsPerSecond,
        List<String> legalEntities,
        List<String> partners,
        List<Poll> polls,
        List<Side> sides,
        Optional<Asked> asked) {

    public ConnectionState {
        Objects.requireNonNull(id, "id");
        legalEntities = List.copyOf(legalEntities);
        partners = List.copyOf(partners);
        polls = List.copyOf(polls);
        sides = List.copyOf(sides);
        Objects.requireNonNull(asked, "asked");
    }

    /**
     * Something that goes on by itself.
     *
     * @param what it is
     * @param since since when it is as it is
     * @param last when it last ended, well or not
     * @param worked when it last went well; empty if it did not since the start
     * @param problem what stands in the way, and what to do; empty if it works
     * @param remark what else is known; empty if nothing is
     */
    public record Poll(
            String what,
            Instant since,
            Instant last,
            Optional<Instant> worked,
            Optional<String> problem,
            Optional<String> remark) {}

    /**
     * One side, as it is without being asked.
     *
     * @param name F&O or Cleo
     * @param system name of the remote system, as {@link ConnectionStates.Load} has it
     * @param token the token in use; empty if there is none, or user and password go with each request
     * @param circuitOpen whether it failed several times in a row and is left alone for a moment
     * @param pausedUntil until when it asked us to stay away; empty if it does not
     */
    public record Side(
            String name,
            String system,
            Optional<TokenLife> token,
            boolean circuitOpen,
            Optional<Instant> pausedUntil) {}

    /**
     * What was found when both sides were asked.
     *
     * @param at when all was answered
     * @param found everything that was asked
     */
    public record Asked(Instant at, List<ConnectionStates.Found> found) {
        public Asked {
            found = List.copyOf(found);
        }
    }

    /** Whether everything works. */
    public boolean up() {
        return polls.stream().allMatch(poll -> poll.problem().isEmpty());
    }
}
