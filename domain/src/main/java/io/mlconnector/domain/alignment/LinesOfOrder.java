package io.mlconnector.domain.alignment;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lines of one order, found by number and by product id without looking at each of them, and which of them an invoice
 * has used: an invoice of thousands of lines takes a step for each line, not for each pair of lines.
 */
final class LinesOfOrder {

    private final List<OrderLine> all;
    private final PartnerId partner;
    private final CrossReferences references;
    private final Map<BigDecimal, OrderLine> byNumber = new HashMap<>();
    // Texts are compared as F&O does, without regard to case.
    private final Map<String, List<Integer>> byItem = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<Integer>> byVendorItem = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<Gtin, List<Integer>> byGtin = new HashMap<>();
    private final Map<List<ProductId>, Named> named = new HashMap<>();
    // Every line here is one of the order itself: no two need to be compared by what they say.
    private final Set<OrderLine> used = Collections.newSetFromMap(new IdentityHashMap<>());

    LinesOfOrder(OpenOrder order, PartnerId partner, ProductFacts facts, CrossReferences references) {
        this.all = order.lines();
        this.partner = partner;
        this.references = references;
        for (int i = 0; i < all.size(); i++) {
            OrderLine line = all.get(i);
            byNumber.putIfAbsent(plain(BigDecimal.valueOf(line.number())), line);
            add(byItem, line.item().map(ItemNumber::number).orElse(""), i);
            Optional<String> vendorItem =
                    line.vendorItem().or(() -> line.item().flatMap(item -> facts.vendorItem(item, line.variant())));
            if (vendorItem.isPresent()) {
                add(byVendorItem, vendorItem.get(), i);
            }
            for (Gtin gtin : line.barcode()
                    .flatMap(Gtin::read)
                    .map(Set::of)
                    .or(() -> line.item().map(item -> facts.gtins(item, line.variant())))
                    .orElse(Set.of())) {
                byGtin.computeIfAbsent(gtin, key -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * The lines that some product ids name.
     *
     * @param lines in the order's order
     * @param contradicting which line numbers each id names, where no line is named by all of them; empty otherwise
     */
    record Named(List<OrderLine> lines, Map<ProductId, List<Long>> contradicting) {}

    private static void add(Map<String, List<Integer>> index, String key, int line) {
        index.computeIfAbsent(key.strip(), ignored -> new ArrayList<>()).add(line);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    /** The line of this number. */
    Optional<OrderLine> numbered(BigDecimal number) {
        return Optional.ofNullable(byNumber.get(plain(number)));
    }

    /** The lines that every one of these ids names that names any. */
    Named named(List<ProductId> ids) {
        return named.computeIfAbsent(ids, ignored -> {
            Map<ProductId, List<Integer>> named = new LinkedHashMap<>();
            ids.forEach(id -> {
                List<Integer> lines = named(id);
                if (!lines.isEmpty()) {
                    named.put(id, lines);
                }
            });
            Set<Integer> all = new TreeSet<>();
            named.values().forEach(all::addAll);
            named.values().forEach(all::retainAll);
            Map<ProductId, List<Long>> witnesses = new LinkedHashMap<>();
            if (all.isEmpty()) {
                named.forEach((id, lines) -> witnesses.put(
                        id,
                        lines.stream().map(line -> this.all.get(line).number()).toList()));
            }
            return new Named(all.stream().map(this.all::get).toList(), witnesses);
        });
    }

    /** What applies to this order. */
    CrossReferences references() {
        return references;
    }

    private List<Integer> named(ProductId id) {
        Optional<String> agreed = references.ours(partner, Kind.ITEM, id.toString());
        if (agreed.isPresent()) {
            return byItem.getOrDefault(agreed.get().strip(), List.of());
        }
        return switch (id.source()) {
            // A line without an item is named by no number of ours.
            case BUYER ->
                id.id().isBlank() ? List.of() : byItem.getOrDefault(id.id().strip(), List.of());
            case VENDOR -> byVendorItem.getOrDefault(id.id().strip(), List.of());
            case GTIN ->
                Gtin.read(id.id())
                        .map(gtin -> byGtin.getOrDefault(gtin, List.of()))
                        .orElse(List.of());
            case OTHER -> List.of();
        };
    }

    /** A line of the invoice speaks of this one. */
    void use(OrderLine line) {
        used.add(line);
    }

    /** Whether no line of the invoice has spoken of this one yet. */
    boolean free(OrderLine line) {
        return !used.contains(line);
    }
}
