package io.mlconnector.twin;

import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.twin.x12.InterchangeWriter;
import io.mlconnector.twin.x12.Segment;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A minimal connector for confirmed orders: an 850 for the first confirmation, an 860 for the next. */
final class RobotConnector {

    private static final Map<String, String> UNITS =
            Map.of("ea", "EA", "pcs", "PC", "box", "BX", "cs", "CA", "kg", "KG", "dz", "DZ");

    private final Map<String, List<Segment>> sent = new HashMap<>();
    private int control = 1;

    /** A file to upload. */
    record File(Partner partner, String name, Buffer content) {}

    static Optional<Partner> partner(Twin twin, Confirmation confirmation) {
        return twin.scenario().partners().stream()
                .filter(partner ->
                        confirmation.vendorAccount().equals(partner.vendors().get(confirmation.legalEntity())))
                .findFirst();
    }

    File write(Partner partner, Confirmation confirmation, List<JsonObject> lines) {
        List<Segment> before = sent.get(confirmation.orderNumber());
        List<Segment> items = new ArrayList<>();
        for (JsonObject line : lines) {
            if (!line.getString("PurchaseOrderLineStatus").equals("Canceled")) {
                items.add(item(line));
            }
        }
        sent.put(confirmation.orderNumber(), items);
        List<Segment> set = new ArrayList<>();
        String order = confirmation.orderNumber();
        set.add(
                before == null
                        ? Segment.of("BEG", "00", "SA", order, "", "20261102")
                        : Segment.of("BCH", "04", "SA", order, "", "1", "20261102"));
        set.add(Segment.of("CUR", "BY", confirmation.currency()));
        set.add(Segment.of("REF", "IA", confirmation.vendorAccount()));
        set.add(Segment.of("N1", "ST", "MAIN WAREHOUSE", "92", "WH-01"));
        set.add(Segment.of("N3", "100 HARBOR ROAD"));
        set.add(Segment.of("N4", "SPRINGFIELD", "IL", "62701", "US"));
        items.stream()
                .filter(item -> before == null || !before.contains(item))
                .forEach(item -> set.add(before == null ? item : change(item)));
        int number = control++;
        InterchangeWriter writer = new InterchangeWriter(
                new InterchangeWriter.Style("*", ">", "~", "\n"),
                side(partner.us()),
                side(partner.them()),
                partner.version(),
                before == null ? "PO" : "PC");
        String setId = before == null ? "850" : "860";
        Buffer content = writer.write(number, "P", Instant.parse("2026-11-20T10:00:00Z"), setId, List.of(set));
        return new File(partner, setId + "_" + order + "_" + number + ".edi", content);
    }

    private static Segment item(JsonObject line) {
        BigDecimal per = new BigDecimal(line.getValue("PurchasePriceQuantity").toString());
        List<String> elements = new ArrayList<>(List.of(
                "PO1",
                line.getValue("LineNumber").toString(),
                line.getValue("OrderedPurchaseQuantity").toString(),
                UNITS.getOrDefault(line.getString("PurchaseUnitSymbol"), "ZZ"),
                line.getValue("PurchasePrice").toString(),
                per.intValueExact() == 100 ? "HP" : ""));
        if (!line.getString("ItemNumber").isEmpty()) {
            elements.addAll(List.of("BP", line.getString("ItemNumber")));
        }
        return new Segment(elements);
    }

    private static Segment change(Segment po1) {
        List<String> poc = new ArrayList<>(List.of("POC", po1.get(1), "CA", po1.get(2), po1.get(2)));
        poc.addAll(po1.elements().subList(3, po1.elements().size()));
        return new Segment(poc);
    }

    private static InterchangeWriter.Party side(Partner.Side side) {
        return new InterchangeWriter.Party(side.qualifier(), side.id(), side.group());
    }
}
