package io.mlconnector.domain.invoicing.detail;

import java.util.List;
import java.util.Map;

/**
 * What a party says beyond its name and address (810, segments N2, REF and PER of a loop N1).
 *
 * @param names further names, in their order
 * @param references REF01 and REF02, first of each kind
 * @param contacts in their order
 */
public record PartyDetails(List<String> names, Map<String, String> references, List<InvoiceContact> contacts) {
    /** Nothing. */
    public static final PartyDetails NONE = new PartyDetails(List.of(), Map.of(), List.of());

    public PartyDetails {
        names = List.copyOf(names);
        references = Map.copyOf(references);
        contacts = List.copyOf(contacts);
    }
}
