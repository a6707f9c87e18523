package io.mlconnector.x12.explanation;

import java.util.List;
import java.util.Objects;

/**
 * A transaction set.
 *
 * @param id ST01, such as {@code 810}
 * @param name what sets of this kind are called; empty if we do not know it
 * @param number ST02 as received
 * @param version GS08, or ST03 where it names a release
 * @param release the release against whose tables it was checked
 * @param understood whether there is a table of its structure; if not, its segments belong to no loops
 * @param usable whether it has no error
 * @param parts segments and loops in their order, ST first
 * @param totals sums and counts, compared with what the set states; may be empty
 */
public record ExplainedSet(
        String id,
        String name,
        String number,
        String version,
        String release,
        boolean understood,
        boolean usable,
        List<ExplainedPart> parts,
        List<ExplainedTotal> totals) {
    public ExplainedSet {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(release, "release");
        parts = List.copyOf(parts);
        totals = List.copyOf(totals);
    }
}
