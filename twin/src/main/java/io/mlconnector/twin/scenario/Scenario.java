package io.mlconnector.twin.scenario;

import io.mlconnector.twin.dynamics.Dynamics;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.Vendor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The initial data of a twin and the script it executes.
 *
 * @param legalEntities our companies
 * @param partners trading partners, enough to configure a connector
 * @param otherVendors vendors that are no trading partners
 * @param items items
 * @param orders orders in the order in which they are confirmed
 * @param answers how partners answer; an order without a plan is answered by itself
 * @param extras files beyond the answers
 */
public record Scenario(
        List<LegalEntity> legalEntities,
        List<Partner> partners,
        List<Vendor> otherVendors,
        List<Item> items,
        List<ScriptedOrder> orders,
        List<PlannedAnswer> answers,
        List<ExtraFile> extras) {

    /** The charges codes of every company. */
    private static final List<String> CHARGES_CODES = List.of("FREIGHT", "HANDLING", "DISCOUNT", "SERVICE", "SALESTAX");

    /** Copies the lists. */
    public Scenario {
        legalEntities = List.copyOf(legalEntities);
        partners = List.copyOf(partners);
        otherVendors = List.copyOf(otherVendors);
        items = List.copyOf(items);
        orders = List.copyOf(orders);
        answers = List.copyOf(answers);
        extras = List.copyOf(extras);
    }

    /**
     * Nothing at all.
     *
     * @return the scenario
     */
    public static Scenario empty() {
        return of(List.of());
    }

    /**
     * Partners without any data: they answer every order in the standard way.
     *
     * @param partners the partners
     * @return the scenario
     */
    public static Scenario of(List<Partner> partners) {
        return new Scenario(List.of(), partners, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * The demonstration: three partners, two legal entities, every special case once.
     *
     * @param seed quantities and items follow from it
     * @return the scenario
     */
    public static Scenario demo(long seed) {
        return new DemoScenario(seed).build();
    }

    /**
     * Three partners, two legal entities and their items, and no order yet: for generated orders.
     *
     * @return the scenario
     */
    public static Scenario stress() {
        return new Scenario(
                DemoCatalog.legalEntities(),
                DemoCatalog.partners(),
                List.of(),
                DemoCatalog.items(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * A partner by its id.
     *
     * @param id partner id
     * @return the partner, if there is one
     */
    public Optional<Partner> partner(String id) {
        return partners.stream().filter(partner -> partner.id().equals(id)).findFirst();
    }

    /**
     * Enters everything into an environment. Nothing is confirmed yet.
     *
     * @param dynamics the environment
     */
    public void enterInto(Dynamics dynamics) {
        for (LegalEntity entity : legalEntities) {
            dynamics.masterData().addLegalEntity(entity.id(), entity.name());
            for (Partner partner : partners) {
                String account = partner.vendors().get(entity.id());
                if (account != null) {
                    dynamics.masterData()
                            .addVendor(new Vendor(entity.id(), account, partner.name(), entity.currency()));
                }
            }
            items.forEach(item -> enter(item, entity, dynamics));
            CHARGES_CODES.forEach(code -> dynamics.masterData().addChargesCode(entity.id(), code));
        }
        otherVendors.forEach(dynamics.masterData()::addVendor);
        if (!items.isEmpty()) {
            for (String unit : List.of("ea", "pcs", "box", "cs", "dz")) {
                dynamics.masterData().addUnit(unit, "Quantity", 0);
            }
            dynamics.masterData().addUnit("kg", "Mass", 3);
            dynamics.masterData().addUnitConversion("", "dz", "ea", BigDecimal.valueOf(12), 1);
            dynamics.masterData().addUnitConversion("F-1001", "box", "ea", BigDecimal.TEN, 1);
        }
        for (ScriptedOrder scripted : orders) {
            dynamics.addPurchaseOrder(scripted.order());
            for (long line : scripted.cancelledLines()) {
                dynamics.cancelLine(
                        scripted.order().legalEntity(), scripted.order().orderNumber(), line);
            }
        }
    }

    private void enter(Item item, LegalEntity entity, Dynamics dynamics) {
        dynamics.masterData()
                .addProduct(new Product(
                        entity.id(),
                        item.number(),
                        item.name(),
                        item.unit(),
                        item.price(),
                        BigDecimal.valueOf(item.priceQuantity())));
        if (!item.gtin().isEmpty()) {
            dynamics.masterData()
                    .addBarcode(entity.id(), item.number(), item.unit(), Gtin.setup(item.gtin()), item.gtin());
        }
        String account = partner(item.partner())
                .map(partner -> partner.vendors().get(entity.id()))
                .orElse(null);
        if (account != null && !item.vendorNumber().isEmpty()) {
            dynamics.masterData()
                    .addVendorProductDescription(entity.id(), account, item.number(), item.vendorNumber(), item.name());
        }
    }
}
