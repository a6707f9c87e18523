package io.mlconnector.domain.invoicing.whatif;

import io.mlconnector.domain.invoicing.whatif.TriedInvoice.Verdict;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What another tolerance would change.
 *
 * @param freed invoices that are held for this check now, and would pass
 * @param stopped invoices that pass now, and would be held
 * @param unchanged how many others were judged, with the same result
 * @param untold how many could not be judged: something else stops them, or their orders are not as they were
 * @param more whether there are further invoices that were not looked at
 */
public record WhatIf(List<TriedInvoice> freed, List<TriedInvoice> stopped, int unchanged, int untold, boolean more) {

    public WhatIf {
        freed = List.copyOf(freed);
        stopped = List.copyOf(stopped);
    }

    /** Of all that were tried. */
    public static WhatIf of(List<TriedInvoice> tried, boolean more) {
        List<TriedInvoice> freed = tried.stream()
                .filter(one -> one.before() == Verdict.STOPS && one.after() == Verdict.PASSES)
                .toList();
        List<TriedInvoice> stopped = tried.stream()
                .filter(one -> one.before() == Verdict.PASSES && one.after() == Verdict.STOPS)
                .toList();
        int unchanged = (int) tried.stream()
                .filter(one -> one.before() == one.after() && one.before() != Verdict.OTHERWISE)
                .count();
        return new WhatIf(freed, stopped, unchanged, tried.size() - freed.size() - stopped.size() - unchanged, more);
    }

    /** What they come to, by currency. */
    public static Map<String, BigDecimal> value(List<TriedInvoice> invoices) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        invoices.forEach(one -> sums.merge(one.currency(), one.total(), BigDecimal::add));
        return sums;
    }

    /** The one with the line of the greatest amount. */
    public static Optional<TriedInvoice> largestLine(List<TriedInvoice> invoices) {
        return invoices.stream()
                .filter(one -> one.largest().isPresent())
                .max(Comparator.comparing(one -> Objects.requireNonNull(
                                one.largest().orElseThrow().amount())
                        .abs()));
    }
}
