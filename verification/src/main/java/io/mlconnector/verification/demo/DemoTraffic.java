package io.mlconnector.verification.demo;

import io.mlconnector.twin.Twin;
import io.mlconnector.twin.cleo.Upload;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.Partner;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What goes on after the scripted part of a demo, so that every view of the console has something to show and goes on having it: new
 * orders, partners who answer them soon, one of them with a remark, one who is late with that and never answers a change, one who refuses some, and many invoices that stand still
 * for one reason.
 */
final class DemoTraffic {

    /** So many invoices stand still for one unit that nobody knows. */
    static final int STUCK = 37;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration NEXT_ORDER = Duration.ofSeconds(20);

    /** A demo that is forgotten does not fill the memory. */
    private static final int MOST_ORDERS = 2_000;

    private static final String COMPANY = "usmf";
    private static final String ITEM = "DEMO-CABLE";
    private static final String ORDER = "USMF-000900";
    private static final String REVISED = "USMF-000901";
    private static final String PUNCTUAL = "acme";
    private static final String LATE = "globex";
    private static final String STRICT = "initech";
    private static final int FIRST_INTERCHANGE = 700_001;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final Vertx vertx;
    private final Twin twin;
    private int read;
    private int orders;
    /** Each partner counts by itself. */
    private final Map<String, Integer> interchanges = new HashMap<>();

    DemoTraffic(Vertx vertx, Twin twin) {
        this.vertx = vertx;
        this.twin = twin;
    }

    /** Begins; ends with the event loops. */
    void begin() {
        twin.dynamics()
                .masterData()
                .addProduct(new Product(COMPANY, ITEM, "Network cable", "ea", BigDecimal.TEN, BigDecimal.ONE));
        vertx.setTimer(5_000, ignored -> stuckInvoices());
        vertx.setTimer(8_000, ignored -> revise());
        vertx.setPeriodic(LOOK.toMillis(), ignored -> answerWhatCame());
        vertx.setPeriodic(NEXT_ORDER.toMillis(), ignored -> {
            if (orders++ < MOST_ORDERS) {
                twin.confirm(1);
            }
        });
    }

    /** One order, and many invoices that make it up, in a unit that is translated nowhere. */
    private void stuckInvoices() {
        Partner partner = twin.scenario().partner(PUNCTUAL).orElseThrow();
        twin.neverInvoice(ORDER);
        int ordered = IntStream.rangeClosed(1, STUCK).map(DemoTraffic::quantity).sum();
        enter(partner, ORDER, Integer.toString(ordered));
        twin.dynamics().receiveIn(COMPANY, ORDER, 1, BigDecimal.valueOf(ordered), "", "PR-900");
        for (int i = 1; i <= STUCK; i++) {
            int number = i;
            vertx.setTimer(
                    200L * i,
                    ignored -> put(
                            partner,
                            "810_" + ORDER + "_" + number,
                            "IN",
                            "810",
                            List.of(
                                    "BIG*" + LONG.format(today()) + "*ACM-900-" + number + "*20260302*" + ORDER
                                            + "***DI",
                                    "CUR*SE*USD",
                                    "IT1*1*" + quantity(number) + "*QZ*4.20**BP*" + ITEM,
                                    "TDS*" + quantity(number) * 420,
                                    "CTT*1")));
        }
    }

    /** No two bill the same amount: those of one order and day would be taken for the same invoice. */
    private static int quantity(int number) {
        return number + 4;
    }

    /** An order of the late partner, confirmed once more with another quantity: the change is answered by nobody. */
    private void revise() {
        twin.neverInvoice(REVISED);
        enter(twin.scenario().partner(LATE).orElseThrow(), REVISED, "40");
        vertx.setTimer(15_000, ignored -> {
            twin.dynamics().changeQuantity(COMPANY, REVISED, 1, new BigDecimal("55"));
            twin.dynamics().confirm(COMPANY, REVISED);
        });
    }

    private void enter(Partner partner, String number, String quantity) {
        twin.dynamics()
                .addPurchaseOrder(PurchaseOrder.withoutCharges(
                        COMPANY,
                        number,
                        Optional.ofNullable(partner.vendors().get(COMPANY)).orElseThrow(),
                        "USD",
                        today(),
                        today().plusDays(14),
                        List.of(PurchaseOrderLine.of(1, ITEM, "Network cable", quantity, "ea", "4.20")),
                        Map.of()));
        twin.dynamics().confirm(COMPANY, number);
    }

    private void answerWhatCame() {
        List<Upload> uploads = twin.cleo().received();
        for (; read < uploads.size(); read++) {
            Upload upload = uploads.get(read);
            twin.scenario().partners().stream()
                    .filter(partner -> partner.uploadFolder().equals(upload.folder()))
                    .findFirst()
                    .ifPresent(partner -> answer(partner, Received.of(upload)));
        }
    }

    /**
     * An order or a change as its partner reads it.
     *
     * @param set 850, 860 or something that is not answered
     */
    private record Received(String set, String group, String groupNumber, String setNumber, String order) {

        static Received of(Upload upload) {
            String text = upload.content().toString(StandardCharsets.ISO_8859_1);
            String element = text.substring(3, 4);
            String terminator = text.substring(105, 106);
            String[] group = {};
            String[] set = {};
            String order = "";
            for (String segment : text.split(java.util.regex.Pattern.quote(terminator))) {
                String[] words = segment.strip().split(java.util.regex.Pattern.quote(element), -1);
                switch (words[0]) {
                    case "GS" -> group = words;
                    case "ST" -> set = words;
                    case "BEG", "BCH" -> order = words[3];
                    default -> {
                        // Nothing that an answer repeats.
                    }
                }
            }
            return group.length < 7 || set.length < 3
                    ? new Received("", "", "", "", "")
                    : new Received(set[1], group[1], group[6], set[2], order);
        }
    }

    private void answer(Partner partner, Received received) {
        boolean change = received.set().equals("860");
        boolean late = partner.id().equals(LATE);
        if (!(change || received.set().equals("850")) || (change && late)) {
            return;
        }
        long soon = late ? 150_000 : 4_000;
        vertx.setTimer(
                soon,
                ignored -> put(
                        partner,
                        "997_" + partner.id() + "_" + received.groupNumber(),
                        "FA",
                        "997",
                        refused(partner, received) ? refusal(received) : acceptance(received)));
        if (partner.id().equals(PUNCTUAL) && !change) {
            vertx.setTimer(
                    soon + 4_000,
                    ignored -> put(
                            partner,
                            "855_" + received.order(),
                            "PR",
                            "855",
                            List.of("BAK*00*AD*" + received.order() + "*" + LONG.format(today()), "CTT*0")));
            vertx.setTimer(
                    soon + 12_000,
                    ignored -> put(partner, "856_" + received.order(), "SH", "856", shipment(received.order())));
            if (received.order().equals(ORDER)) {
                vertx.setTimer(soon + 8_000, ignored -> put(partner, "824_" + ORDER, "AG", "824", advice()));
            }
        }
    }

    /** One partner finds fault with every fourth order. */
    private static boolean refused(Partner partner, Received received) {
        return partner.id().equals(STRICT) && received.order().matches(".*[37]");
    }

    private static List<String> acceptance(Received received) {
        return List.of(
                "AK1*" + received.group() + "*" + received.groupNumber(),
                "AK2*" + received.set() + "*" + received.setNumber(),
                "AK5*A",
                "AK9*A*1*1*1");
    }

    /** Of the first line the price is not what its system takes. */
    private static List<String> refusal(Received received) {
        return List.of(
                "AK1*" + received.group() + "*" + received.groupNumber(),
                "AK2*" + received.set() + "*" + received.setNumber(),
                "AK3*PO1*8**8",
                "AK4*4*212*6",
                "AK5*R*5",
                "AK9*R*1*1*0");
    }

    /** Its system takes the order, and one of its people looks at something again. */
    private static List<String> advice() {
        return List.of(
                "BGN*11*ADV-900*" + LONG.format(today()),
                "OTI*TE*PO*" + ORDER,
                "TED*848*Delivery on that day has to be agreed with the warehouse");
    }

    private static List<String> shipment(String order) {
        String day = LONG.format(today());
        return List.of(
                "BSN*00*SHIP-" + order + "*" + day + "*0800",
                "DTM*011*" + day,
                "HL*1**S",
                "TD5*B*2*UPSN",
                "HL*2*1*O",
                "PRF*" + order,
                "HL*3*2*I",
                "LIN*1*BP*" + ITEM,
                "SN1*1*1*EA",
                "CTT*3");
    }

    private void put(Partner partner, String name, String group, String set, List<String> body) {
        int number = interchanges.merge(partner.id(), FIRST_INTERCHANGE, (last, ignored) -> last + 1);
        String control = String.format(Locale.ROOT, "%09d", number);
        boolean newer = partner.version().equals("005010");
        String day = SHORT.format(today());
        List<String> segments = new ArrayList<>();
        segments.add("ISA*00*          *00*          *" + side(partner.them()) + "*" + side(partner.us()) + "*" + day
                + "*0800*" + (newer ? "^*00501" : "U*00401") + "*" + control + "*0*P*>");
        segments.add("GS*" + group + "*" + partner.them().group() + "*"
                + partner.us().group() + "*" + LONG.format(today()) + "*0800*" + number + "*X*"
                + partner.version());
        segments.add("ST*" + set + "*0001");
        segments.addAll(body);
        segments.add("SE*" + (body.size() + 2) + "*0001");
        segments.add("GE*1*" + number);
        segments.add("IEA*1*" + control);
        twin.put(
                partner.downloadFolder(),
                name + "_" + control + ".edi",
                Buffer.buffer((String.join("~\n", segments) + "~\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String side(Partner.Side side) {
        return side.qualifier() + "*" + String.format(Locale.ROOT, "%-15s", side.id());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
