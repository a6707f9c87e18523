package io.mlconnector.verification.measure;

import io.mlconnector.twin.Twin;
import io.mlconnector.twin.dynamics.Dynamics;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.LoggedRequest;
import io.mlconnector.twin.scenario.Partner;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Orders and invoices of any number of lines, for counting what a document costs: every item has a number of the vendor and a barcode,
 * every invoice agrees with its order.
 */
public final class MeasuredDocuments {

    private static final String COMPANY = "usmf";
    private static final String VENDOR = "1001";

    private final Twin twin;
    private final Partner partner;
    private int items;
    private int invoices;

    /** For the partner acme of the demo's scenario. */
    public MeasuredDocuments(Twin twin) {
        this.twin = twin;
        this.partner = twin.scenario().partner("acme").orElseThrow();
    }

    /** Enters items up to so many. */
    public void items(int count) {
        Dynamics dynamics = twin.dynamics();
        for (; items < count; items++) {
            int number = items + 1;
            dynamics.masterData()
                    .addProduct(new Product(COMPANY, item(number), "Corn chips", "ea", BigDecimal.TEN, BigDecimal.ONE));
            dynamics.masterData()
                    .addVendorProductDescription(COMPANY, VENDOR, item(number), "V-" + number, "Corn chips");
            dynamics.masterData().addBarcode(COMPANY, item(number), "ea", "EAN", gtin(number));
        }
    }

    /** Enters an order that is not confirmed, with a line for each of the first items. */
    public void order(String number, int lines) {
        items(lines);
        twin.dynamics()
                .addPurchaseOrder(PurchaseOrder.withoutCharges(
                        COMPANY,
                        number,
                        VENDOR,
                        "USD",
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 20),
                        IntStream.rangeClosed(1, lines)
                                .mapToObj(line -> PurchaseOrderLine.of(line, item(line), "Chips", "10", "ea", "9.95"))
                                .toList(),
                        Map.of()));
    }

    /** Confirms an order. */
    public void confirm(String number) {
        twin.dynamics().confirm(COMPANY, number);
    }

    /** Enters and confirms an order of a vendor that is no partner. */
    public void confirmForAStranger(int number) {
        String order = String.format(Locale.ROOT, "STRANGE-%06d", number);
        twin.dynamics()
                .addPurchaseOrder(PurchaseOrder.withoutCharges(
                        COMPANY,
                        order,
                        "1999",
                        "USD",
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 20),
                        List.of(PurchaseOrderLine.of(1, item(1), "Chips", "10", "ea", "9.95")),
                        Map.of()));
        confirm(order);
    }

    /** Publishes an invoice that bills every line of an order as it is. */
    public void invoice(String number, String order, int lines) {
        invoices++;
        twin.put(
                partner.downloadFolder(),
                "810_measured_" + number + ".edi",
                Buffer.buffer(file(number, order, lines).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Requests for data of F&O so far, polls for confirmations left out; a batch counts as one. */
    public long calls() {
        return requests()
                .filter(request -> !request.path().equals("/data/PurchaseOrderConfirmationHeaders"))
                .count();
    }

    /** Requests for data of F&O so far, with everything. */
    public Stream<LoggedRequest> requests() {
        return twin.requests().requests().stream()
                .filter(request -> request.system() == FaultPlan.System.DYNAMICS
                        && request.path().startsWith("/data/"));
    }

    /** When the first file that was uploaded after a moment had arrived, as {@link System#nanoTime} tells it. */
    public OptionalLong uploadedAfter(long nanos) {
        return twin.requests().requests().stream()
                .filter(request -> request.system() == FaultPlan.System.CLEO
                        && request.method().equals("POST")
                        && request.path().startsWith("/api/folders")
                        && request.answeredNanos() > nanos
                        && request.status() >= 200
                        && request.status() < 300)
                .mapToLong(LoggedRequest::answeredNanos)
                .findFirst();
    }

    private static String item(int number) {
        return "ITEM-" + number;
    }

    private static String gtin(int number) {
        String digits = String.format(Locale.ROOT, "400%09d", number);
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            sum += (digits.charAt(at) - '0') * (at % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private String file(String number, String order, int lines) {
        String control = String.format(Locale.ROOT, "%09d", 800_000 + invoices);
        boolean newer = partner.version().equals("005010");
        List<String> segments = new ArrayList<>();
        segments.add("ISA*00*          *00*          *" + side(partner.them()) + "*" + side(partner.us())
                + "*260311*0800*" + (newer ? "^*00501" : "U*00401") + "*" + control + "*0*P*>");
        segments.add("GS*IN*" + partner.them().group() + "*" + partner.us().group() + "*20260311*0800*1*X*"
                + partner.version());
        segments.add("ST*810*0001");
        segments.add("BIG*20260311*" + number + "*20260302*" + order + "***DI");
        segments.add("CUR*SE*USD");
        for (int line = 1; line <= lines; line++) {
            segments.add("IT1*" + line + "*10*EA*9.95**BP*" + item(line) + "*VN*V-" + line);
        }
        segments.add("TDS*" + lines * 9950L);
        segments.add("CTT*" + lines);
        segments.add("SE*" + (segments.size() - 1) + "*0001");
        segments.add("GE*1*1");
        segments.add("IEA*1*" + control);
        return segments.stream().map(segment -> segment + "~").collect(Collectors.joining("\n"));
    }

    private static String side(Partner.Side side) {
        return side.qualifier() + "*" + String.format(Locale.ROOT, "%-15s", side.id());
    }
}
