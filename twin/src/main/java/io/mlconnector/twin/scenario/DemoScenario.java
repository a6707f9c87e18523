package io.mlconnector.twin.scenario;

import io.mlconnector.twin.dynamics.Vendor;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderCharge;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.ExtraFile.Kind;
import io.mlconnector.twin.scenario.PlannedAnswer.Twist;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The demonstration. The seed determines the orders; the special cases are fixed. */
final class DemoScenario {

    private static final LocalDate FIRST_ORDER = LocalDate.of(2026, 11, 2);

    private final Random random;
    private final List<LegalEntity> entities = DemoCatalog.legalEntities();
    private final List<Item> items = DemoCatalog.items();
    private final List<ScriptedOrder> orders = new ArrayList<>();
    private final List<PlannedAnswer> answers = new ArrayList<>();
    private final List<ExtraFile> extras = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>(Map.of("usmf", 100, "gbsi", 200));

    DemoScenario(long seed) {
        this.random = new Random(seed);
    }

    Scenario build() {
        acme();
        globex();
        initech();
        unknownVendor();
        return new Scenario(
                entities,
                DemoCatalog.partners(),
                List.of(new Vendor("usmf", "1999", "Umbrella Trading", "USD")),
                items,
                mixed(),
                answers,
                extras);
    }

    private void acme() {
        answers.add(answer("acme", Twist.IN_BOXES, reconfirmed("usmf", "1001")));
        answers.add(answer("acme", Twist.NONE, withCancelledLine("usmf", "1001")));
        answers.add(answer("acme", Twist.NO_PRODUCT_IDS, withCategoryLine("usmf", "1001")));
        answers.add(answer("acme", Twist.NONE, plain("acme", "usmf", "1001"), plain("acme", "usmf", "1001")));
        extra("acme", Kind.DUPLICATE_FILE, plain("acme", "usmf", "1001"));
        extra("acme", Kind.CREDIT_NOTE, plain("acme", "gbsi", "GB-77"));
        answers.add(
                answer("acme", Twist.INTERCHANGE_EACH, plain("acme", "gbsi", "GB-77"), plain("acme", "gbsi", "GB-77")));
        extra("acme", Kind.UNKNOWN_SENDER, plain("acme", "gbsi", "GB-77"));
    }

    private void globex() {
        answers.add(answer("globex", Twist.FREIGHT, pricedPerHundred("usmf", "1002")));
        answers.add(answer(
                "globex",
                Twist.FREIGHT_AND_TAX,
                plain("globex", "usmf", "1002"),
                plain("globex", "usmf", "1002"),
                plain("globex", "usmf", "1002")));
        answers.add(answer("globex", Twist.UNKNOWN_ITEM, plain("globex", "usmf", "1002")));
        extra("globex", Kind.TRUNCATED, plain("globex", "usmf", "1002"));
        answers.add(answer("globex", Twist.NONE, plain("globex", "usmf", "1002")));
    }

    private void initech() {
        answers.add(answer("initech", Twist.HALF, inBoxesAndPieces("gbsi", "GB-80")));
        answers.add(
                answer("initech", Twist.FREIGHT, plain("initech", "gbsi", "GB-80"), plain("initech", "gbsi", "GB-80")));
        answers.add(answer("initech", Twist.PRICE_TOO_HIGH, plain("initech", "gbsi", "GB-80")));
        extra("initech", Kind.NOT_X12, plain("initech", "gbsi", "GB-80"));
        for (int i = 0; i < 3; i++) {
            answers.add(answer("initech", Twist.NONE, plain("initech", "usmf", "1003")));
        }
        extra("initech", Kind.BILLED_AGAIN, plain("initech", "usmf", "1003"));
    }

    private static PlannedAnswer answer(String partner, Twist twist, String... orderNumbers) {
        return new PlannedAnswer(partner, List.of(orderNumbers), twist);
    }

    private void extra(String partner, Kind kind, String afterOrder) {
        answers.add(answer(partner, Twist.NONE, afterOrder));
        extras.add(new ExtraFile(partner, afterOrder, kind));
    }

    private String plain(String partner, String entity, String vendor) {
        List<PurchaseOrderLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            lines.add(pick(partner).ordered(i + 1, 1 + random.nextInt(120)));
        }
        return order(entity, vendor, lines, List.of(), null);
    }

    private String reconfirmed(String entity, String vendor) {
        List<PurchaseOrderLine> lines =
                List.of(item("F-1001").ordered(1, 60), item("F-1004").ordered(2, 25));
        return order(
                entity,
                vendor,
                lines,
                List.of(),
                new ScriptedOrder.Change(
                        1, BigDecimal.valueOf(90), item("F-1005").ordered(3, 12)));
    }

    private String withCancelledLine(String entity, String vendor) {
        List<PurchaseOrderLine> lines = List.of(
                item("F-1002").ordered(1, 10),
                item("F-1006").ordered(2, 40),
                item("F-1003").ordered(3, 24));
        return order(entity, vendor, lines, List.of(2L), null);
    }

    private String withCategoryLine(String entity, String vendor) {
        PurchaseOrderLine service = PurchaseOrderLine.of(2, "", "Pallet handling, per delivery", "3", "ea", "45")
                .ofCategory("Freight services");
        return order(entity, vendor, List.of(item("F-1003").ordered(1, 36), service), List.of(), null);
    }

    private String pricedPerHundred(String entity, String vendor) {
        List<PurchaseOrderLine> lines =
                List.of(item("S-2001").ordered(1, 2550), item("S-2003").ordered(2, 30));
        return order(entity, vendor, lines, List.of(), null);
    }

    private String inBoxesAndPieces(String entity, String vendor) {
        List<PurchaseOrderLine> lines =
                List.of(item("P-3002").ordered(1, 15), item("P-3001").ordered(2, 1200));
        return order(entity, vendor, lines, List.of(), null);
    }

    /** A vendor that exists in the environment without a partner. */
    private void unknownVendor() {
        order("usmf", "1999", List.of(item("S-2003").ordered(1, 5)), List.of(), null);
    }

    private String order(
            String entity,
            String vendor,
            List<PurchaseOrderLine> lines,
            List<Long> cancelled,
            ScriptedOrder.@Nullable Change change) {
        LegalEntity legalEntity = entities.stream()
                .filter(candidate -> candidate.id().equals(entity))
                .findFirst()
                .orElseThrow();
        int number = numbers.merge(entity, 1, Integer::sum);
        String orderNumber = "%s-%06d".formatted(entity.toUpperCase(java.util.Locale.ROOT), number);
        LocalDate date = FIRST_ORDER.plusDays(orders.size() / 2);
        PurchaseOrder order = new PurchaseOrder(
                entity,
                orderNumber,
                vendor,
                legalEntity.currency(),
                date,
                date.plusDays(14),
                lines,
                terms(legalEntity, date),
                charges());
        orders.add(new ScriptedOrder(order, cancelled, change));
        return orderNumber;
    }

    /** Every third order has further header details. */
    private Map<String, Object> terms(LegalEntity legalEntity, LocalDate date) {
        if (orders.size() % 3 != 0) {
            return legalEntity.delivery();
        }
        Map<String, Object> terms = new HashMap<>(legalEntity.delivery());
        terms.put("DeliveryModeId", "Truck");
        terms.put("DeliveryTermsId", "FOB");
        terms.put("RequestedShipDate", date.plusDays(10).toString());
        terms.put("AttentionInformation", "Purchasing desk");
        terms.put("Email", "purchasing@contoso.example");
        terms.put("PurchaseOrderPoolId", "030");
        terms.put("ReasonComment", "Deliver to dock 4 before noon");
        return terms;
    }

    /** Every sixth order has freight charges, and handling of its first line. */
    private List<PurchaseOrderCharge> charges() {
        return orders.size() % 6 != 0
                ? List.of()
                : List.of(
                        new PurchaseOrderCharge(0, "FREIGHT", "Fixed", new BigDecimal("35.00"), "Freight"),
                        new PurchaseOrderCharge(1, "HANDLING", "Pcs", new BigDecimal("0.10"), "Handling"));
    }

    private Item item(String number) {
        return items.stream()
                .filter(item -> item.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private Item pick(String partner) {
        List<Item> theirs =
                items.stream().filter(item -> item.partner().equals(partner)).toList();
        return theirs.get(random.nextInt(theirs.size()));
    }

    /** Confirmed in an order that mixes partners and legal entities; the first stays first. */
    private List<ScriptedOrder> mixed() {
        List<ScriptedOrder> mixed = new ArrayList<>(orders.subList(1, orders.size()));
        java.util.Collections.shuffle(mixed, random);
        mixed.addFirst(orders.getFirst());
        return mixed;
    }
}
