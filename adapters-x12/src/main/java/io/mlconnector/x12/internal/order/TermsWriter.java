package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.agreement.CodeTables;
import io.mlconnector.domain.agreement.SegmentText;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.x12.internal.order.segment.AgreedSegment;
import io.mlconnector.x12.internal.order.segment.SegmentWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes terms of payment, of delivery and the way that goods travel: ITD, FOB and TD5 (reference x12, section 10). */
final class TermsWriter {
    private static final Pattern NET = Pattern.compile("(?i)(?:net|n)\\s*0*([1-9]\\d{0,2})(?:\\s*d(?:ays?)?)?");
    private static final int PERCENT_DIGITS = 6;

    private final SegmentWriter out;
    private final AgreedSegment agreed;
    private final CodeTables codes;
    private final PurchaseOrder order;

    TermsWriter(SegmentWriter out, CodeTables codes, PurchaseOrder order) {
        this.out = out;
        this.agreed = new AgreedSegment(out, codes);
        this.codes = codes;
        this.order = order;
    }

    /** FOB. */
    void delivery() {
        delivery(order.deliveryTerms());
    }

    /** FOB of a line that has terms of its own. */
    void delivery(String terms) {
        String code = terms.strip();
        if (!code.isEmpty()) {
            agreed.find(codes.deliveryTerms(), "FOB", "terms of delivery", code)
                    .ifPresent(text -> agreed.write("FOB", text, code, code));
        }
    }

    /** TD5. */
    void routing() {
        OrderDetails details = order.details();
        String carrier = details.shippingCarrier().strip();
        String code = details.deliveryMode().isBlank()
                ? carrier
                : details.deliveryMode().strip();
        if (!code.isEmpty()) {
            agreed.find(codes.deliveryModes(), "TD5", "modes of delivery", code)
                    .ifPresent(text -> agreed.write("TD5", text, code, carrier.isEmpty() ? code : carrier));
        }
    }

    /** TD5 of a line that goes its own way. */
    void routing(String mode) {
        String code = mode.strip();
        if (!code.isEmpty()) {
            agreed.find(codes.deliveryModes(), "TD5", "modes of delivery", code)
                    .ifPresent(text -> agreed.write("TD5", text, code, code));
        }
    }

    /** ITD. */
    void payment() {
        Map<Integer, String> elements = new TreeMap<>();
        String code = order.paymentTerms().strip();
        if (!code.isEmpty()) {
            terms(code).ifPresent(text -> elements.putAll(text.elements()));
        }
        String discount = order.details().cashDiscount().strip();
        if (!discount.isEmpty()) {
            agreed.find(codes.cashDiscounts(), "ITD", "cash discounts", discount)
                    .ifPresent(text -> elements.putAll(text.elements()));
            discountPercentage(elements, discount);
        }
        agreed.write("ITD", new SegmentText(elements), code, code);
    }

    /** Percents without their days (ITD04, ITD05 or ITD13) would break the standard's condition L03040513. */
    private void discountPercentage(Map<Integer, String> elements, String code) {
        var percentage = order.details().cashDiscountPercentage();
        boolean days = elements.containsKey(4) || elements.containsKey(5) || elements.containsKey(13);
        if (elements.containsKey(3) || percentage.signum() <= 0) {
            return;
        }
        if (days && SegmentWriter.fits(percentage, PERCENT_DIGITS)) {
            elements.put(3, SegmentWriter.plain(percentage));
        } else {
            out.note(
                    "discount-left-out",
                    0,
                    code,
                    "The cash discount " + code
                            + " was left out: the partner's profile does not state within how many days it"
                            + " is granted (codes.cashDiscounts, ITD05).");
        }
    }

    private Optional<SegmentText> terms(String code) {
        Optional<SegmentText> agreedOn = CodeTables.find(codes.paymentTerms(), code);
        if (agreedOn.isPresent()) {
            return agreedOn;
        }
        Matcher net = NET.matcher(code);
        if (codes.netFromName() && net.matches()) {
            boolean discounted = !order.details().cashDiscount().isBlank();
            return Optional.of(new SegmentText(Map.of(1, discounted ? "01" : "05", 2, "3", 7, net.group(1))));
        }
        agreed.unmapped("ITD", "terms of payment", code);
        return Optional.empty();
    }
}
