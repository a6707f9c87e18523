package io.mlconnector.verification.verify.evaluation;

import io.mlconnector.postgres.audit.StoredJournal.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the writes with an unknown outcome ended.
 *
 * @param settled the outcome was found out, or a resend was agreed on
 * @param held left to a person to decide
 * @param open still unknown
 */
public record UncertainWrites(int settled, int held, int open) {

    static final UncertainWrites NONE = new UncertainWrites(0, 0, 0);

    private static final Set<String> BEGIN = Set.of("upload-in-doubt", "post-in-doubt");
    private static final Set<String> SETTLE =
            Set.of("delivered", "posted", "duplicate", "resend-agreed", "did-not-arrive", "header-found");

    /**
     * Counts those of all documents.
     *
     * @param entries in their order
     */
    static UncertainWrites in(List<Entry> entries) {
        Set<String> open = new HashSet<>();
        int settled = 0;
        int held = 0;
        for (Entry entry : entries) {
            if (BEGIN.contains(entry.event())) {
                open.add(entry.owner());
            } else if (SETTLE.contains(entry.event()) && open.remove(entry.owner())) {
                settled++;
            } else if (entry.event().equals("held") && open.remove(entry.owner())) {
                held++;
            }
        }
        return new UncertainWrites(settled, held, open.size());
    }

    UncertainWrites and(UncertainWrites more) {
        return new UncertainWrites(settled + more.settled, held + more.held, open + more.open);
    }
}
