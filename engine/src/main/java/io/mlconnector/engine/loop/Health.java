package io.mlconnector.engine.loop;

import io.mlconnector.domain.words.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How each poll last went. Safe for use by several threads. */
public final class Health {

    private static final Logger LOG = Logger.getLogger(Health.class.getName());

    private final Map<String, Status> statuses = new ConcurrentSkipListMap<>();

    /**
     * How one poll last went.
     *
     * @param since since when it is so
     * @param last when it was last tried
     * @param problem what stands in the way; empty if it works
     */
    public record Status(Instant since, Instant last, Optional<Problem> problem) {}

    /** A poll went well; logged once when it did not before. */
    public void working(String what, Instant now) {
        Optional<Status> before = Optional.ofNullable(statuses.get(what));
        Optional<Status> wasWell = before.filter(status -> status.problem().isEmpty());
        statuses.put(what, new Status(wasWell.map(Status::since).orElse(now), now, Optional.empty()));
        if (before.isPresent() && wasWell.isEmpty()) {
            LOG.log(Level.INFO, "{0} works again", what);
        }
    }

    /** A poll did not go well; logged once for each new reason. */
    public void failing(String what, Problem why, Instant now) {
        Optional<Status> same = Optional.ofNullable(statuses.get(what))
                .filter(status -> status.problem().map(Problem::code).equals(Optional.of(why.code())));
        statuses.put(what, new Status(same.map(Status::since).orElse(now), now, Optional.of(why)));
        if (same.isEmpty()) {
            LOG.log(Level.WARNING, "{0}: {1}", new Object[] {what, why.message()});
        }
    }

    /** All polls. */
    public Map<String, Status> all() {
        return new TreeMap<>(statuses);
    }
}
