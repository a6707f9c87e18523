package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.agreement.HeaderRules.PartyRule;
import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PlaceNumbers;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.x12.internal.order.segment.SegmentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes N1 loops (reference x12, sections 3 and 10). */
final class PartyWriter {
    private static final int SHORTEST_CODE = 2;

    /** N103: DUNS number, DUNS number with four more characters. */
    private static final Set<String> DUNS = Set.of("1", "9");

    private static final int DUNS_LENGTH = 9;

    private static final int STREET_LINES = 4;
    private static final int MORE_NAMES = 2;

    private final SegmentWriter out;
    private final WritingProfile profile;
    private final AlignedOrder order;

    PartyWriter(SegmentWriter out, WritingProfile profile, AlignedOrder order) {
        this.out = out;
        this.profile = profile;
        this.order = order;
    }

    /** All parties of the header. */
    void header() {
        PurchaseOrder purchase = order.order();
        for (PartyRule rule : profile.header().parties()) {
            switch (rule.who()) {
                case DELIVERY ->
                    place(rule, purchase.deliveryAddress(), purchase.details().place());
                case INVOICE_ADDRESS -> place(rule, purchase.details().invoiceAddress(), PlaceNumbers.NONE);
                case US -> us(rule);
                case VENDOR -> vendor(rule, purchase.vendor().number());
                case INVOICE_VENDOR -> vendor(rule, purchase.invoiceVendor().number());
            }
        }
    }

    /** The delivery address of a line, if it differs from the header's. */
    void line(OrderLine line) {
        if (!profile.sends("PO1/N1")
                || line.deliveryAddress().isEmpty()
                || line.deliveryAddress().equals(order.order().deliveryAddress())) {
            return;
        }
        for (PartyRule rule : profile.header().parties()) {
            if (rule.who() == PartyRule.Who.DELIVERY) {
                place(rule, line.deliveryAddress(), line.details().place());
            }
        }
    }

    private String ourName() {
        return order.ourName().isBlank() ? ourCode() : order.ourName();
    }

    private String ourCode() {
        return order.order().key().legalEntity().id().toUpperCase(Locale.ROOT);
    }

    /** By our DUNS number where there is one, unless the rule names us itself. A DUNS number that is not known is no code of ours. */
    private void us(PartyRule rule) {
        Optional<String> duns = profile.header()
                .ourDuns(order.order().key().legalEntity())
                .filter(number -> rule.id().isEmpty());
        if (duns.isEmpty()) {
            named(rule, ourName(), DUNS.contains(rule.idQualifier()) ? "" : ourCode());
            return;
        }
        String qualifier = duns.get().length() == DUNS_LENGTH ? "1" : "9";
        named(new PartyRule(rule.role(), rule.who(), rule.name(), qualifier, duns), ourName(), duns.get());
    }

    private void vendor(PartyRule rule, String account) {
        named(rule, order.partnerName().isBlank() ? account : order.partnerName(), account);
    }

    /** A DUNS number stands for our code where the rule's qualifier says that N104 is one. */
    private void place(PartyRule rule, Optional<Address> found, PlaceNumbers numbers) {
        if (found.isEmpty() || found.get().isEmpty()) {
            return;
        }
        Address address = found.get();
        boolean duns = DUNS.contains(rule.idQualifier());
        String code = (duns ? numbers.duns() : address.code()).strip();
        boolean named = out.leavesText(address.name()) || code.length() >= SHORTEST_CODE;
        named(rule, named ? address.name() : ourName(), code);
        if (profile.sends("N3")) {
            street(address.street());
        }
        if (profile.sends("N4")) {
            out.begin("N4")
                    .text(address.city())
                    .whole(address.state())
                    .whole(address.postalCode())
                    .whole(address.country())
                    .end();
        }
    }

    private void street(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().filter(out::leavesText).forEach(line -> {
            if (profile.texts().longTexts() == TextRules.LongTexts.SPLIT) {
                lines.addAll(out.parts("N3", 1, line));
            } else {
                lines.add(line.strip());
            }
        });
        for (int i = 0; i < Math.min(lines.size(), STREET_LINES); i += 2) {
            out.begin("N3").text(lines.get(i));
            if (i + 1 < lines.size()) {
                out.text(
                        i + 2 == STREET_LINES
                                ? String.join(" ", lines.subList(i + 1, lines.size()))
                                : lines.get(i + 1));
            }
            out.end();
        }
    }

    private void named(PartyRule rule, String ownName, String ownCode) {
        String name = rule.name().orElse(ownName);
        String code = rule.id().orElse(ownCode);
        List<String> names =
                profile.texts().longTexts() == TextRules.LongTexts.SPLIT ? out.parts("N1", 2, name) : List.of(name);
        out.begin("N1").id(rule.role()).text(names.isEmpty() ? "" : names.get(0));
        if (code.length() >= SHORTEST_CODE) {
            out.id(rule.idQualifier()).id(code);
        } else if (!code.isEmpty()) {
            out.note("text-left-out", 4, code, "The code was left out: it needs at least two characters.");
        }
        out.end();
        if (names.size() > 1) {
            out.begin("N2").text(names.get(1));
            if (names.size() > MORE_NAMES) {
                out.text(String.join(" ", names.subList(MORE_NAMES, names.size())));
            }
            out.end();
        }
    }
}
