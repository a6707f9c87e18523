package io.mlconnector.verification.corpus;

import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.Dynamics;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderCharge;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One daemon and one twin for all cases: what each needs is entered before its invoice is sent. */
final class CorpusWorld implements AutoCloseable {

    private static final Duration MOST = Duration.ofMinutes(2);

    /** What acme's codes become; globex's taxes are charged, initech's are held. */
    private static final String CHARGES = "charges: {D240: header FREIGHT, D500: line HANDLING, C310: price,"
            + " F050: category Freight services, B840: ignore, G740: hold, \"VI:FRT\": header FREIGHT,"
            + " F800: header NOSUCH, legalEntities: {gbsi: {D240: header HANDLING}}}";

    /** Terms and days of acme's invoices; initech's have none of it. */
    private static final String HEADER = "\n      timeZone: America/Chicago"
            + "\n      invoiceHeader: {dueDate: true, documentNumber: REF BM, terms: {\"2% 10 net 30\": 2%10N30,"
            + " net 30: N030, net 45: N045, \"05\": AGREED, legalEntities: {gbsi: {net 30: D30}}}}";

    private final World world;

    CorpusWorld(String name, Path folder, boolean ours) {
        DynamicsBehaviour behaviour = DynamicsBehaviour.defaults()
                .withHeaderReferenceMode(ours ? HeaderReferenceMode.MANUAL_ALLOWED : HeaderReferenceMode.ASSIGNED);
        this.world = new World(
                        name, folder, TwinOptions.demo(42).withDynamics(behaviour), yaml -> configured(yaml, ours))
                .start();
        products(world.twin().dynamics());
    }

    private static String configured(String yaml, boolean ours) {
        return yaml.replace("charges: {D240: header FREIGHT}", CHARGES)
                .replace(CHARGES, CHARGES + HEADER)
                .replace("headerReference: assigned", "headerReference: " + (ours ? "ours" : "assigned"))
                .replace(
                        "folder: /download/globex, afterReceive: leave",
                        "folder: /download/globex, afterReceive: leave, charges: {taxes: charge SALESTAX},"
                                + " checks: {onMismatch: warn, levels: {received: hold, charges: hold}}")
                .replace(
                        "folder: /download/initech, afterReceive: leave",
                        "folder: /download/initech, afterReceive: leave, header: {receivedDate: false, dueDate: false,"
                                + " documentNumber: none}, charges: {taxes: hold, others: header SERVICE},"
                                + " checks: {matching: two-way, priceTolerance: 0, quantityTolerance: 0.1}");
    }

    private static void products(Dynamics dynamics) {
        for (String company : List.of("usmf", "gbsi")) {
            for (String item : List.of("A-1", "A-2", "A-3")) {
                dynamics.masterData()
                        .addProduct(new Product(company, item, item, "ea", BigDecimal.TEN, BigDecimal.ONE));
            }
            dynamics.masterData().addVendorProductDescription(company, "1001", "A-1", "V-A1", "A-1");
            dynamics.masterData().addVendorProductDescription(company, "1001", "A-2", "V-A2", "A-2");
        }
        dynamics.masterData().addUnitConversion("", "kg", "g", new BigDecimal("1000"), 1);
        dynamics.masterData().addUnitConversion("A-1", "cs", "ea", new BigDecimal("24"), 1);
        dynamics.masterData().addUnitConversion("A-1", "plt", "cs", new BigDecimal("40"), 1);
        dynamics.masterData().addUnitConversion("A-2", "cs", "ea", new BigDecimal("24"), 1);
        dynamics.masterData().addUnitConversion("A-2", "case", "ea", new BigDecimal("12"), 1);
        dynamics.masterData().addUnitConversion("A-3", "box", "ea", BigDecimal.ONE, 3);
    }

    /** Enters what the cases need, sends all invoices, and waits until nothing moves any more. */
    void play(List<InvoiceCase> cases) {
        for (InvoiceCase one : cases) {
            prepare(one);
        }
        List<InvoiceCase> first =
                cases.stream().flatMap(one -> one.first().stream()).toList();
        send(first);
        settled(first);
        cases.stream()
                .sorted(Comparator.comparing(CorpusWorld::atLast))
                .collect(Collectors.groupingBy(CorpusWorld::lacking, LinkedHashMap::new, Collectors.toList()))
                .forEach((lacking, same) -> {
                    lacking.forEach(what -> lack(what, true));
                    send(same);
                    settled(same);
                    lacking.forEach(what -> lack(what, false));
                });
    }

    /** What F&O does not show of itself while the case is played: sets, and fields as {@code Set.Field}. */
    private static List<String> lacking(InvoiceCase one) {
        return one.list("denied").stream().map(Object::toString).toList();
    }

    /** What a tenant does not have of orders is remembered from the first answer on. */
    private static boolean atLast(InvoiceCase one) {
        return lacking(one).stream().anyMatch(what -> what.startsWith("PurchaseOrderLinesV2."));
    }

    private void lack(String what, boolean lacking) {
        Dynamics dynamics = world.twin().dynamics();
        String[] parts = what.split("\\.");
        if (parts.length == 1 && lacking) {
            dynamics.deny(what, 404);
        } else if (parts.length == 1) {
            dynamics.grant(what);
        } else if (lacking) {
            dynamics.withholdField(parts[0], parts[1]);
        } else {
            dynamics.showField(parts[0], parts[1]);
        }
    }

    private void send(List<InvoiceCase> cases) {
        for (InvoiceCase one : cases) {
            Partner partner = partner(one);
            world.twin()
                    .put(
                            partner.downloadFolder(),
                            one.name() + ".edi",
                            Buffer.buffer(file(one, partner).getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    private void settled(List<InvoiceCase> cases) {
        Awaiting.until("all cases settle", MOST, () -> {
            List<DocumentRecord> documents = world.documents();
            return cases.stream()
                    .allMatch(one -> document(one, documents)
                            .filter(document -> document.condition().settled())
                            .isPresent());
        });
    }

    private Partner partner(InvoiceCase one) {
        return world.twin().scenario().partner(one.partner()).orElseThrow();
    }

    private void prepare(InvoiceCase one) {
        Dynamics dynamics = world.twin().dynamics();
        String vendor = Objects.requireNonNull(partner(one).vendors().get(one.company()), "vendor");
        one.orders().forEach((letter, content) -> {
            Map<?, ?> order = (Map<?, ?>) content;
            List<PurchaseOrderLine> lines = new ArrayList<>();
            list(order, "lines").forEach(line -> lines.add(line((List<?>) line, order)));
            String number = one.order(letter.toString());
            Map<String, Object> more = new HashMap<>();
            if (order.containsKey("status")) {
                more.put("PurchaseOrderStatus", order.get("status").toString());
            }
            String currency = order.get("currency") instanceof String said
                    ? said
                    : one.company().equals("gbsi") ? "GBP" : "USD";
            dynamics.addPurchaseOrder(PurchaseOrder.withoutCharges(
                    one.company(),
                    number,
                    order.get("vendor") instanceof String other ? other : vendor,
                    currency,
                    LocalDate.of(2026, 3, 2),
                    LocalDate.of(2026, 3, 20),
                    lines,
                    more));
            list(order, "charges").forEach(entry -> {
                List<?> charge = (List<?>) entry;
                dynamics.chargeOrder(
                        one.company(),
                        number,
                        new PurchaseOrderCharge(
                                ((Number) charge.get(0)).longValue(),
                                charge.get(1).toString(),
                                charge.get(2).toString(),
                                new BigDecimal(charge.get(3).toString()),
                                ""),
                        charge.size() > 4 ? charge.get(4).toString() : currency);
            });
            if (order.containsKey("cancel")) {
                ((List<?>) order.get("cancel"))
                        .forEach(line -> dynamics.cancelLine(one.company(), number, ((Number) line).longValue()));
            }
        });
        one.list("receipts").forEach(entry -> {
            List<?> receipt = (List<?>) entry;
            dynamics.receiveIn(
                    one.company(),
                    one.order(receipt.get(0).toString()),
                    ((Number) receipt.get(1)).longValue(),
                    new BigDecimal(receipt.get(2).toString()),
                    receipt.size() > 3 ? receipt.get(3).toString() : "",
                    "PR-" + one.index());
        });
        one.list("earlier").forEach(entry -> earlier(one, (Map<?, ?>) entry, vendor));
    }

    private static List<?> list(Map<?, ?> of, String key) {
        return of.get(key) instanceof List<?> found ? found : List.of();
    }

    private static PurchaseOrderLine line(List<?> line, Map<?, ?> order) {
        String item = line.get(1).toString();
        String[] price = line.get(4).toString().split("/");
        PurchaseOrderLine plain = PurchaseOrderLine.of(
                        ((Number) line.get(0)).longValue(),
                        item.startsWith("category ") ? "" : item,
                        item,
                        line.get(2).toString(),
                        line.get(3).toString(),
                        price[0])
                .pricedPer(price.length == 1 ? 1 : Integer.parseInt(price[1]));
        Map<String, Object> more = new HashMap<>();
        if (order.containsKey("policy")) {
            more.put("VendorInvoiceMatchingPolicy", order.get("policy").toString());
        }
        if (line.size() > 5) {
            ((Map<?, ?>) line.get(5)).forEach((key, value) -> more.put(key.toString(), value));
        }
        PurchaseOrderLine withMore = plain.with(more);
        return item.startsWith("category ") ? withMore.ofCategory(item.substring(9)) : withMore;
    }

    /** A clerk keyed an invoice before, and may have posted it. */
    private void earlier(InvoiceCase one, Map<?, ?> earlier, String vendor) {
        Dynamics dynamics = world.twin().dynamics();
        List<PendingInvoice.Line> lines = new ArrayList<>();
        BigDecimal net = BigDecimal.ZERO;
        for (Object entry : list(earlier, "lines")) {
            List<?> line = (List<?>) entry;
            BigDecimal quantity = new BigDecimal(line.get(2).toString());
            BigDecimal amount = quantity.multiply(BigDecimal.TEN);
            net = net.add(amount);
            lines.add(new PendingInvoice.Line(
                    BigDecimal.valueOf(lines.size() + 1),
                    one.order(line.get(0).toString()),
                    ((Number) line.get(1)).longValue(),
                    "A-1",
                    quantity,
                    line.size() > 3 ? line.get(3).toString() : "ea",
                    BigDecimal.TEN,
                    BigDecimal.ONE,
                    "",
                    amount));
        }
        PendingInvoice invoice = new PendingInvoice(
                one.company(),
                "BYHAND-" + one.index(),
                vendor,
                Objects.requireNonNull(earlier.get("number"), "number")
                        .toString()
                        .replace("{i}", String.valueOf(1000 + one.index())),
                one.order("A"),
                LocalDate.of(2026, 3, 10),
                one.company().equals("gbsi") ? "GBP" : "USD",
                lines,
                List.of(),
                earlier.get("total") instanceof String total ? new BigDecimal(total) : net,
                BigDecimal.ZERO,
                net,
                false);
        dynamics.keyInvoice(invoice);
        if (Boolean.TRUE.equals(earlier.get("posted"))) {
            dynamics.post(invoice);
        }
    }

    private static String file(InvoiceCase one, Partner partner) {
        String control = String.format("%09d", 700_000 + one.interchange());
        boolean newer = partner.version().equals("005010");
        List<String> segments = new ArrayList<>();
        segments.add(String.join(
                "*",
                "ISA",
                "00",
                "          ",
                "00",
                "          ",
                partner.them().qualifier(),
                padded(partner.them().id()),
                partner.us().qualifier(),
                padded(partner.us().id()),
                "260311",
                "0800",
                newer ? "^" : "U",
                newer ? "00501" : "00401",
                control,
                "0",
                "P",
                ">"));
        segments.add(String.join(
                "*",
                "GS",
                "IN",
                partner.them().group(),
                partner.us().group(),
                "20260311",
                "0800",
                String.valueOf(700 + one.interchange()),
                "X",
                partner.version()));
        segments.add("ST*810*0001");
        segments.addAll(one.segments());
        segments.add("SE*" + (one.segments().size() + 2) + "*0001");
        segments.add("GE*1*" + (700 + one.interchange()));
        segments.add("IEA*1*" + control);
        return segments.stream().map(segment -> segment + "~").collect(Collectors.joining("\n"));
    }

    private static String padded(String id) {
        return String.format("%-15s", id);
    }

    private static Optional<DocumentRecord> document(InvoiceCase one, List<DocumentRecord> documents) {
        return documents.stream()
                .filter(document -> document.type().equals("810")
                        && document.partner().equals(one.partner())
                        && document.keys().invoiceNumber().equals(one.number()))
                .findFirst();
    }

    /** What became of a case, in the words of its file. */
    Map<String, Object> outcome(InvoiceCase one) {
        DocumentRecord document = document(one, world.documents()).orElseThrow();
        Map<String, Object> outcome = new HashMap<>();
        String reason = document.reason().map(why -> why.code()).orElse("");
        outcome.put("condition", document.condition().word());
        outcome.put("reason", reason);
        outcome.put("message", document.reason().map(why -> why.message()).orElse(""));
        outcome.put("rows", rows(one));
        outcome.put("header", header(one));
        outcome.put("taken", taken(document));
        outcome.put(
                "history",
                world.history(document).stream()
                        .map(RecordedEntry::entry)
                        .map(HistoryEntry::message)
                        .collect(Collectors.joining("\n")));
        return outcome;
    }

    /** What F&O has of the invoice, a text for each row. */
    private List<String> rows(InvoiceCase one) {
        List<String> rows = new ArrayList<>();
        world.twin().dynamics().receivedInvoices().stream()
                .filter(invoice -> invoice.invoiceNumber().equals(one.number())
                        && !invoice.headerReference().startsWith("BYHAND"))
                .forEach(invoice -> rows.addAll(rows(invoice, one)));
        return rows;
    }

    /** The day on which its file was taken, where it is Chicago's day that counts. */
    private String taken(DocumentRecord document) {
        return world.files().stream()
                .filter(file -> document.file().equals(Optional.of(file.id())))
                .map(file -> LocalDate.ofInstant(file.takenAt(), ZoneId.of("America/Chicago"))
                        .toString())
                .findFirst()
                .orElseThrow();
    }

    /** What the header of the invoice says in F&O, a text for each field that says anything; days without their time. */
    private Map<String, String> header(InvoiceCase one) {
        Map<String, String> said = new TreeMap<>();
        world.twin().dynamics().rows("VendorInvoiceHeaders").stream()
                .filter(row -> one.number().equals(row.get("InvoiceNumber"))
                        && !String.valueOf(row.get("HeaderReference")).startsWith("BYHAND"))
                .forEach(row -> row.forEach((field, value) -> said.put(
                        field,
                        value instanceof Instant day
                                ? day.toString().replaceFirst("T.*", "").replace("1900-01-01", "")
                                : String.valueOf(value))));
        return said;
    }

    private static List<String> rows(PendingInvoice invoice, InvoiceCase one) {
        List<String> rows = new ArrayList<>();
        rows.add("imported " + plain(invoice.importedAmount()) + " tax " + plain(invoice.importedTax()));
        for (PendingInvoice.Line line : invoice.lines()) {
            String order = line.purchaseOrderNumber().isEmpty()
                    ? ""
                    : line.purchaseOrderNumber().substring(one.order("").length()) + line.purchaseOrderLine() + ": ";
            rows.add(order + (line.itemNumber().isEmpty() ? "category " + line.category() : line.itemNumber()) + " "
                    + plain(line.quantity()) + (line.unit().isEmpty() ? "" : " " + line.unit()) + " at "
                    + plain(line.price())
                    + (line.priceUnit().compareTo(BigDecimal.ONE) == 0 ? "" : " per " + plain(line.priceUnit()))
                    + " = " + plain(line.netAmount()));
        }
        invoice.charges()
                .forEach(charge -> rows.add((charge.line() == 0 ? "header" : "line " + charge.line()) + " charge "
                        + charge.code() + " " + plain(charge.amount())));
        return rows;
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    @Override
    public void close() {
        world.close();
    }
}
