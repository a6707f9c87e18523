package io.mlconnector.verification.support;

import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.Partner;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Order PO-7 of item A-1 at 10.00, received whole, and invoices that bill ten pieces of it. */
public final class BilledOrder {

    private final World world;

    private BilledOrder(World world) {
        this.world = world;
    }

    /** Places the order and receives it. */
    public static BilledOrder of(World world, int quantity) {
        world.twin()
                .dynamics()
                .masterData()
                .addProduct(new Product("usmf", "A-1", "A-1", "ea", BigDecimal.TEN, BigDecimal.ONE));
        world.twin()
                .dynamics()
                .addPurchaseOrder(PurchaseOrder.withoutCharges(
                        "usmf",
                        "PO-7",
                        "1001",
                        "USD",
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 20),
                        List.of(PurchaseOrderLine.of(1, "A-1", "A-1", Integer.toString(quantity), "ea", "10.00")),
                        Map.of()));
        world.twin().dynamics().receiveIn("usmf", "PO-7", 1, BigDecimal.valueOf(quantity), "", "PR-7");
        return new BilledOrder(world);
    }

    /**
     * A partner sends an invoice.
     *
     * @param number of the interchange, and in the name of the file
     * @param from id of the partner
     * @param big the segment BIG
     * @param price of a piece
     * @param total in cents
     */
    public void bill(int number, String from, String big, String price, String total) {
        billIn("EA", number, from, big, price, total);
    }

    /** The same in another unit. */
    public void billIn(String unit, int number, String from, String big, String price, String total) {
        Partner partner = world.twin().scenario().partner(from).orElseThrow();
        boolean newer = partner.version().equals("005010");
        String control = String.format(Locale.ROOT, "%09d", 910_000 + number);
        String text = "ISA*00*          *00*          *" + partner.them().qualifier() + "*"
                + String.format("%-15s", partner.them().id()) + "*"
                + partner.us().qualifier() + "*"
                + String.format("%-15s", partner.us().id()) + "*260311*0800*" + (newer ? "^*00501" : "U*00401") + "*"
                + control + "*0*P*>~GS*IN*" + partner.them().group() + "*"
                + partner.us().group() + "*20260311*0800*"
                + number + "*X*" + partner.version() + "~ST*810*0001~" + big + "~IT1*1*10*" + unit + "*" + price
                + "**BP*A-1~TDS*" + total + "~CTT*1~SE*6*0001~GE*1*" + number + "~IEA*1*" + control + "~";
        world.twin().put(partner.downloadFolder(), "billed-" + number + ".edi", Buffer.buffer(text));
    }
}
