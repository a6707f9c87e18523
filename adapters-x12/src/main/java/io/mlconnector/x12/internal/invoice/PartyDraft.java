package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.invoicing.InvoiceParty;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A party while its N1 loop is being read. */
final class PartyDraft {
    private final String role;
    private final String idQualifier;
    private final String id;
    private final List<String> street = new ArrayList<>();
    private String name;
    private String city = "";
    private String state = "";
    private String postalCode = "";
    private String country = "";

    PartyDraft(SegmentCursor n1) {
        role = n1.code(1).toUpperCase(Locale.ROOT);
        name = n1.text(2).strip();
        idQualifier = n1.code(3).toUpperCase(Locale.ROOT);
        id = n1.code(4);
    }

    String role() {
        return role;
    }

    void segment(SegmentCursor segment, String tag) {
        switch (tag) {
            case "N2" -> name = name.isEmpty() ? segment.text(1).strip() : name;
            case "N3" -> {
                addStreet(segment.text(1).strip());
                addStreet(segment.text(2).strip());
            }
            case "N4" -> {
                city = segment.text(1).strip();
                state = segment.code(2);
                postalCode = segment.code(3);
                country = segment.code(4);
            }
            default -> {}
        }
    }

    private void addStreet(String line) {
        if (!line.isEmpty()) {
            street.add(line);
        }
    }

    InvoiceParty party() {
        return new InvoiceParty(
                role, idQualifier, new Address(id, name, String.join("\n", street), city, state, postalCode, country));
    }
}
