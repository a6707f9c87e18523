package io.mlconnector.twin.partner;

import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.twin.x12.Segment;
import io.mlconnector.twin.x12.TransactionSet;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order as recorded by a partner: the ordered and the invoiced quantities. */
public final class BookedOrder {

    private static final Map<String, String> UNITS =
            Map.of("ea", "EA", "pcs", "PC", "box", "BX", "cs", "CA", "kg", "KG", "dz", "DZ");

    private final Partner partner;
    private final String number;
    private final Map<String, BookedLine> lines = new LinkedHashMap<>();
    private final Map<String, BigDecimal> invoiced = new HashMap<>();
    private String date = "";
    private String vendorNumber = "";
    private String currency = "";
    private List<Segment> shipTo = List.of();
    private int invoices;

    /**
     * A new, empty order.
     *
     * @param partner the partner whose books these are
     * @param number purchase order number
     */
    public BookedOrder(Partner partner, String number) {
        this.partner = partner;
        this.number = number;
    }

    Partner partner() {
        return partner;
    }

    String number() {
        return number;
    }

    String date() {
        return date;
    }

    String vendorNumber() {
        return vendorNumber;
    }

    String currency() {
        return currency;
    }

    List<Segment> shipTo() {
        return shipTo;
    }

    /**
     * The current order content.
     *
     * @return the lines with a quantity
     */
    public List<BookedLine> ordered() {
        return lines.values().stream()
                .filter(line -> line.quantity().signum() > 0)
                .toList();
    }

    /**
     * Records an 850 or an 860.
     *
     * @param set the transaction set
     */
    public void take(TransactionSet set) {
        header(set);
        String purpose = set.purpose();
        if (purpose.equals("01")) {
            lines.replaceAll((key, line) -> line.of(BigDecimal.ZERO));
            return;
        }
        if (purpose.equals("05")) {
            lines.replaceAll((key, line) -> line.of(BigDecimal.ZERO));
        }
        String last = "";
        for (Segment segment : set.segments()) {
            switch (segment.name()) {
                case "PO1" -> last = ordered(segment);
                case "POC" -> last = changed(segment);
                case "PID" -> describe(last, segment.get(5));
                default -> {}
            }
        }
    }

    /** Records a confirmed order without any message. */
    void enter(PurchaseOrder order) {
        date = DateTimeFormatter.BASIC_ISO_DATE.format(order.orderDate());
        vendorNumber = order.vendorAccount();
        currency = order.currency();
        for (PurchaseOrderLine line : order.lines()) {
            String key = String.valueOf(line.lineNumber());
            lines.put(
                    key,
                    new BookedLine(
                            key,
                            line.quantity(),
                            UNITS.getOrDefault(line.unit(), "EA"),
                            line.price(),
                            line.priceQuantity().intValueExact() == 100 ? "HP" : "",
                            List.of("BP", line.itemNumber()),
                            line.description()));
        }
    }

    private void header(TransactionSet set) {
        set.first("BEG").ifPresent(beg -> date = beg.get(5));
        set.first("BCH").ifPresent(bch -> date = date.isEmpty() ? bch.get(6) : date);
        set.first("CUR").ifPresent(cur -> currency = cur.get(2));
        List<Segment> loop = new ArrayList<>();
        boolean inShipTo = false;
        for (Segment segment : set.segments()) {
            if (segment.name().equals("REF") && segment.get(1).equals("IA")) {
                vendorNumber = segment.get(2);
            }
            if (segment.name().equals("N1")) {
                inShipTo = segment.get(1).equals("ST");
                boolean vendor = List.of("SU", "VN", "SE").contains(segment.get(1));
                if (vendor && vendorNumber.isEmpty() && segment.get(3).equals("92")) {
                    vendorNumber = segment.get(4);
                }
            }
            if (inShipTo && List.of("N1", "N3", "N4").contains(segment.name())) {
                loop.add(segment);
            }
            inShipTo = inShipTo && !List.of("PO1", "POC").contains(segment.name());
        }
        shipTo = loop.isEmpty() ? shipTo : loop;
    }

    private String ordered(Segment po1) {
        BookedLine line = new BookedLine(
                po1.get(1), number(po1.get(2)), po1.get(3), number(po1.get(4)), po1.get(5), ids(po1, 6), "");
        lines.put(line.number(), line);
        return line.number();
    }

    private String changed(Segment poc) {
        String key = poc.get(1);
        BookedLine before = lines.get(key);
        String code = poc.get(2);
        if (code.equals("NC")) {
            return "";
        }
        if (code.equals("DI")) {
            if (before != null) {
                lines.put(key, before.of(BigDecimal.ZERO));
            }
            return "";
        }
        boolean priced = !poc.get(6).isEmpty();
        lines.put(
                key,
                new BookedLine(
                        key,
                        number(poc.get(3)),
                        poc.get(5).isEmpty() && before != null ? before.unit() : poc.get(5),
                        priced || before == null ? number(poc.get(6)) : before.price(),
                        priced || before == null ? poc.get(7) : before.basis(),
                        poc.get(8).isEmpty() && before != null ? before.ids() : ids(poc, 8),
                        before == null ? "" : before.description()));
        return key;
    }

    private void describe(String key, String text) {
        lines.computeIfPresent(key, (same, line) -> line.description().isEmpty() ? line.described(text) : line);
    }

    /** All that is ordered and not yet invoiced; from now on it counts as invoiced. */
    List<BookedLine> bill() {
        List<BookedLine> billed = new ArrayList<>();
        for (BookedLine line : lines.values()) {
            BigDecimal open = line.quantity().subtract(invoiced.getOrDefault(line.number(), BigDecimal.ZERO));
            if (open.signum() > 0) {
                billed.add(line.of(open));
                invoiced.merge(line.number(), open, BigDecimal::add);
            }
        }
        return billed;
    }

    /** Numbers follow from the order, so that they do not depend on which order arrives first. */
    String nextInvoiceNumber() {
        invoices++;
        String first = invoiceNumber("");
        return invoices == 1 ? first : first + "-" + invoices;
    }

    String invoiceNumber(String kind) {
        String prefix =
                partner.id().substring(0, Math.min(3, partner.id().length())).toUpperCase(java.util.Locale.ROOT);
        return prefix + "-" + kind + number.replaceAll("\\D", "");
    }

    private static List<String> ids(Segment segment, int from) {
        List<String> ids = new ArrayList<>();
        for (int at = from; !segment.get(at).isEmpty(); at += 2) {
            ids.add(segment.get(at));
            ids.add(segment.get(at + 1));
        }
        return ids;
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
