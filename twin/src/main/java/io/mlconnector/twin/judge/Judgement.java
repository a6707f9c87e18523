package io.mlconnector.twin.judge;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of the checks. Each entry is a readable line that names the order or the invoice.
 *
 * @param lost confirmed revisions that were never received nor superseded by a newer one; valid invoices that are not
 *    in F&amp;O; without those that were declared
 * @param doubled revisions that were received more than once as separate messages; control numbers used for two
 *    contents; invoices that exist more than once
 * @param resent files that were received more than once with the same bytes under the same name; right only if a person
 *    or the configuration asked for it
 * @param incomplete invoices in F&amp;O without all of their lines or with other quantities
 * @param unexpected anything in F&amp;O or in upload folders that nothing sent out explains
 * @param counts how much of what was looked at
 */
public record Judgement(
        List<String> lost,
        List<String> doubled,
        List<String> resent,
        List<String> incomplete,
        List<String> unexpected,
        SortedMap<String, Integer> counts) {

    /** Copies the collections. */
    public Judgement {
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
        resent = List.copyOf(resent);
        incomplete = List.copyOf(incomplete);
        unexpected = List.copyOf(unexpected);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /**
     * Whether every list but {@code resent} is empty.
     *
     * @return true if nothing is wrong
     */
    public boolean clean() {
        return lost.isEmpty() && doubled.isEmpty() && incomplete.isEmpty() && unexpected.isEmpty();
    }
}
