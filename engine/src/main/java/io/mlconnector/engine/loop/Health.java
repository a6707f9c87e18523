package io.mlconnector.engine.loop;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How everything that goes on by itself last went, and whether it still goes on at all: work that began and does not end is as
 * bad as work that fails. Safe for use by several threads.
 */
public final class Health {

    /** Work that is under way for longer without a sign of progress is stuck. */
    static final Duration STUCK_AFTER = Duration.ofSeconds(45);

    private static final Duration WHILE_FAILING = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Health.class.getName());

    private final Map<String, Work> works = new ConcurrentHashMap<>();
    private final Map<String, String> remarks = new ConcurrentHashMap<>();

    /**
     * How one thing last went.
     *
     * @param since since when it works, or does not, for whatever reasons
     * @param last when it last ended, well or not
     * @param worked when it last went well; empty if it did not since the start
     * @param problem what stands in the way; empty if it works
     */
    public record Status(Instant since, Instant last, Optional<Instant> worked, Optional<Problem> problem) {

        /** What began and is not known to have gone well or not. */
        private static Status unknown(Instant now) {
            return new Status(now, now, Optional.empty(), Optional.empty());
        }
    }

    /**
     * What is known of one thing.
     *
     * @param status how it last went
     * @param begunAt when the work that is under way began, or last made progress; empty if none is under way
     * @param every how long it rests at most between two times; empty if it comes only when it is called
     */
    private record Work(Status status, Optional<Instant> begunAt, Optional<Duration> every) {

        Status at(String what, Instant now) {
            Optional<Instant> stuckSince = begunAt.filter(begun -> now.isAfter(begun.plus(STUCK_AFTER)))
                    .or(() -> every.filter(ignored -> begunAt.isEmpty())
                            .filter(pause -> now.isAfter(
                                    status.last().plus(pause.multipliedBy(2)).plus(STUCK_AFTER)))
                            .map(ignored -> status.last()));
            return stuckSince
                    .map(since -> new Status(since, status.last(), status.worked(), Optional.of(stuck(what, since))))
                    .orElse(status);
        }

        private static Problem stuck(String what, Instant since) {
            return Problem.of(
                    ProblemCode.STUCK,
                    what,
                    what + ": what began at " + since
                            + " has not ended. If this lasts, look whether the remote system, the"
                            + " database or the disk answers; a restart of ml-connector loses nothing.");
        }
    }

    /** It begins, or is still making progress. */
    public void begun(String what, Instant now) {
        works.compute(
                what,
                (name, before) -> before == null
                        ? new Work(Status.unknown(now), Optional.of(now), Optional.empty())
                        : new Work(before.status(), Optional.of(now), before.every()));
    }

    /**
     * It ended, whatever came of it, and begins again by itself.
     *
     * @param every after so long at most
     */
    public void rests(String what, Duration every, Instant now) {
        works.compute(what, (name, before) -> {
            Status status = before == null
                    ? Status.unknown(now)
                    : new Status(
                            before.status().since(),
                            now,
                            before.status().worked(),
                            before.status().problem());
            return new Work(status, Optional.empty(), Optional.of(every));
        });
    }

    /**
     * It went well; logged once when it did not before.
     *
     * @return whether it did not go well before
     */
    public boolean working(String what, Instant now) {
        boolean[] recovered = {false};
        works.compute(what, (name, before) -> {
            boolean wasWell = before != null && before.status().problem().isEmpty();
            recovered[0] = before != null && !wasWell;
            Status status =
                    new Status(wasWell ? before.status().since() : now, now, Optional.of(now), Optional.empty());
            return new Work(
                    status,
                    before == null ? Optional.empty() : before.begunAt(),
                    before == null ? Optional.empty() : before.every());
        });
        if (recovered[0]) {
            LOG.log(Level.INFO, "{0} works again", what);
        }
        return recovered[0];
    }

    /**
     * How long to rest before the next time: as long as usual, and less as long as it does not go well, so that work goes on soon
     * after a remote system is back.
     */
    public Duration pause(String what, Duration usual) {
        return fails(what) && usual.compareTo(WHILE_FAILING) > 0 ? WHILE_FAILING : usual;
    }

    /** Whether it did not go well when it last ended. */
    public boolean fails(String what) {
        Work work = works.get(what);
        return work != null && work.status().problem().isPresent();
    }

    /**
     * It did not go well; logged once for each new reason. That a remote system is left alone for a moment because it failed is no new
     * reason: the one for which it failed says what to do.
     */
    public void failing(String what, Problem why, Instant now) {
        boolean[] fresh = {false};
        works.compute(what, (name, before) -> {
            Optional<Problem> known =
                    Optional.ofNullable(before).flatMap(work -> work.status().problem());
            Problem told = why.is(ProblemCode.CIRCUIT_OPEN) ? known.orElse(why) : why;
            fresh[0] = known.map(Problem::code).filter(told.code()::equals).isEmpty();
            Status status = new Status(
                    known.isPresent() ? before.status().since() : now,
                    now,
                    Optional.ofNullable(before).flatMap(work -> work.status().worked()),
                    Optional.of(told));
            return new Work(
                    status,
                    before == null ? Optional.empty() : before.begunAt(),
                    before == null ? Optional.empty() : before.every());
        });
        if (fresh[0]) {
            LOG.log(Level.WARNING, "{0}: {1}", new Object[] {what, why.message()});
        }
    }

    /** Something to be known of it that is no failure; logged once. */
    public void remark(String what, String text) {
        if (!text.equals(remarks.put(what, text))) {
            LOG.log(Level.WARNING, "{0}: {1}", new Object[] {what, text});
        }
    }

    /** What is to be known of it although it is no failure; empty if nothing is. */
    public Optional<String> remark(String what) {
        return Optional.ofNullable(remarks.get(what));
    }

    /** Everything, by its name; what is stuck is told as a problem. */
    public Map<String, Status> at(Instant now) {
        Map<String, Status> statuses = new TreeMap<>();
        works.forEach((what, work) -> statuses.put(what, work.at(what, now)));
        return statuses;
    }
}
