package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.PurchaseOrder;
import java.util.Locale;

/** Writes what 850 and 860 have in common before their lines (reference x12, section 3, the minimum we send). */
final class HeaderWriter {
    /** Data element 374: delivery requested. */
    static final String DELIVERY_REQUESTED = "002";

    /** PER04 in release 004010. */
    private static final int LONGEST_ADDRESS = 80;

    private final SegmentWriter out;
    private final PartyWriter parties;

    HeaderWriter(SegmentWriter out, PartyWriter parties) {
        this.out = out;
        this.parties = parties;
    }

    /** Our name, or the short name of the legal entity if there is none. */
    static String ourName(AlignedOrder order) {
        return order.ourName().isBlank() ? ourCode(order) : order.ourName();
    }

    private static String ourCode(AlignedOrder order) {
        return order.order().key().legalEntity().id().toUpperCase(Locale.ROOT);
    }

    /** From CUR to the N1 loops. */
    void write(AlignedOrder order) {
        PurchaseOrder purchase = order.order();
        out.begin("CUR").code("BY").id(purchase.currency().code()).end();
        out.begin("REF").code("IA").id(purchase.vendor().number()).end();
        contact(purchase.buyer().strip());
        purchase.requestedDelivery()
                .ifPresent(date ->
                        out.begin("DTM").code(DELIVERY_REQUESTED).date(date).end());
        purchase.deliveryAddress()
                .filter(address -> !address.isEmpty())
                .ifPresent(address -> parties.place("ST", address, ourName(order)));
        parties.named("BY", ourName(order), ourCode(order));
        parties.named("BT", ourName(order), ourCode(order));
        String vendor = purchase.vendor().number();
        parties.named("VN", order.partnerName().isBlank() ? vendor : order.partnerName(), vendor);
    }

    private void contact(String buyer) {
        if (!out.leavesText(buyer)) {
            return;
        }
        out.begin("PER").code("BD");
        if (buyer.contains("@") && !buyer.contains(" ") && buyer.length() <= LONGEST_ADDRESS) {
            out.skip().code("EM").text(buyer);
        } else {
            out.text(buyer);
        }
        out.end();
    }
}
