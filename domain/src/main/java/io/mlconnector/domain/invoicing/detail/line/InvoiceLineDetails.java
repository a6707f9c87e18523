package io.mlconnector.domain.invoicing.detail.line;

import io.mlconnector.domain.invoicing.detail.InformativeCharge;
import io.mlconnector.domain.invoicing.detail.InvoiceContact;
import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a line says for the eyes of a clerk or a rule of a partner, beyond what is checked and posted.
 *
 * @param priceBasis IT105 as sent; may be empty
 * @param descriptions those that have a code or are for a certain trait; plain texts are the description of the line
 * @param references REF01 and REF02, first of each kind
 * @param dates DTM01 and DTM02, first of each kind
 * @param prices in their order
 * @param quantities in their order
 * @param subLines in their order
 * @param parties the N1 loops of the line
 * @param packing the first PO4
 * @param contacts in their order
 * @param informative allowances and charges of the line that do not count
 * @param others segments that have no place above, as sent, elements separated by {@code *}
 */
public record InvoiceLineDetails(
        String priceBasis,
        List<LineDescription> descriptions,
        Map<String, String> references,
        Map<String, LocalDate> dates,
        List<LinePrice> prices,
        List<LineQuantity> quantities,
        List<SubLine> subLines,
        List<InvoiceParty> parties,
        Optional<Packing> packing,
        List<InvoiceContact> contacts,
        List<InformativeCharge> informative,
        List<String> others) {
    /** Nothing. */
    public static final InvoiceLineDetails NONE = new InvoiceLineDetails(
            "",
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    public InvoiceLineDetails {
        Objects.requireNonNull(priceBasis, "priceBasis");
        descriptions = List.copyOf(descriptions);
        references = Map.copyOf(references);
        dates = Map.copyOf(dates);
        prices = List.copyOf(prices);
        quantities = List.copyOf(quantities);
        subLines = List.copyOf(subLines);
        parties = List.copyOf(parties);
        Objects.requireNonNull(packing, "packing");
        contacts = List.copyOf(contacts);
        informative = List.copyOf(informative);
        others = List.copyOf(others);
    }
}
