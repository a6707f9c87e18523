package io.mlconnector.twin.scenario;

import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Generates an unlimited number of orders, over all partners and legal entities of a scenario. Guarded by its owner.
 */
public final class RandomOrders {

    private static final LocalDate FIRST_ORDER = LocalDate.of(2026, 11, 2);
    private static final int DAYS = 60;
    private static final int MOST_LINES = 5;

    private record Relation(Partner partner, LegalEntity legalEntity) {}

    private final Scenario scenario;
    private final Random random;
    private final List<Relation> relations = new ArrayList<>();
    private int made;

    /**
     * Orders of one seed.
     *
     * @param scenario its partners, legal entities and items
     * @param seed quantities and items follow from it
     */
    public RandomOrders(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.random = new Random(seed);
        for (LegalEntity entity : scenario.legalEntities()) {
            for (Partner partner : scenario.partners()) {
                if (partner.vendors().containsKey(entity.id())) {
                    relations.add(new Relation(partner, entity));
                }
            }
        }
    }

    /**
     * The next order. Partner relations alternate; the digits of its number are unique over all legal entities.
     *
     * @return an order of one to five lines
     * @throws IllegalStateException if the scenario has no vendor
     */
    public PurchaseOrder next() {
        if (relations.isEmpty()) {
            throw new IllegalStateException("The scenario has no partner with a vendor account; add one.");
        }
        Relation relation = relations.get(made % relations.size());
        made++;
        LegalEntity entity = relation.legalEntity();
        List<PurchaseOrderLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(MOST_LINES);
        for (int i = 1; i <= count; i++) {
            lines.add(line(relation.partner(), i));
        }
        LocalDate date = FIRST_ORDER.plusDays(random.nextInt(DAYS));
        return PurchaseOrder.withoutCharges(
                entity.id(),
                "%s-%07d".formatted(entity.id().toUpperCase(Locale.ROOT), 1_000_000 + made),
                relation.partner().vendors().getOrDefault(entity.id(), ""),
                entity.currency(),
                date,
                date.plusDays(14),
                lines,
                entity.delivery());
    }

    /**
     * A change that only adds to an order, so that no invoice for it becomes wrong.
     *
     * @param order the current order
     * @return more of its first line, and a line more
     */
    public ScriptedOrder.Change change(PurchaseOrder order) {
        PurchaseOrderLine first = order.lines().getFirst();
        Partner partner = scenario.partners().stream()
                .filter(candidate ->
                        order.vendorAccount().equals(candidate.vendors().get(order.legalEntity())))
                .findFirst()
                .orElseThrow();
        return new ScriptedOrder.Change(
                first.lineNumber(),
                first.quantity().add(BigDecimal.valueOf(1 + random.nextInt(20))),
                line(partner, order.lines().size() + 1));
    }

    private PurchaseOrderLine line(Partner partner, int number) {
        List<Item> theirs = scenario.items().stream()
                .filter(item -> item.partner().equals(partner.id()))
                .toList();
        return theirs.get(random.nextInt(theirs.size())).ordered(number, 1 + random.nextInt(120));
    }
}
