package io.mlconnector.twin.judge;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is wrong. Each entry is a line for a person that names the order or the invoice.
 *
 * @param lost confirmed revisions that never came and were not overtaken by a newer one; good invoices that are not in
 *     F&amp;O; without those that were declared
 * @param doubled revisions that came more than once as messages of their own; control numbers used for two contents;
 *     invoices that exist more than once
 * @param resent files that came more than once with the same bytes under the same name; right only if a person or the
 *     configuration asked for it
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
