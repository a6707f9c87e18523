package io.mlconnector.x12.internal.invoice.detail;

import io.mlconnector.domain.invoicing.detail.InvoiceContact;
import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import io.mlconnector.domain.invoicing.detail.PartyDetails;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.List;
import java.util.Map;

/** A party while its N1 loop is being read. */
public final class PartyDraft {
    private final String role;
    private final String idQualifier;
    private final String id;
    private String name;
    private String street = "";
    private String city = "";
    private String state = "";
    private String postalCode = "";
    private String country = "";
    private List<String> names = List.of();
    private Map<String, String> references = Map.of();
    private List<InvoiceContact> contacts = List.of();

    public PartyDraft(SegmentCursor n1) {
        role = n1.upperCode(1);
        name = n1.stripped(2);
        idQualifier = n1.upperCode(3);
        id = n1.stripped(4);
    }

    public String role() {
        return role;
    }

    /** Takes a segment of the loop; false if it has no place for it. */
    public boolean segment(SegmentCursor segment, String tag) {
        switch (tag) {
            case "N2" -> {
                addName(segment.stripped(1));
                addName(segment.stripped(2));
            }
            case "N3" -> {
                addStreet(segment.stripped(1));
                addStreet(segment.stripped(2));
            }
            case "N4" -> {
                city = segment.stripped(1);
                state = segment.code(2);
                postalCode = segment.code(3);
                country = segment.code(4);
            }
            case "REF" -> reference(segment);
            case "PER" -> contacts = SparseCollections.with(contacts, DetailSegments.contact(segment));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void reference(SegmentCursor ref) {
        if (!ref.isEmpty(1)) {
            String value = ref.stripped(2);
            references =
                    SparseCollections.with(references, ref.upperCode(1), value.isEmpty() ? ref.stripped(3) : value);
        }
    }

    private void addName(String further) {
        if (further.isEmpty()) {
            return;
        }
        if (name.isEmpty()) {
            name = further;
        } else {
            names = SparseCollections.with(names, further);
        }
    }

    private void addStreet(String line) {
        if (!line.isEmpty()) {
            street = street.isEmpty() ? line : street + "\n" + line;
        }
    }

    public InvoiceParty party() {
        boolean plain = names.isEmpty() && references.isEmpty() && contacts.isEmpty();
        return new InvoiceParty(
                role,
                idQualifier,
                new Address(id, name, street, city, state, postalCode, country),
                plain ? PartyDetails.NONE : new PartyDetails(names, references, contacts));
    }
}
