package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.agreement.CodeTables;
import io.mlconnector.domain.agreement.SegmentText;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderCharge.Category;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.x12.internal.order.segment.AgreedSegment;
import io.mlconnector.x12.internal.order.segment.SegmentWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes discounts and charges as SAC (reference x12, sections 10 and 11), and computes the total of an order. */
final class ChargeWriter {
    private static final int PERCENT_DIGITS = 6;
    private static final int RATE_DIGITS = 9;
    private static final int QUANTITY_DIGITS = 15;
    private static final String ALLOWANCE = "A";
    private static final String CHARGE = "C";
    private static final String INFORMATION = "N";
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    /** What a line's amount may differ by without a reason: shares of a line that is delivered in parts are rounded. */
    private static final BigDecimal BY_ROUNDING = new BigDecimal("0.05");

    private final SegmentWriter out;
    private final AgreedSegment agreed;
    private final CodeTables codes;
    private final AlignedOrder order;

    ChargeWriter(SegmentWriter out, CodeTables codes, AlignedOrder order) {
        this.out = out;
        this.agreed = new AgreedSegment(out, codes);
        this.codes = codes;
        this.order = order;
    }

    /** Discount and charges of the whole order. */
    void header() {
        OrderDetails details = order.order().details();
        BigDecimal net = netAmount();
        write(codes.totalDiscount(), totalDiscount(), percent(details.totalDiscountPercentage(), "6"), "", "");
        if (details.unreadCharges().signum() != 0) {
            agreed.unread(SegmentWriter.plain(details.unreadCharges()));
        }
        for (OrderCharge charge : details.charges()) {
            agreed.find(codes.charges(), "SAC", "charges", charge.code())
                    .ifPresent(text -> write(
                            text, charge.amount(BigDecimal.ONE, net), basis(charge, "6"), charge.code(), told(charge)));
        }
        write(taxText(), tax(), Basis.NONE, "", "");
        write(codes.roundOff(), roundOff(), Basis.NONE, "", "");
        differs();
    }

    /** Whoever adds up what is told must come to F&O's total, or it is known why not. */
    private void differs() {
        BigDecimal tolerance =
                ROUNDING.multiply(BigDecimal.valueOf(order.lines().size() + 2L));
        boolean differs = order.order()
                .details()
                .totals()
                .filter(said -> said.total().subtract(total()).abs().compareTo(tolerance) > 0)
                .isPresent();
        if (differs) {
            out.note(
                    "total-differs",
                    0,
                    "",
                    "F&O's own total of this confirmation is another one than PO1 and SAC come to: it includes something that"
                            + " is not told. Compare the confirmation's totals in F&O with the codes of the partner's"
                            + " profile.");
        }
    }

    /** Tax in the prices is information; nothing is added for it. */
    private SegmentText taxText() {
        if (!order.order().details().pricesIncludeTax()
                || codes.tax().elements().isEmpty()) {
            return codes.tax();
        }
        Map<Integer, String> elements = new TreeMap<>(codes.tax().elements());
        elements.put(1, INFORMATION);
        elements.put(12, "15");
        elements.put(15, "TAX IN PRICES");
        return new SegmentText(elements);
    }

    private BigDecimal tax() {
        return Money.round(said(OrderTotals::tax));
    }

    private BigDecimal roundOff() {
        return Money.round(said(OrderTotals::roundOff));
    }

    private BigDecimal said(Function<OrderTotals, BigDecimal> what) {
        return order.order().details().totals().map(what).orElse(BigDecimal.ZERO);
    }

    /** Discount and charges of a line. */
    void line(AlignedLine aligned) {
        OrderLine line = aligned.line();
        discounts(line);
        for (OrderCharge charge : line.details().charges()) {
            Basis basis = charge.category() == Category.PER_UNIT
                    ? new Basis(
                            "",
                            BigDecimal.ZERO,
                            charge.value().abs(),
                            aligned.unit().code(),
                            line.quantity().amount())
                    : basis(charge, "2");
            agreed.find(codes.charges(), "SAC", "charges", charge.code())
                    .ifPresent(text -> write(text, amount(charge, line), basis, charge.code(), told(charge)));
        }
    }

    /**
     * Price and quantity come to the line's amount with the charges on the price and the discounts, to the cent: what F&O took off is
     * its own amount of the line, however it computed it.
     */
    private void discounts(OrderLine line) {
        OrderLineDetails details = line.details();
        BigDecimal gross = line.price().times(line.quantity().amount());
        BigDecimal onPrice = Money.round(details.priceCharges());
        BigDecimal off = gross.add(onPrice).subtract(line.netAmount());
        BigDecimal own =
                details.multilineDiscounted() ? lineDiscount(line, gross).min(off.max(BigDecimal.ZERO)) : off;
        boolean byHand = !details.discounted()
                && !details.multilineDiscounted()
                && off.abs().compareTo(BY_ROUNDING) > 0;
        if (byHand) {
            out.note(
                    "amount-by-hand",
                    0,
                    "",
                    "The amount of the line is not its price times its quantity, and no discount says why; the difference is"
                            + " told as a discount.");
        }
        if (details.discounted() || byHand) {
            boolean onlyPercents =
                    details.discounted() && details.discountAmount().signum() == 0;
            write(
                    codes.lineDiscount(),
                    own,
                    onlyPercents ? percent(details.discountPercentage(), "1") : Basis.NONE,
                    "",
                    "");
        }
        if (details.multilineDiscounted()) {
            boolean onlyPercents = details.multilineDiscountAmount().signum() == 0;
            write(
                    codes.multilineDiscount(),
                    off.subtract(own),
                    onlyPercents ? percent(details.multilineDiscountPercentage(), "1") : Basis.NONE,
                    "",
                    "");
        }
        write(codes.priceCharges(), onPrice, Basis.NONE, "", "");
    }

    /** What of all that was taken off is the line's own discount; the rest is that for several lines. */
    private static BigDecimal lineDiscount(OrderLine line, BigDecimal gross) {
        OrderLineDetails details = line.details();
        BigDecimal amount = new Price(details.discountAmount(), line.price().per())
                .times(line.quantity().amount());
        BigDecimal percents =
                gross.subtract(amount).multiply(details.discountPercentage()).movePointLeft(2);
        return Money.round(amount.add(percents));
    }

    /** The total of the order with every discount, charge and tax that is sent. */
    BigDecimal total() {
        BigDecimal net = netAmount();
        BigDecimal total =
                net.subtract(signed(codes.totalDiscount(), totalDiscount()).negate());
        for (OrderCharge charge : order.order().details().charges()) {
            total = total.add(signed(charge, charge.amount(BigDecimal.ONE, net)));
        }
        total = total.add(signed(taxText(), tax())).add(signed(codes.roundOff(), roundOff()));
        for (AlignedLine line : order.lines()) {
            for (OrderCharge charge : line.line().details().charges()) {
                total = total.add(signed(charge, amount(charge, line.line())));
            }
        }
        return total;
    }

    /** The sum of all lines. */
    BigDecimal netAmount() {
        BigDecimal sum = BigDecimal.ZERO;
        for (AlignedLine line : order.lines()) {
            sum = sum.add(line.line().netAmount());
        }
        return sum;
    }

    private static BigDecimal amount(OrderCharge charge, OrderLine line) {
        return charge.amount(line.quantity().amount(), line.netAmount());
    }

    private static String told(OrderCharge charge) {
        return charge.description().isBlank() ? charge.code() : charge.description();
    }

    /** What F&O's header says; where it says nothing, the percents of all lines. */
    private BigDecimal totalDiscount() {
        BigDecimal said = said(OrderTotals::discount);
        return said.signum() != 0
                ? Money.round(said)
                : Money.round(netAmount()
                        .multiply(order.order().details().totalDiscountPercentage())
                        .movePointLeft(2));
    }

    private BigDecimal signed(OrderCharge charge, BigDecimal amount) {
        Optional<SegmentText> text = CodeTables.find(codes.charges(), charge.code());
        return text.isEmpty() ? BigDecimal.ZERO : signed(text.get(), amount);
    }

    private static BigDecimal signed(SegmentText text, BigDecimal amount) {
        return switch (text.at(1)) {
            case ALLOWANCE -> amount.negate();
            case CHARGE -> amount;
            default -> BigDecimal.ZERO;
        };
    }

    /** How an amount was calculated. */
    private record Basis(String kind, BigDecimal percent, BigDecimal rate, String unit, BigDecimal quantity) {
        static final Basis NONE = new Basis("", BigDecimal.ZERO, BigDecimal.ZERO, "", BigDecimal.ZERO);
    }

    private static Basis basis(OrderCharge charge, String kind) {
        return charge.category() == Category.PERCENT ? percent(charge.value().abs(), kind) : Basis.NONE;
    }

    private static Basis percent(BigDecimal percent, String kind) {
        return new Basis(kind, percent, BigDecimal.ZERO, "", BigDecimal.ZERO);
    }

    private void write(SegmentText text, BigDecimal amount, Basis basis, String code, String told) {
        if (text.elements().isEmpty() || amount.signum() == 0) {
            return;
        }
        out.begin("SAC").id(indicator(text.at(1), amount.signum() < 0));
        for (int position = 2; position <= 4; position++) {
            agreed.element(text.at(position), code, told);
        }
        out.amount(amount.abs());
        boolean percents = basis.percent().signum() != 0 && SegmentWriter.fits(basis.percent(), PERCENT_DIGITS);
        if (percents) {
            out.id(text.at(6).isEmpty() ? basis.kind() : text.at(6)).number(basis.percent());
        } else {
            out.skip(2);
        }
        boolean rated = basis.rate().signum() != 0
                && SegmentWriter.fits(basis.rate(), RATE_DIGITS)
                && SegmentWriter.fits(basis.quantity(), QUANTITY_DIGITS);
        if (rated) {
            out.number(basis.rate()).id(basis.unit()).number(basis.quantity());
        } else {
            out.skip(3);
        }
        out.skip();
        for (int position = 12; position <= 16; position++) {
            agreed.element(text.at(position), code, told);
        }
        out.end();
    }

    /** A negative charge is an allowance, and the other way round. */
    private static String indicator(String agreed, boolean negative) {
        if (!negative) {
            return agreed;
        }
        return switch (agreed) {
            case ALLOWANCE -> CHARGE;
            case CHARGE -> ALLOWANCE;
            default -> agreed;
        };
    }
}
