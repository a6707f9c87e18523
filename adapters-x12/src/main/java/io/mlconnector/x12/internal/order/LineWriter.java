package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.LineChange;
import io.mlconnector.domain.ordering.OrderLine;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Writes PO1 and POC loops (reference x12, sections 3 and 4). */
final class LineWriter {
    private static final int MOST_PRODUCT_IDS = 10;

    private final SegmentWriter out;
    private final PartyWriter parties;
    private final AlignedOrder order;

    LineWriter(SegmentWriter out, PartyWriter parties, AlignedOrder order) {
        this.out = out;
        this.parties = parties;
        this.order = order;
    }

    /** A line of an 850. */
    void ordered(AlignedLine line) {
        out.begin("PO1").id(Long.toString(line.line().number()));
        out.number(line.line().quantity().amount()).id(line.unit().code());
        priced(line);
        follow(line);
    }

    /**
     * A changed line of an 860. What is left to receive (POC04) is not known here, except that of a cancelled line
     * nothing is.
     */
    void changed(LineChange change) {
        out.begin("POC")
                .id(Long.toString(change.line().line().number()))
                .code(change.kind().code())
                .number(change.quantity());
        if (change.kind() == LineChange.Kind.CANCELLED) {
            out.number(BigDecimal.ZERO);
        } else {
            out.skip();
        }
        unit(change.line());
        priced(change.line());
        follow(change.line());
    }

    /** POC05 is a composite; a unit alone is its first component. */
    private void unit(AlignedLine line) {
        String unit = line.unit().code();
        if (unit.length() != 2) {
            out.problem(
                    "element-too-long", Severity.ERROR, "AK403 5", 5, unit, "A unit of measure has two characters.");
        }
        out.id(unit);
    }

    private void priced(AlignedLine line) {
        WirePrice price = WirePrice.of(line.line().price());
        boolean lost =
                price.amount().signum() == 0 && line.line().price().amount().signum() != 0;
        if (price.rounded()) {
            out.problem(
                    "price-rounded",
                    lost ? Severity.ERROR : Severity.NOTE,
                    "",
                    out.elements() + 1,
                    SegmentWriter.plain(line.line().price().amount()) + " per "
                            + SegmentWriter.plain(line.line().price().per()),
                    "The price of one unit does not come out even; it was rounded to six decimals.");
        }
        out.number(price.amount()).code(price.basis());
        if (line.productIds().size() > MOST_PRODUCT_IDS) {
            out.problem("elements-too-many", Severity.ERROR, "AK403 3", 0, "", "A line has at most ten product ids.");
            return;
        }
        for (ProductId id : line.productIds()) {
            out.id(id.qualifier()).id(id.id());
        }
    }

    private void follow(AlignedLine aligned) {
        out.end();
        OrderLine line = aligned.line();
        if (out.leavesText(line.description())) {
            out.begin("PID").code("F").skip(3).text(line.description()).end();
        }
        Optional<LocalDate> delivery = line.requestedDelivery();
        if (delivery.isPresent() && !delivery.equals(order.order().requestedDelivery())) {
            out.begin("DTM")
                    .code(HeaderWriter.DELIVERY_REQUESTED)
                    .date(delivery.get())
                    .end();
        }
        line.deliveryAddress()
                .filter(address -> !address.isEmpty())
                .filter(address -> !Optional.of(address).equals(order.order().deliveryAddress()))
                .ifPresent(address -> parties.place("ST", address, HeaderWriter.ourName(order)));
    }
}
