package io.mlconnector.verification.verify.evaluation;

import io.mlconnector.postgres.audit.StoredJournal.Entry;
import io.mlconnector.verification.verify.trouble.Kill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long it took from the death of a daemon to the first entry of the next one about a document that the dead one had
 * left unfinished; the start of the process is included.
 *
 * @param times the shortest first
 * @param kills how often a daemon was killed
 */
public record ResumeTimes(List<Duration> times, int kills) {

    static final ResumeTimes NONE = new ResumeTimes(List.of());

    /** With one kill for each time. */
    ResumeTimes(List<Duration> times) {
        this(times, times.size());
    }

    public ResumeTimes {
        times = times.stream().sorted().toList();
    }

    /**
     * Measures them. There is no time for a kill that left nothing unfinished, nor for one that was followed by another kill
     * before anything was resumed.
     *
     * @param kills in their order
     */
    public static ResumeTimes of(List<Kill> kills, List<Entry> entries) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < kills.size(); i++) {
            Kill kill = kills.get(i);
            Instant end = i + 1 < kills.size() ? kills.get(i + 1).at() : Instant.MAX;
            entries.stream()
                    .filter(entry -> kill.moving().contains(entry.owner())
                            && entry.at().isAfter(kill.at())
                            && entry.at().isBefore(end))
                    .map(Entry::at)
                    .min(Instant::compareTo)
                    .ifPresent(first -> times.add(Duration.between(kill.at(), first)));
        }
        return new ResumeTimes(times, kills.size());
    }

    /** The time that this share of all times does not exceed; empty if there are none. */
    Optional<Duration> percentile(double share) {
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get((int) Math.ceil(share * times.size()) - 1));
    }
}
