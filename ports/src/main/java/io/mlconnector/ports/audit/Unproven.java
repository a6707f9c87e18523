package io.mlconnector.ports.audit;

import io.mlconnector.ports.audit.Finding.Kind;
import io.mlconnector.ports.journal.history.StoredEntry;

/**
 * An entry whose link does not fit. Only what stands behind it tells whether the entry or the link is wrong.
 *
 * @param entry as stored
 * @param expectedLink the link that it should have if its hash is right
 */
record Unproven(StoredEntry entry, String expectedLink) {

    Finding recomputed() {
        return Finding.at(
                entry,
                Kind.CHANGED,
                name() + " was changed and its hash computed anew: the chain over all documents holds another hash.");
    }

    Finding linkChanged() {
        return Finding.at(entry, Kind.CHANGED, name() + ": its link was changed.");
    }

    Finding inserted() {
        return Finding.at(entry, Kind.INSERTED, name() + " was inserted; the entries behind it were moved on for it.");
    }

    Finding behindMoved(long moved) {
        long count = Math.abs(moved);
        return Finding.at(
                entry,
                moved > 0 ? Kind.INSERTED : Kind.MISSING,
                (count == 1 ? "An entry was " : count + " entries were ")
                        + (moved > 0 ? "inserted" : "removed") + " before " + name()
                        + "; the entries behind were moved " + (moved > 0 ? "on." : "up."));
    }

    Finding unexplained() {
        return Finding.at(
                entry,
                Kind.CHANGED,
                name() + " was inserted, or changed with its hash or link: its link fits neither"
                        + " what stands before it nor what stands behind it.");
    }

    private String name() {
        return HistoryVerification.name(entry);
    }
}
