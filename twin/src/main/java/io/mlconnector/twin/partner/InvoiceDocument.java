package io.mlconnector.twin.partner;

import io.mlconnector.twin.x12.Segment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice or a credit note.
 *
 * @param order the order it is for
 * @param number its number
 * @param lines its lines
 * @param credits number of the invoice it credits, empty for an invoice
 * @param freight what it charges for freight, 0 if nothing
 * @param tax the tax that it states, 0 if none
 */
record InvoiceDocument(
        BookedOrder order, String number, List<BookedLine> lines, String credits, BigDecimal freight, BigDecimal tax) {

    /** Neither freight nor tax. */
    InvoiceDocument(BookedOrder order, String number, List<BookedLine> lines, String credits) {
        this(order, number, lines, credits, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

    BigDecimal total() {
        return lines.stream().map(BookedLine::amount).reduce(freight.add(tax), BigDecimal::add);
    }

    /** The 810, without ST and SE; all numbers positive, also those of a credit note. */
    List<Segment> segments(Instant now) {
        String today = DAY.format(now);
        List<Segment> set = new ArrayList<>();
        set.add(Segment.of(
                "BIG", today, number, order.date(), order.number(), "", "", credits.isEmpty() ? "DI" : "CR"));
        if (!order.currency().isEmpty()) {
            set.add(Segment.of("CUR", "SE", order.currency()));
        }
        if (!order.vendorNumber().isEmpty()) {
            set.add(Segment.of("REF", "IA", order.vendorNumber()));
        }
        if (!credits.isEmpty()) {
            set.add(Segment.of("REF", "OI", credits));
        }
        String name = order.partner().name();
        set.add(
                order.vendorNumber().isEmpty()
                        ? Segment.of("N1", "RI", name)
                        : Segment.of("N1", "RI", name, "92", order.vendorNumber()));
        set.addAll(order.shipTo());
        set.add(Segment.of("ITD", "01", "3", "", "", "", "", "30"));
        set.add(Segment.of("DTM", "011", today));
        BigDecimal hash = BigDecimal.ZERO;
        for (BookedLine line : lines) {
            hash = hash.add(line.quantity());
            List<String> it1 = new ArrayList<>(List.of(
                    "IT1", line.number(), plain(line.quantity()), line.unit(), plain(line.price()), line.basis()));
            it1.addAll(line.ids());
            set.add(new Segment(it1));
            if (!line.description().isEmpty()) {
                set.add(Segment.of("PID", "F", "", "", "", line.description()));
            }
        }
        set.add(Segment.of("TDS", total().movePointRight(2).toBigIntegerExact().toString()));
        if (tax.signum() > 0) {
            set.add(Segment.of("TXI", "ST", plain(tax)));
        }
        if (freight.signum() > 0) {
            String cents = freight.movePointRight(2).toBigIntegerExact().toString();
            set.add(Segment.of("SAC", "C", "D240", "", "", cents, "", "", "", "", "", "", "06", "", "", "FREIGHT"));
        }
        set.add(Segment.of("CTT", String.valueOf(lines.size()), plain(hash)));
        return set;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
