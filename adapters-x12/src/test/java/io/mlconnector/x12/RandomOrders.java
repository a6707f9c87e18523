package io.mlconnector.x12;

import io.mlconnector.domain.agreement.CodeTables;
import io.mlconnector.domain.agreement.HeaderRules;
import io.mlconnector.domain.agreement.HeaderRules.DateRule;
import io.mlconnector.domain.agreement.HeaderRules.Fact;
import io.mlconnector.domain.agreement.HeaderRules.PartyRule;
import io.mlconnector.domain.agreement.HeaderRules.ReferenceRule;
import io.mlconnector.domain.agreement.LineRules;
import io.mlconnector.domain.agreement.SegmentText;
import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.LineChange;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PlaceNumbers;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Generates order messages, profiles and envelopes, deterministically for a generator. Clean ones fit: they must be
 * written with all their data. Others have arbitrary content.
 */
final class RandomOrders {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/.";
    private static final String ODD =
            PLAIN + "abcxyz     *>^~|:\n\t\u00e9\u00df\u20ac\u4f60\u0000'\"%#@$\\\ud83d\ude00";

    private final RandomGenerator random;
    private final boolean clean;

    RandomOrders(RandomGenerator random, boolean clean) {
        this.random = random;
        this.clean = clean;
    }

    /** A message with everything that writing it needs. */
    record Case(OrderMessage message, Envelope envelope, WritingProfile profile) {}

    Case next() {
        return new Case(message(), envelope(), profile());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean odd() {
        return !clean && random.nextInt(60) == 0;
    }

    private String text(int most) {
        if (random.nextInt(6) == 0 && !clean) {
            return "";
        }
        int length = odd() ? random.nextInt(most * 4 + 2) : 2 + random.nextInt(Math.max(1, most - 1));
        String from = odd() ? ODD : PLAIN;
        var text = new StringBuilder();
        for (int i = 0; i < Math.max(1, length); i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    /** Words of ten letters at most. */
    private String words(int most) {
        var text = new StringBuilder(text(8));
        while (text.length() + 11 < most && random.nextInt(9) > 0) {
            text.append(' ').append(text(10));
        }
        return clean ? text.toString() : text + (odd() ? "  " : "");
    }

    private String id(int most) {
        String id = text(most);
        return id.isBlank() ? "X1" : id;
    }

    private BigDecimal decimal(int most, int decimals) {
        if (odd()) {
            return one(List.of(
                    BigDecimal.ZERO,
                    new BigDecimal("-3"),
                    new BigDecimal("1E+40"),
                    new BigDecimal("0.0000000000000000001"),
                    new BigDecimal("99999999999999999999.99")));
        }
        return BigDecimal.valueOf(1 + random.nextLong((long) most * 100), decimals);
    }

    private LocalDate day() {
        return odd() && random.nextInt(9) == 0
                ? LocalDate.of(12_345, 1, 1)
                : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private String possibly(String value) {
        return random.nextBoolean() ? value : "";
    }

    private Address address() {
        return new Address(
                id(20),
                words(50),
                one(List.of(words(40), words(40) + "\n" + words(40), words(30) + "\n" + words(30) + "\n" + words(30))),
                id(25),
                clean || random.nextInt(4) > 0 ? "IL" : text(2),
                clean || random.nextInt(4) > 0 ? "62701" : text(10),
                clean || random.nextInt(4) > 0 ? "US" : text(3));
    }

    private List<OrderCharge> charges() {
        var charges = new ArrayList<OrderCharge>();
        for (int i = random.nextInt(3); i > 0; i--) {
            BigDecimal value = decimal(50, 2);
            charges.add(new OrderCharge(
                    one(List.of("FREIGHT", "Handling", "OTHER")),
                    one(List.of(OrderCharge.Category.values())),
                    random.nextInt(5) == 0 ? value.negate() : value,
                    possibly(words(30))));
        }
        return charges;
    }

    private OrderDetails details() {
        var notes = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            notes.add(words(600));
        }
        return new OrderDetails(
                one(List.of("", "TRUCK", "Air")),
                one(List.of("", "UPS")),
                maybe(day()),
                maybe(day()),
                maybe(day()),
                one(List.of("", "2D10", "1D5")),
                decimal(5, 2),
                random.nextInt(3) == 0 ? decimal(5, 2) : BigDecimal.ZERO,
                one(List.of("", "jane@contoso.com", "no address")),
                possibly(id(10)),
                possibly(id(20)),
                possibly(id(10)),
                notes,
                charges(),
                BigDecimal.ZERO,
                Optional.empty(),
                OrderKind.UNKNOWN,
                false,
                "",
                Optional.empty(),
                PlaceNumbers.NONE);
    }

    private AlignedLine line(long number) {
        BigDecimal quantity = decimal(100, random.nextInt(3));
        BigDecimal per = new BigDecimal(one(List.of("1", "1", "1", "100", "1000", "12", "10", "4", "8")));
        Price price = new Price(random.nextInt(9) == 0 ? BigDecimal.ZERO : decimal(500, 2), per);
        var deliveries = new ArrayList<ScheduledDelivery>();
        if (random.nextInt(4) == 0) {
            for (int i = 1; i <= 1 + random.nextInt(3); i++) {
                deliveries.add(new ScheduledDelivery(
                        number * 100 + i,
                        decimal(20, 1).abs().max(BigDecimal.ONE),
                        LocalDate.of(2026, 5, 1).plusDays(random.nextInt(30))));
            }
        }
        BigDecimal percentage = random.nextInt(4) == 0 ? BigDecimal.valueOf(5) : BigDecimal.ZERO;
        BigDecimal gross = price.times(quantity);
        var details = new OrderLineDetails(
                percentage,
                BigDecimal.ZERO,
                maybe(day()),
                maybe(day()),
                maybe(day()),
                deliveries,
                possibly(id(20)),
                possibly(id(20)),
                charges(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "",
                "",
                List.of(),
                PlaceNumbers.NONE);
        var line = new OrderLine(
                number,
                Optional.empty(),
                "",
                possibly(words(70)),
                new Quantity(quantity, new UnitSymbol("ea")),
                price,
                gross.subtract(gross.multiply(percentage).movePointLeft(2)).setScale(2, java.math.RoundingMode.HALF_UP),
                Optional.empty(),
                Optional.empty(),
                maybe(day()),
                false,
                maybe(address()),
                details);
        var ids = new ArrayList<ProductId>();
        for (String qualifier : List.of("UP", "VN", "BP", "IN", "SK", "MG").subList(0, random.nextInt(7))) {
            String id = id(20);
            ids.add(new ProductId(qualifier, id.length() > 70 ? id.substring(0, 60) + "Z" : id));
        }
        return new AlignedLine(
                line, new UnitCode(odd() ? one(List.of("DZN", "E")) : one(List.of("EA", "CA", "LB"))), ids);
    }

    private OrderMessage message() {
        var lines = new ArrayList<AlignedLine>();
        int count = random.nextInt(20) == 0 ? 1 + random.nextInt(200) : 1 + random.nextInt(6);
        long number = 0;
        for (int i = 0; i < count; i++) {
            number += 1 + random.nextInt(odd() ? Integer.MAX_VALUE : 10);
            lines.add(line(number));
        }
        var order = new PurchaseOrder(
                new OrderKey(new LegalEntity("usmf"), id(18), "C-1"),
                LocalDate.of(2026, 3, 12),
                day(),
                new VendorAccount(one(List.of("V10023", "1001"))),
                new VendorAccount("V10024"),
                new CurrencyCode("USD"),
                possibly(id(30)),
                maybe(day()),
                one(List.of("", "Net30", "N010", "EOM", "COD")),
                one(List.of("", "FOB", "DDP", "OWN")),
                one(List.of("", "Jane Doe", "jane@contoso.com", words(30))),
                maybe(address()),
                lines.stream().map(AlignedLine::line).toList(),
                details());
        var aligned = new AlignedOrder(order, lines, words(40), words(40));
        return switch (random.nextInt(5)) {
            case 0, 1 -> new OrderMessage.NewOrder(aligned);
            case 2 -> new OrderMessage.ReplacingOrder(aligned);
            case 3 -> new OrderMessage.OrderChange(aligned, 1 + random.nextInt(50), changes(lines));
            default ->
                new OrderMessage.OrderCancellation(
                        new AlignedOrder(order, List.of(), aligned.ourName(), aligned.partnerName()), 2);
        };
    }

    private List<LineChange> changes(List<AlignedLine> lines) {
        var changes = new ArrayList<LineChange>();
        for (AlignedLine line : lines) {
            if (random.nextInt(3) > 0) {
                LineChange.Kind kind = one(List.of(LineChange.Kind.values()));
                boolean cancelled = kind == LineChange.Kind.CANCELLED;
                changes.add(new LineChange(
                        kind,
                        line,
                        cancelled ? BigDecimal.ZERO : line.line().quantity().amount()));
            }
        }
        return changes;
    }

    private Envelope envelope() {
        return new Envelope(
                new InterchangeAddress("ZZ", "BUYERCO", "BUYERCO"),
                new InterchangeAddress("01", "123456789", "VENDOR1"),
                one(List.of(Release.values())),
                one(List.of(Usage.values())),
                random.nextBoolean(),
                new ControlNumbers(
                        1 + random.nextInt(999_999_999), 1 + random.nextInt(999_999_999), 1 + random.nextInt(9999)),
                clean
                        ? one(List.of(Delimiters.USUAL, new Delimiters('|', ':', '^', '~')))
                        : one(List.of(
                                Delimiters.USUAL,
                                new Delimiters('|', ':', '^', '\n'),
                                new Delimiters('=', '%', '#', '\''),
                                new Delimiters('\u001d', '\u001f', '!', '\u001c'))),
                LocalDateTime.of(2026, 3, 10, 9, 15));
    }

    private WritingProfile profile() {
        if (random.nextInt(4) == 0) {
            return WritingProfile.USUAL;
        }
        var leftOut = new HashSet<>(Set.of("N9"));
        if (random.nextBoolean()) {
            leftOut.clear();
        }
        if (!clean) {
            WritingProfile.OPTIONAL.stream()
                    .sorted()
                    .filter(part -> random.nextInt(6) == 0)
                    .forEach(leftOut::add);
        }
        return new WritingProfile("random", texts(), header(), lines(), codes(), leftOut);
    }

    private TextRules texts() {
        return new TextRules(
                one(List.of(
                        TextRules.CharacterSet.EXTENDED,
                        clean ? TextRules.CharacterSet.EXTENDED : TextRules.CharacterSet.BASIC)),
                clean || random.nextBoolean(),
                !clean && random.nextBoolean(),
                one(List.of(' ', '-')),
                clean ? TextRules.LongTexts.SPLIT : one(List.of(TextRules.LongTexts.values())),
                random.nextInt(4) == 0 ? Map.of("PID05", 20, "N102", 25) : Map.of(),
                one(List.of(TextRules.LineEnd.values())));
    }

    private HeaderRules header() {
        return new HeaderRules(
                one(List.of("SA", "NE", "KN")),
                List.of(
                        new ReferenceRule("IA", Fact.VENDOR_ACCOUNT, ""),
                        new ReferenceRule("DP", Fact.POOL, ""),
                        new ReferenceRule("VN", Fact.VENDOR_REFERENCE, ""),
                        new ReferenceRule("12", Fact.CONSTANT, "ACCOUNT-7")),
                List.of(
                        new ReferenceRule("CO", Fact.CUSTOMER_REFERENCE, ""),
                        new ReferenceRule("CR", Fact.REQUISITION, "")),
                List.of(
                        new DateRule("002", DateRule.Day.REQUESTED_DELIVERY, 0),
                        new DateRule("010", DateRule.Day.REQUESTED_SHIP, 0),
                        new DateRule("001", DateRule.Day.REQUESTED_DELIVERY, 7),
                        new DateRule("069", DateRule.Day.CONFIRMED_DELIVERY, 0)),
                List.of(
                        PartyRule.usual("ST", PartyRule.Who.DELIVERY),
                        new PartyRule(
                                "BT", PartyRule.Who.US, Optional.of("ACCOUNTS PAYABLE"), "91", Optional.of("AP-01")),
                        PartyRule.usual("SU", PartyRule.Who.INVOICE_VENDOR)),
                random.nextBoolean() ? List.of("DELIVER BEFORE NOON") : List.of(),
                Map.of());
    }

    private LineRules lines() {
        return new LineRules(
                LineRules.USUAL.productIds(),
                Map.of(),
                random.nextBoolean() ? Set.of("HP", "TP", "PD", "PN") : Set.of(),
                6,
                one(List.of(LineRules.Schedule.values())),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private CodeTables codes() {
        return new CodeTables(
                Map.of("EOM", new SegmentText(Map.of(1, "02", 2, "3", 13, "15"))),
                true,
                Map.of("2D10", new SegmentText(Map.of(5, "10")), "1D5", new SegmentText(Map.of(3, "1", 5, "5"))),
                CodeTables.USUAL.deliveryTerms(),
                Map.of("TRUCK", new SegmentText(Map.of(1, "O", 2, "2", 3, "UPSN", 4, "M", 5, "{text}"))),
                Map.of(
                        "FREIGHT", new SegmentText(Map.of(1, "C", 2, "D240", 12, "06", 15, "{text}")),
                        "*", new SegmentText(Map.of(1, "C", 2, "F050", 15, "{text}"))),
                CodeTables.USUAL.lineDiscount(),
                CodeTables.USUAL.totalDiscount(),
                CodeTables.USUAL.multilineDiscount(),
                CodeTables.USUAL.priceCharges(),
                CodeTables.USUAL.tax(),
                CodeTables.USUAL.roundOff(),
                !clean && random.nextInt(3) == 0);
    }
}
