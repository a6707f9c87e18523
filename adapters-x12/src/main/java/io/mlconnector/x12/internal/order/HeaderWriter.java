package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.agreement.HeaderRules.DateRule;
import io.mlconnector.domain.agreement.HeaderRules.ReferenceRule;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.x12.internal.order.segment.SegmentWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what 850 and 860 have in common before their lines (reference x12, sections 3 and 4). */
final class HeaderWriter {
    /** PER04 in release 004010. */
    private static final int LONGEST_ADDRESS = 80;

    private static final String TAX_IN_PRICES = "PRICES INCLUDE SALES TAX";

    private final SegmentWriter out;
    private final WritingProfile profile;
    private final AlignedOrder order;
    private final PurchaseOrder purchase;
    private final Release release;

    HeaderWriter(SegmentWriter out, WritingProfile profile, AlignedOrder order, Release release) {
        this.out = out;
        this.profile = profile;
        this.order = order;
        this.purchase = order.order();
        this.release = release;
    }

    /** From CUR to the N1 loops. */
    void write(ChargeWriter charges) {
        TermsWriter terms = new TermsWriter(out, profile.codes(), purchase);
        if (profile.sends("CUR")) {
            out.begin("CUR").code("BY").id(purchase.currency().code()).end();
        }
        if (profile.sends("REF")) {
            references(profile.header().references(), Optional.empty());
        }
        if (profile.sends("PER")) {
            contact();
        }
        if (profile.sends("FOB")) {
            terms.delivery();
        }
        if (profile.sends("SAC")) {
            charges.header();
        }
        if (profile.sends("ITD")) {
            terms.payment();
        }
        if (profile.sends("DTM")) {
            for (DateRule rule : profile.header().dates()) {
                day(rule).ifPresent(day -> date(rule, day));
            }
        }
        if (profile.sends("TD5")) {
            terms.routing();
        }
        if (profile.sends("N9")) {
            notes();
        } else {
            untold(purchase.details().notes(), "N9");
        }
        if (!profile.sends("N9") && purchase.details().pricesIncludeTax()) {
            out.note(
                    "tax-in-prices",
                    0,
                    "",
                    "The prices include sales tax, and no text says so: the partner's profile leaves N9 out.");
        }
        new PartyWriter(out, profile, order).header();
    }

    /** REF segments of the header or of a line. */
    void references(List<ReferenceRule> rules, Optional<OrderLine> line) {
        for (ReferenceRule rule : rules) {
            String value = value(rule, line);
            if (!value.isBlank()) {
                out.begin("REF").id(rule.qualifier()).id(value).end();
            }
        }
    }

    private String value(ReferenceRule rule, Optional<OrderLine> line) {
        return switch (rule.fact()) {
            case CONSTANT -> rule.constant();
            case VENDOR_ACCOUNT -> purchase.vendor().number();
            case INVOICE_VENDOR_ACCOUNT -> purchase.invoiceVendor().number();
            case VENDOR_REFERENCE -> purchase.vendorReference();
            case ORDER_NUMBER -> purchase.key().orderNumber();
            case CONFIRMATION_NUMBER -> purchase.key().confirmationNumber();
            case LEGAL_ENTITY -> purchase.key().legalEntity().id();
            case POOL -> purchase.details().pool();
            case PROJECT -> purchase.details().project();
            case BUYER_GROUP -> purchase.details().buyerGroup();
            case DELIVERY_LOCATION ->
                line.map(of -> of.details().place())
                        .orElse(purchase.details().place())
                        .location();
            case DELIVERY_DUNS ->
                line.map(of -> of.details().place())
                        .orElse(purchase.details().place())
                        .duns();
            case CUSTOMER_REFERENCE ->
                line.map(of -> of.details().customerReference()).orElse("");
            case REQUISITION -> line.map(of -> of.details().requisition()).orElse("");
        };
    }

    private void contact() {
        String buyer = purchase.buyer().strip();
        String email = purchase.details().email().strip();
        boolean buyerIsAddress = address(buyer);
        String reachable = buyerIsAddress ? buyer : address(email) ? email : "";
        String name = buyerIsAddress ? "" : buyer;
        if (!out.leavesText(name) && reachable.isEmpty()) {
            return;
        }
        out.begin("PER").code("BD").text(name);
        if (!reachable.isEmpty()) {
            out.code("EM").text(reachable);
        }
        out.end();
    }

    /** An e-mail address must be sent unaltered or not at all. */
    private boolean address(String text) {
        return text.contains("@") && !text.contains(" ") && out.takesWhole(text, LONGEST_ADDRESS);
    }

    /** The day of the header. */
    Optional<LocalDate> day(DateRule rule) {
        Optional<LocalDate> day = switch (rule.day()) {
            case REQUESTED_DELIVERY -> purchase.requestedDelivery();
            case REQUESTED_SHIP -> purchase.details().requestedShip();
            case CONFIRMED_DELIVERY -> purchase.details().confirmedDelivery();
            case CONFIRMED_SHIP -> purchase.details().confirmedShip();
            case ORDERED -> Optional.of(purchase.orderDate());
            case CONFIRMED -> Optional.of(purchase.confirmationDate());
        };
        return day.map(found -> found.plusDays(rule.plus()));
    }

    /** The day of a line; empty if it names none. */
    static Optional<LocalDate> day(DateRule rule, OrderLine line) {
        Optional<LocalDate> day = switch (rule.day()) {
            case REQUESTED_DELIVERY -> line.requestedDelivery();
            case REQUESTED_SHIP -> line.details().requestedShip();
            case CONFIRMED_DELIVERY -> line.details().confirmedDelivery();
            case CONFIRMED_SHIP -> line.details().confirmedShip();
            case ORDERED, CONFIRMED -> Optional.empty();
        };
        return day.map(found -> found.plusDays(rule.plus()));
    }

    /** DTM. */
    void date(DateRule rule, LocalDate day) {
        out.begin("DTM").id(rule.qualifier()).date(day).end();
    }

    private void notes() {
        List<String> all = new ArrayList<>(purchase.details().notes());
        if (purchase.details().pricesIncludeTax()) {
            all.add(TAX_IN_PRICES);
        }
        all.addAll(profile.header().notes());
        texts(all);
    }

    /** Texts of an order that the partner does not get: whoever wrote them should know. */
    void untold(List<String> notes, String part) {
        if (!notes.isEmpty()) {
            out.note(
                    "notes-left-out",
                    0,
                    "",
                    "F&O has " + notes.size() + (notes.size() == 1 ? " text" : " texts")
                            + " for the vendor, which the partner's profile leaves out (" + part + ").");
        }
    }

    /** N9 with these texts. Release 004010 has MSG where 005010 has MTX. */
    void texts(List<String> all) {
        List<String> parts = new ArrayList<>();
        boolean older = release == Release.R004010;
        for (String note : all) {
            parts.addAll(older ? out.parts("MSG", 1, note) : out.parts("MTX", 2, note));
        }
        if (parts.isEmpty()) {
            return;
        }
        out.begin("N9").code("ZZ").code("NOTES").end();
        for (String part : parts) {
            if (older) {
                out.begin("MSG").text(part).end();
            } else {
                out.begin("MTX").skip().text(part).end();
            }
        }
    }
}
