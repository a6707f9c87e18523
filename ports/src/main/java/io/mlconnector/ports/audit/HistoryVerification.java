package io.mlconnector.ports.audit;

import io.mlconnector.ports.audit.Finding.Kind;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.ports.journal.history.StoredEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies a history, entry by entry in the order of positions, wherever the entries come from. Keeps nothing of an entry
 * that is right. After a bad place it goes on from what is stored, so that one change is found once and those behind it
 * are found too. For use by one thread.
 */
public final class HistoryVerification {

    /** So many entries put in or taken out at one place are recognised as that, although all behind were renumbered. */
    private static final int FARTHEST_SHIFT = 16;

    private final Optional<Head> noted;
    private final boolean alone;
    private boolean notedSeen;

    /** The last entry's position and link as stored. */
    private Head last;

    /** The last head that everything before it leads to, with the position it then had. */
    private Head proven;

    /** By how much positions were moved on, compared to those that the links cover. */
    private long shift;

    private List<Unproven> unproven = new ArrayList<>();
    private long entries;

    /** Of entries that do not fit their hash: the hash that they would have. The one or the other was changed. */
    private final Map<String, Predecessor> computed = new HashMap<>();

    private HistoryVerification(Head after, Optional<Head> noted, boolean alone) {
        this.noted = noted;
        this.alone = alone;
        this.last = after;
        this.proven = after;
        this.notedSeen = noted.isEmpty();
    }

    /**
     * Of a history, or of its part behind a head.
     *
     * @param after the head before the first entry that will come; {@link Head#START} for all of it
     * @param noted a head noted earlier, which the history must lead through
     */
    public static HistoryVerification after(Head after, Optional<Head> noted) {
        return new HistoryVerification(after, noted, false);
    }

    /** Of the history of one document or file alone: its own chain, not the one over all. */
    public static HistoryVerification ofOne() {
        return new HistoryVerification(Head.START, Optional.empty(), true);
    }

    /** How many entries came so far. */
    public long entries() {
        return entries;
    }

    /** Position and link of the last entry that came. */
    public Head last() {
        return last;
    }

    /**
     * The next entry.
     *
     * @param before what stands before it in its owner's history, as stored; empty if nothing does
     * @return what is wrong up to here and was not said yet
     */
    public List<Finding> next(StoredEntry entry, Optional<Predecessor> before) {
        entries++;
        List<Finding> findings = new ArrayList<>();
        if (entries == 1) {
            lookAtNoted(last, findings);
        }
        String right = hashByOwnHistory(entry, before, findings);
        boolean fits = right.equals(entry.hash());
        if (!fits) {
            computed.put(entry.owner(), new Predecessor(entry.number(), right));
        }
        if (alone) {
            order(entry, findings);
            if (!fits) {
                findings.add(contentChanged(entry));
            }
            last = new Head(entry.position(), entry.link());
        } else {
            anchor(entry, right, fits, findings);
        }
        return findings;
    }

    private String hashByOwnHistory(StoredEntry entry, Optional<Predecessor> before, List<Finding> findings) {
        long previous = before.map(Predecessor::number).orElse(0L);
        Optional<Predecessor> other = Optional.ofNullable(computed.remove(entry.owner()));
        if (previous == entry.number() - 1) {
            String expected = HistoryChain.hash(before.map(Predecessor::hash).orElse(HistoryChain.START), entry);
            if (expected.equals(entry.hash()) || other.isEmpty() || other.get().number() != previous) {
                return expected;
            }
            return HistoryChain.hash(other.get().hash(), entry);
        }
        findings.add(
                previous < entry.number()
                        ? Finding.at(
                                entry,
                                Kind.MISSING,
                                entry.owner() + " lacks "
                                        + range("entry ", "entries ", previous + 1, entry.number() - 1)
                                        + ", before position " + entry.position() + ".")
                        : Finding.at(
                                entry,
                                Kind.ORDER,
                                name(entry) + " stands behind entry " + previous + " of the same history."));
        // What it should be cannot be computed without the hash before.
        return entry.hash();
    }

    private void order(StoredEntry entry, List<Finding> findings) {
        if (entry.position() <= last.position()) {
            findings.add(outOfOrder(entry));
        }
    }

    private void anchor(StoredEntry entry, String right, boolean fits, List<Finding> findings) {
        if (entry.position() <= last.position()) {
            findings.add(outOfOrder(entry));
            if (!fits) {
                findings.add(contentChanged(entry));
            }
            return;
        }
        Head here = new Head(entry.position(), entry.link());
        lookAtNoted(here, findings);
        if (entry.position() > last.position() + 1) {
            explain(findings);
            findings.add(Finding.at(
                    last.position() + 1,
                    Kind.MISSING,
                    range("Position ", "Positions ", last.position() + 1, entry.position() - 1)
                            + (entry.position() - last.position() == 2 ? " is" : " are")
                            + " missing, before " + name(entry) + "."));
            if (!fits) {
                findings.add(contentChanged(entry));
            }
            moveTo(here);
            return;
        }
        if (leads(last.link(), here, shift, entry.hash())) {
            explainByWhatFollows(findings);
            if (!fits) {
                findings.add(contentChanged(entry));
            }
            moveTo(here);
        } else if (!fits && leads(last.link(), here, shift, right)) {
            explainByWhatFollows(findings);
            findings.add(hashChanged(entry));
            moveTo(here);
        } else if (!unproven.isEmpty() && explained(here, List.of(entry.hash(), right), findings)) {
            if (!fits) {
                findings.add(contentChanged(entry));
            }
            moveTo(here);
        } else {
            if (unproven.size() == FARTHEST_SHIFT) {
                explain(findings);
            }
            unproven.add(new Unproven(
                    entry,
                    new Head(entry.position() - shift - 1, last.link())
                            .next(right)
                            .link()));
            last = here;
        }
    }

    private void moveTo(Head here) {
        last = here;
        proven = new Head(here.position() - shift, here.link());
    }

    /** Whether an entry's link follows from the link before it. */
    private static boolean leads(String before, Head here, long moved, String hash) {
        return new Head(here.position() - moved - 1, before).next(hash).link().equals(here.link());
    }

    /** The newest of the unproven has the link that was always there: it was covered by another hash. */
    private void explainByWhatFollows(List<Finding> findings) {
        if (!unproven.isEmpty()) {
            Unproven newest = unproven.removeLast();
            explain(findings);
            findings.add(newest.recomputed());
        }
    }

    private void explain(List<Finding> findings) {
        unproven.forEach(one -> findings.add(one.unexplained()));
        unproven = new ArrayList<>();
    }

    /** Whether this entry says what happened to the unproven ones before it. */
    private boolean explained(Head here, List<String> hashes, List<Finding> findings) {
        Unproven newest = unproven.getLast();
        for (String hash : new LinkedHashSet<>(hashes)) {
            if (leads(newest.expectedLink(), here, shift, hash)) {
                unproven.removeLast();
                explain(findings);
                findings.add(newest.linkChanged());
                return true;
            }
            long inserted = here.position() - 1 - proven.position();
            if (leads(proven.link(), here, inserted, hash)) {
                unproven.forEach(one -> findings.add(one.inserted()));
                unproven = new ArrayList<>();
                shift = inserted;
                return true;
            }
            for (int count = 1; count <= FARTHEST_SHIFT; count++) {
                for (long moved : new long[] {count, -count}) {
                    if (leads(last.link(), here, shift + moved, hash)) {
                        unproven.removeLast();
                        explain(findings);
                        findings.add(newest.behindMoved(moved));
                        shift += moved;
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void lookAtNoted(Head here, List<Finding> findings) {
        if (notedSeen || noted.isEmpty()) {
            return;
        }
        Head head = noted.get();
        if (here.position() < head.position()) {
            return;
        }
        notedSeen = true;
        if (here.position() > head.position()) {
            findings.add(Finding.at(
                    head.position(),
                    Kind.HEAD,
                    "The noted head " + head.position() + " cannot be compared: there is no entry at that position."));
        } else if (!here.link().equals(head.link())) {
            findings.add(Finding.at(
                    head.position(),
                    Kind.HEAD,
                    "The history up to position " + head.position() + " is not the one whose head was noted: its link"
                            + " is now " + here.link() + "."));
        }
    }

    /**
     * No entry follows.
     *
     * @param stored where the history ends as its store says; empty if the store does not say it
     * @return what is wrong and was not said yet
     */
    public List<Finding> end(Optional<Head> stored) {
        List<Finding> findings = new ArrayList<>();
        if (alone) {
            return findings;
        }
        boolean explainedByHead = false;
        if (!unproven.isEmpty() && stored.isPresent() && stored.get().position() == last.position()) {
            Unproven newest = unproven.getLast();
            if (stored.get().link().equals(newest.entry().link())) {
                explainByWhatFollows(findings);
            } else if (stored.get().link().equals(newest.expectedLink())) {
                unproven.removeLast();
                explain(findings);
                findings.add(newest.linkChanged());
                explainedByHead = true;
            }
        }
        explain(findings);
        if (stored.isEmpty()) {
            findings.add(Finding.at(
                    last.position(), Kind.HEAD, "The head is missing: nothing says where the history ends."));
        } else if (!explainedByHead) {
            compareEnds(stored.get(), findings);
        }
        lookAtNoted(last, findings);
        if (!notedSeen && noted.isPresent()) {
            findings.add(Finding.at(
                    noted.get().position(),
                    Kind.HEAD,
                    "The noted head is at position " + noted.get().position() + ", the last entry is " + last.position()
                            + ": the history was cut."));
        }
        return findings;
    }

    private void compareEnds(Head stored, List<Finding> findings) {
        long ahead = stored.position() - last.position();
        if (ahead > 0) {
            findings.add(Finding.at(
                    last.position() + 1,
                    Kind.MISSING,
                    "The newest " + (ahead == 1 ? "entry was" : ahead + " entries were") + " removed: the head says "
                            + stored.position() + ", the last entry is " + last.position() + "."));
        } else if (ahead < 0) {
            findings.add(Finding.at(
                    stored.position() + 1,
                    Kind.INSERTED,
                    range("Position ", "Positions ", stored.position() + 1, last.position())
                            + (ahead == -1 ? " was" : " were")
                            + " inserted behind the end, or the head was set back: it"
                            + " says " + stored.position() + "."));
        } else if (!stored.link().equals(last.link())) {
            findings.add(Finding.at(
                    stored.position(),
                    Kind.HEAD,
                    "The head at position " + stored.position() + " does not fit the last entry: the head was changed,"
                            + " or the last entry and its link."));
        }
    }

    private static Finding contentChanged(StoredEntry entry) {
        return Finding.at(
                entry,
                Kind.CHANGED,
                name(entry) + " was changed: its owner, number, time, actor, event, message, details or payloads do not"
                        + " fit its hash.");
    }

    private static Finding hashChanged(StoredEntry entry) {
        return Finding.at(entry, Kind.CHANGED, name(entry) + ": its hash was changed.");
    }

    private static Finding outOfOrder(StoredEntry entry) {
        return Finding.at(entry, Kind.ORDER, name(entry) + " stands behind a later position.");
    }

    static String name(StoredEntry entry) {
        return "Entry " + entry.number() + " of " + entry.owner() + " (position " + entry.position() + ")";
    }

    private static String range(String one, String many, long from, long to) {
        return from == to ? one + from : many + from + " to " + to;
    }
}
