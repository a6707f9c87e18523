package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.agreement.HeaderRules.DateRule;
import io.mlconnector.domain.agreement.LineRules.Schedule;
import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.LineChange;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.x12.internal.order.segment.SegmentWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes PO1 and POC loops (reference x12, sections 3 and 4). */
final class LineWriter {
    /** Data element 374: delivery requested. */
    private static final String DELIVERY_REQUESTED = "002";

    private static final int MOST_PRODUCT_IDS = 10;

    private final SegmentWriter out;
    private final WritingProfile profile;
    private final AlignedOrder order;
    private final HeaderWriter header;
    private final ChargeWriter charges;
    private final PartyWriter parties;
    private final TermsWriter terms;

    LineWriter(
            SegmentWriter out, WritingProfile profile, AlignedOrder order, HeaderWriter header, ChargeWriter charges) {
        this.out = out;
        this.profile = profile;
        this.order = order;
        this.header = header;
        this.charges = charges;
        this.parties = new PartyWriter(out, profile, order);
        this.terms = new TermsWriter(out, profile.codes(), order.order());
    }

    /** A line of an 850. */
    void ordered(AlignedLine line) {
        out.within("Line " + line.line().number());
        out.begin("PO1").id(Long.toString(line.line().number()));
        out.number(line.line().quantity().amount());
        unit(line);
        priced(line);
        follow(line, false);
    }

    /**
     * A line of an 860. What is left to receive (POC04) is not known here, except that of a cancelled line nothing is;
     * if the partner requires it, it is the new quantity.
     */
    void changed(LineChange change) {
        out.within("Line " + change.line().line().number());
        boolean cancelled = change.kind() == LineChange.Kind.CANCELLED;
        out.begin("POC")
                .id(Long.toString(change.line().line().number()))
                .code(change.kind().code())
                .number(change.quantity());
        if (cancelled) {
            out.number(BigDecimal.ZERO);
        } else if (profile.lines().leftToReceive()) {
            out.number(change.quantity());
        } else {
            out.skip();
        }
        unit(change.line());
        priced(change.line());
        if (cancelled) {
            out.end();
            description(change.line().line());
        } else {
            follow(change.line(), true);
        }
    }

    /** PO103, or POC05, a composite of which a unit alone is the first component. */
    private void unit(AlignedLine line) {
        String unit = line.unit().code();
        if (unit.length() != 2) {
            out.error(
                    unit.length() > 2 ? "element-too-long" : "element-too-short",
                    unit.length() > 2 ? "AK403 5" : "AK403 4",
                    out.elements() + 1,
                    unit,
                    "A unit of measure must have two characters. Enter another X12 code for "
                            + line.line().quantity().unit() + " in the profile or as a cross reference.");
            out.code(unit);
        } else {
            out.id(unit);
        }
    }

    private void priced(AlignedLine line) {
        WirePrice price = WirePrice.of(line.line().price(), profile.lines());
        boolean lost =
                price.amount().signum() == 0 && line.line().price().amount().signum() != 0;
        if (price.rounded()) {
            rounded(line, lost);
        }
        out.number(price.amount()).code(price.basis());
        if (line.productIds().size() > MOST_PRODUCT_IDS) {
            out.error(
                    "elements-too-many",
                    "AK403 3",
                    0,
                    "",
                    "A line can have at most ten product ids. Remove some from the partner's profile.");
            return;
        }
        for (ProductId id : line.productIds()) {
            out.id(id.qualifier()).id(id.id());
        }
    }

    private void rounded(AlignedLine line, boolean lost) {
        String message = "The price per unit is not an exact decimal number; it was rounded to "
                + profile.lines().priceDecimals() + " decimals.";
        String shown = SegmentWriter.plain(line.line().price().amount()) + " per "
                + SegmentWriter.plain(line.line().price().per());
        if (lost) {
            out.error(
                    "price-rounded",
                    "",
                    out.elements() + 1,
                    shown,
                    message + " The rounded price would be zero. Allow price bases or more decimals in the profile.");
        } else {
            out.note("price-rounded", out.elements() + 1, shown, message);
        }
    }

    private void follow(AlignedLine aligned, boolean change) {
        out.end();
        OrderLine line = aligned.line();
        if (profile.sends("PO1/CTP") && line.details().discounted()) {
            netPrice(line);
        }
        description(line);
        if (profile.sends("PO1/REF")) {
            header.references(profile.header().lineReferences(), Optional.of(line));
        }
        if (profile.sends("PO1/SAC")) {
            charges.line(aligned);
        }
        if (profile.sends("PO1/FOB")) {
            terms.delivery(line.details().deliveryTerms());
        }
        if (profile.sends("PO1/DTM")) {
            dates(line);
        }
        if (profile.sends("PO1/TD5")) {
            terms.routing(line.details().deliveryMode());
        }
        if (profile.sends("PO1/SCH")) {
            schedule(aligned, change);
        }
        if (profile.sends("PO1/N9")) {
            header.texts(line.details().notes());
        } else {
            header.untold(line.details().notes(), "PO1/N9");
        }
        parties.line(line);
    }

    /** CTP: what a unit costs after the discount. */
    private void netPrice(OrderLine line) {
        if (line.quantity().amount().signum() != 0) {
            BigDecimal net = line.netAmount()
                    .divide(line.quantity().amount(), profile.lines().priceDecimals(), RoundingMode.HALF_UP);
            out.begin("CTP").skip().code("NET").number(net).end();
        }
    }

    private void description(OrderLine line) {
        if (!profile.sends("PO1/PID") || !out.leavesText(line.description())) {
            return;
        }
        List<String> parts = profile.texts().longTexts() == TextRules.LongTexts.SPLIT
                ? out.parts("PID", 5, line.description())
                : List.of(line.description());
        for (String part : parts) {
            out.begin("PID").code("F").skip(3).text(part).end();
        }
    }

    private void dates(OrderLine line) {
        for (DateRule rule : profile.header().dates()) {
            Optional<LocalDate> day = HeaderWriter.day(rule, line);
            if (day.isPresent() && !day.equals(header.day(rule))) {
                header.date(rule, day.get());
            }
        }
    }

    /** A changed line repeats its whole schedule: it may have been divided before and no longer be. */
    private void schedule(AlignedLine aligned, boolean change) {
        Schedule agreed = profile.lines().schedule();
        OrderLine line = aligned.line();
        if (agreed == Schedule.LINES) {
            return;
        }
        for (ScheduledDelivery delivery : line.details().deliveries()) {
            delivery(delivery.quantity(), aligned, delivery.day());
        }
        if (line.details().deliveries().isEmpty() && (change || agreed == Schedule.ALWAYS)) {
            line.requestedDelivery()
                    .or(() -> order.order().requestedDelivery())
                    .ifPresent(day -> delivery(line.quantity().amount(), aligned, day));
        }
    }

    private void delivery(BigDecimal quantity, AlignedLine line, LocalDate day) {
        out.begin("SCH")
                .number(quantity)
                .id(line.unit().code())
                .skip(2)
                .code(DELIVERY_REQUESTED)
                .date(day)
                .end();
    }
}
