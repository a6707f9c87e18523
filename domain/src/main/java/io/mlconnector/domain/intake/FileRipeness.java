package io.mlconnector.domain.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Which files of a folder can be taken: those that are finished. A gateway shows a file while it is still being written, so a
 * file is ripe when it looked the same for as long as was agreed (reference cleo, section 7.6).
 *
 * @param sightings what was seen of each file that waits, by its id
 */
public record FileRipeness(Map<String, Sighting> sightings) {

    /** Nothing seen yet. */
    public static final FileRipeness NOTHING_SEEN = new FileRipeness(Map.of());

    /** Names under which files are still being written (reference cleo, section 7.6). */
    private static final Pattern UNFINISHED = Pattern.compile("(?is).*\\.(tmp|part|filepart|crdownload)|\\..*|~.*");

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

        /** Whether it is a file that somebody still writes, by its name or because nothing is in it. */
        public boolean unfinished() {
            return UNFINISHED.matcher(name).matches() || size.equals(OptionalLong.of(0));
        }
    }

    /**
     * A file in the state in which it was last seen.
     *
     * @param file as it was listed
     * @param since when it was first seen so
     */
    public record Sighting(Listed file, Instant since) {}

    /**
     * What a look into the folder found.
     *
     * @param ripe files to be taken, oldest first
     * @param seen what is remembered for the next look
     */
    public record Look(List<Listed> ripe, FileRipeness seen) {
        public Look {
            ripe = List.copyOf(ripe);
        }
    }

    /**
     * A look into the folder.
     *
     * @param listing files that were not taken yet
     * @param window how long a file has to stay the same; zero takes it at once
     */
    public Look look(List<Listed> listing, Duration window, Instant now) {
        Map<String, Sighting> seen = new HashMap<>();
        List<Listed> ripe = new ArrayList<>();
        for (Listed file : listing) {
            if (file.unfinished()) {
                continue;
            }
            Sighting before = sightings.get(file.id());
            Sighting sighting = before != null && before.file().equals(file) ? before : new Sighting(file, now);
            if (!now.isBefore(sighting.since().plus(window))) {
                ripe.add(file);
            }
            seen.put(file.id(), sighting);
        }
        ripe.sort(Comparator.comparing(Listed::modified).thenComparing(Listed::name));
        return new Look(ripe, new FileRipeness(seen));
    }

    /** The same without a file that was taken. */
    public FileRipeness without(String id) {
        Map<String, Sighting> others = new HashMap<>(sightings);
        others.remove(id);
        return new FileRipeness(others);
    }

    /** Whether no file waits. */
    public boolean nothingWaits() {
        return sightings.isEmpty();
    }
}
