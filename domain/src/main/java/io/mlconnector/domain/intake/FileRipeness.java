package io.mlconnector.domain.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which files of a folder are read, and when. A gateway shows a file while it is still being written, so a file is read when it
 * is first seen, and taken then if what it holds is complete by its own end; if it is not, it waits until it looked the same for
 * as long as was agreed (reference cleo, section 7.6).
 *
 * @param sightings what was seen of each file that waits, by its id
 */
public record FileRipeness(Map<String, Sighting> sightings) {

    /** Nothing seen yet. */
    public static final FileRipeness NOTHING_SEEN = new FileRipeness(Map.of());

    /** A file that grows and grows is read so often before it has stopped growing. */
    static final int EARLY_READS = 3;

    public FileRipeness {
        sightings = Map.copyOf(sightings);
    }

    /**
     * A file as a listing shows it.
     *
     * @param id names it towards the gateway
     * @param name its name
     * @param size in bytes; empty if the gateway does not tell
     * @param modified when it was last changed, as the gateway writes it
     */
    public record Listed(String id, String name, OptionalLong size, String modified) {

        /** Whether the listing says that nothing is in it. */
        public boolean empty() {
            return size.equals(OptionalLong.of(0));
        }
    }

    /**
     * A file in the state in which it was last seen.
     *
     * @param file as it was listed
     * @param since when it was first seen so
     * @param reads how often it was to be read before it had stopped growing
     */
    public record Sighting(Listed file, Instant since, int reads) {}

    /**
     * How long what has to stay the same.
     *
     * @param window a file whose end is missing, before it is taken as it is; zero takes it at once
     * @param emptyFor a file without a byte, before it is told
     * @param ignored names that are left alone
     */
    public record Rules(Duration window, Duration emptyFor, IgnoredNames ignored) {}

    /**
     * A file that is to be read now.
     *
     * @param file which one
     * @param settled whether it has stopped growing: it is taken whatever it holds
     */
    public record Ripe(Listed file, boolean settled) {}

    /**
     * What a look into the folder found.
     *
     * @param ripe files to be read, oldest first
     * @param empty files that have been without a byte for so long that it is told
     * @param next when the next file is due without changing; empty if none waits
     * @param seen what is remembered for the next look
     */
    public record Look(List<Ripe> ripe, List<Listed> empty, Optional<Instant> next, FileRipeness seen) {
        public Look {
            ripe = List.copyOf(ripe);
            empty = List.copyOf(empty);
        }
    }

    /**
     * A look into the folder.
     *
     * @param listing files that were not taken yet
     */
    public Look look(List<Listed> listing, Rules rules, Instant now) {
        Map<String, Sighting> seen = new HashMap<>();
        List<Ripe> ripe = new ArrayList<>();
        List<Listed> empty = new ArrayList<>();
        List<Instant> due = new ArrayList<>();
        for (Listed file : listing) {
            if (rules.ignored().matches(file.name())) {
                continue;
            }
            Optional<Sighting> before = Optional.ofNullable(sightings.get(file.id()));
            Optional<Sighting> same = before.filter(sighting -> sighting.file().equals(file));
            Instant since = same.map(Sighting::since).orElse(now);
            int reads = before.map(Sighting::reads).orElse(0);
            Instant settles = since.plus(file.empty() ? rules.emptyFor() : rules.window());
            if (!now.isBefore(settles)) {
                if (file.empty()) {
                    empty.add(file);
                } else {
                    ripe.add(new Ripe(file, true));
                }
            } else {
                due.add(settles);
                if (same.isEmpty() && !file.empty() && reads < EARLY_READS) {
                    ripe.add(new Ripe(file, false));
                    reads++;
                }
            }
            seen.put(file.id(), new Sighting(file, since, reads));
        }
        ripe.sort(Comparator.comparing((Ripe one) -> one.file().modified())
                .thenComparing(one -> one.file().name()));
        return new Look(ripe, empty, due.stream().min(Comparator.naturalOrder()), new FileRipeness(seen));
    }

    /** The same without a file that was taken. */
    public FileRipeness without(String id) {
        Map<String, Sighting> others = new HashMap<>(sightings);
        others.remove(id);
        return new FileRipeness(others);
    }

    /** The same with a file that turned out to have changed although its listing does not show it: it waits anew. */
    public FileRipeness changed(String id, Instant now) {
        Sighting before = sightings.get(id);
        if (before == null) {
            return this;
        }
        Map<String, Sighting> all = new HashMap<>(sightings);
        all.put(id, new Sighting(before.file(), now, before.reads()));
        return new FileRipeness(all);
    }
}
