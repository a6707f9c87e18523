package io.mlconnector.domain.ordering;

import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Numbers of revisions where F&O shows no confirmations, only orders in their present state: what an order says stands for the number
 * of its confirmation. The same content is the same revision, other content is another one. The number has no digits before its
 * counter, so that {@link ConfirmationOrder} never takes two of them for numbers that were counted: revisions of this kind follow each
 * other as they were found.
 */
public final class ContentRevision {

    private static final String PREFIX = "CONTENT-";

    /** 48 bits: revisions of one order are told apart. */
    private static final int BYTES = 6;

    private static final String END = "\u001f";

    private ContentRevision() {}

    /**
     * A revision of the order that entered the journal.
     *
     * @param confirmationNumber its number
     * @param overtaken whether it was settled unsent because the order said something else by the time it was read
     */
    public record Entered(String confirmationNumber, boolean overtaken) {
        public Entered {
            Objects.requireNonNull(confirmationNumber, "confirmationNumber");
        }
    }

    /** The number of what an order says to its vendor, such as {@code CONTENT-KBPAHFLMCEDN}; neither its key nor its day matters. */
    public static String of(PurchaseOrder order) {
        StringBuilder name = new StringBuilder(PREFIX);
        byte[] digest = digest(content(order));
        for (int i = 0; i < BYTES; i++) {
            name.append((char) ('A' + ((digest[i] >> 4) & 15))).append((char) ('A' + (digest[i] & 15)));
        }
        return name.toString();
    }

    /** Whether a number is one of these. */
    public static boolean is(String confirmationNumber) {
        return confirmationNumber.toUpperCase(Locale.ROOT).startsWith(PREFIX);
    }

    /** Whether two numbers stand for the same content, whichever time it is said. */
    public static boolean sameContent(String one, String other) {
        return content(one).equalsIgnoreCase(content(other));
    }

    /**
     * The number under which present content is entered: that of the last revision if it says the same; otherwise a new one, also
     * where the order has come back to what it said before.
     *
     * @param entered every revision of the order, in order of entry
     * @param content number of the present content
     */
    public static String next(List<Entered> entered, String content) {
        if (entered.isEmpty()) {
            return content;
        }
        Entered last = entered.get(entered.size() - 1);
        if (sameContent(last.confirmationNumber(), content) && !last.overtaken()) {
            return last.confirmationNumber();
        }
        long before = entered.stream()
                .filter(one -> sameContent(one.confirmationNumber(), content))
                .count();
        return before == 0 ? content : content + "-" + (before + 1);
    }

    private static String content(String number) {
        int counter = number.indexOf('-', PREFIX.length());
        return is(number) && counter > 0 ? number.substring(0, counter) : number;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** What the vendor promised, totals and the name of the company are not asked of him: see {@link OrderDetails#same}. */
    private static String content(PurchaseOrder order) {
        StringBuilder text = new StringBuilder();
        OrderDetails details = order.details();
        add(
                text,
                order.vendor(),
                order.invoiceVendor(),
                order.currency(),
                order.vendorReference(),
                order.requestedDelivery(),
                order.paymentTerms(),
                order.deliveryTerms(),
                order.buyer(),
                order.deliveryAddress(),
                details.deliveryMode(),
                details.shippingCarrier(),
                details.requestedShip(),
                details.cashDiscount(),
                details.cashDiscountPercentage(),
                details.totalDiscountPercentage(),
                details.email(),
                details.pool(),
                details.project(),
                details.buyerGroup(),
                details.notes(),
                details.pricesIncludeTax(),
                details.invoiceAddress(),
                details.place());
        charges(text, details.charges());
        order.lines().forEach(line -> line(text, line));
        return text.toString();
    }

    private static void line(StringBuilder text, OrderLine line) {
        OrderLineDetails details = line.details();
        add(
                text,
                line.number(),
                line.item(),
                line.category(),
                line.description(),
                line.quantity().amount(),
                line.quantity().unit(),
                line.price().amount(),
                line.price().per(),
                line.netAmount(),
                line.vendorItem(),
                line.barcode(),
                line.requestedDelivery(),
                line.cancelled(),
                line.deliveryAddress(),
                details.discountPercentage(),
                details.discountAmount(),
                details.multilineDiscountPercentage(),
                details.multilineDiscountAmount(),
                details.priceCharges(),
                details.requestedShip(),
                details.customerReference(),
                details.requisition(),
                details.variant(),
                details.variantNumber(),
                details.deliveryMode(),
                details.deliveryTerms(),
                details.notes(),
                details.place());
        details.deliveries().forEach(part -> add(text, part.number(), part.quantity(), part.day()));
        charges(text, details.charges());
    }

    private static void charges(StringBuilder text, List<OrderCharge> charges) {
        charges.forEach(charge -> add(text, charge.code(), charge.category(), charge.value(), charge.description()));
    }

    /** How a number is written does not matter. */
    private static void add(StringBuilder text, Object... values) {
        for (Object value : values) {
            if (value instanceof BigDecimal number) {
                text.append(
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
            } else if (value instanceof Optional<?> some) {
                some.ifPresent(text::append);
            } else if (value instanceof Collection<?> all) {
                text.append(all.size());
                all.forEach(one -> text.append(END).append(one));
            } else {
                text.append(value);
            }
            text.append(END);
        }
    }
}
