package io.mlconnector.engine.intake.recognition;

import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.ListedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the files of one folder apart: which are new, which were taken, and which look like one that was taken and may be
 * another. The last ones are read, because nothing else tells: where a second file has the looks of a first one, where the id
 * behind the same looks changed, and, where listings have no times, after a while in any case. See
 * {@code docs/decisions/0022-how-a-file-is-known.md}. Touched on one event loop only.
 */
public final class Recognition {

    /** After so many ids that changed without any change of content, ids are not trusted in this folder. */
    private static final int IDLE_CHANGES = 3;

    private final Duration readAgain;

    /** When the content behind these looks was last known to be in the journal, by id; of what the last listing had. */
    private Map<ListedFile, Map<String, Instant>> settled = new HashMap<>();

    private final Set<FolderEntry> others = new HashSet<>();
    private boolean first = true;
    private int idleChanges;

    /**
     * Nothing seen yet.
     *
     * @param readAgain how long what has no time is believed to be the same
     */
    public Recognition(Duration readAgain) {
        this.readAgain = readAgain;
    }

    /**
     * What a listing has.
     *
     * @param fresh files to be taken; of several that look the same the first one
     * @param others files to be taken that look like one that was taken before
     * @param doubtful files to be read, because they may be others than those that were taken
     */
    public record Sorted(List<FolderEntry> fresh, List<FolderEntry> others, List<FolderEntry> doubtful) {
        public Sorted {
            fresh = List.copyOf(fresh);
            others = List.copyOf(others);
            doubtful = List.copyOf(doubtful);
        }
    }

    /**
     * Sorts a listing.
     *
     * @param known looks of files that were taken
     */
    public Sorted sort(List<FolderEntry> entries, Set<ListedFile> known, Instant now) {
        Map<ListedFile, List<FolderEntry>> groups = new LinkedHashMap<>();
        entries.forEach(entry -> groups.computeIfAbsent(Looks.of(entry), ignored -> new ArrayList<>())
                .add(entry));
        others.retainAll(new HashSet<>(entries));
        List<FolderEntry> fresh = new ArrayList<>();
        List<FolderEntry> again = new ArrayList<>();
        List<FolderEntry> doubtful = new ArrayList<>();
        Map<ListedFile, Map<String, Instant>> listed = new HashMap<>();
        groups.forEach((looks, group) -> {
            if (!known.contains(looks)) {
                fresh.add(group.get(0));
                return;
            }
            Map<String, Instant> before = settled.getOrDefault(looks, Map.of());
            Map<String, Instant> after = new HashMap<>();
            listed.put(looks, after);
            for (FolderEntry entry : group) {
                String id = id(entry);
                Instant read = before.get(id);
                if (read == null && before.isEmpty() && group.size() == 1 && (first || tells(entry))) {
                    read = tells(entry) ? now : spread(looks, now);
                }
                if (read != null) {
                    after.put(id, read);
                }
                if (others.contains(entry)) {
                    again.add(entry);
                } else if (read == null || (!tells(entry) && !now.isBefore(read.plus(readAgain)))) {
                    doubtful.add(entry);
                }
            }
        });
        settled = listed;
        first = false;
        return new Sorted(fresh, again, doubtful);
    }

    /** Whether a change of it shows in the listing. */
    private static boolean tells(FolderEntry entry) {
        return !entry.modified().isEmpty();
    }

    /** After a start not all files are read at once. */
    private Instant spread(ListedFile looks, Instant now) {
        return now.minusMillis(Math.floorMod(looks.hashCode(), Math.max(1, readAgain.toMillis())));
    }

    private String id(FolderEntry entry) {
        return idleChanges < IDLE_CHANGES ? entry.id() : "";
    }

    /** The content of this file is in the journal. */
    public void settle(FolderEntry entry, Instant now) {
        others.remove(entry);
        settled.computeIfAbsent(Looks.of(entry), ignored -> new HashMap<>()).put(id(entry), now);
    }

    /**
     * The content of this file is in the journal under another id that is no longer listed.
     *
     * @return whether ids are not trusted from now on
     */
    public boolean idChanged(FolderEntry entry, Instant now) {
        Map<String, Instant> ids = settled.computeIfAbsent(Looks.of(entry), ignored -> new HashMap<>());
        boolean told = !ids.containsKey(entry.id()) && idleChanges < IDLE_CHANGES;
        if (told) {
            idleChanges++;
        }
        settle(entry, now);
        return told && idleChanges == IDLE_CHANGES;
    }

    /** This file is another one than those that looked the same. */
    public void isAnother(FolderEntry entry) {
        others.add(entry);
    }
}
