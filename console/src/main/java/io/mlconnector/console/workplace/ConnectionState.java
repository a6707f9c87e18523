package io.mlconnector.console.workplace;

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
 */
public record ConnectionState(
        String id,
        String dynamics,
        String cleo,
        double requestsPerSecond,
        List<String> legalEntities,
        List<String> partners,
        List<Poll> polls) {

    public ConnectionState {
        Objects.requireNonNull(id, "id");
        legalEntities = List.copyOf(legalEntities);
        partners = List.copyOf(partners);
        polls = List.copyOf(polls);
    }

    /**
     * Something that goes on by itself.
     *
     * @param what it is
     * @param since since when it is as it is
     * @param last when it last ended, well or not
     * @param problem what stands in the way, and what to do; empty if it works
     * @param remark what else is known; empty if nothing is
     */
    public record Poll(String what, Instant since, Instant last, Optional<String> problem, Optional<String> remark) {}

    /** Whether everything works. */
    public boolean up() {
        return polls.stream().allMatch(poll -> poll.problem().isEmpty());
    }
}
