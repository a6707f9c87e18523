package io.mlconnector.domain.invoicing.detail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an 810 says for the eyes of a clerk or a rule of a partner, beyond what is checked and posted. Numbers are as
 * sent; one that cannot be read is left out and told as a problem.
 *
 * @param transactionType BIG07 as sent, such as {@code DI}; may be empty
 * @param releaseNumber BIG05; may be empty
 * @param secondNumber BIG10: another invoice number, often of the invoice that is credited; may be empty
 * @param notes in their order
 * @param contacts in their order
 * @param terms in their order
 * @param dates DTM01 and DTM02, first of each kind
 * @param freight the first FOB
 * @param carriage the first CAD
 * @param amounts AMT01 and AMT02, first of each kind
 * @param shipped in their order
 * @param discountable TDS02: the part of the total that a terms discount is taken from
 * @param discountedTotal TDS03: what is due if it is paid in time
 * @param termsDiscount TDS04
 * @param informative allowances and charges of the whole invoice that do not count
 * @param others segments that have no place above, as sent, elements separated by {@code *}; at most 200 for the whole
 *     invoice
 */
public record InvoiceDetails(
        String transactionType,
        String releaseNumber,
        String secondNumber,
        List<InvoiceNote> notes,
        List<InvoiceContact> contacts,
        List<PaymentTerms> terms,
        Map<String, LocalDate> dates,
        Optional<FreightTerms> freight,
        Optional<Carriage> carriage,
        Map<String, BigDecimal> amounts,
        List<ShipmentTotal> shipped,
        Optional<BigDecimal> discountable,
        Optional<BigDecimal> discountedTotal,
        Optional<BigDecimal> termsDiscount,
        List<InformativeCharge> informative,
        List<String> others) {
    /** Nothing. */
    public static final InvoiceDetails NONE = new InvoiceDetails(
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    public InvoiceDetails {
        Objects.requireNonNull(transactionType, "transactionType");
        Objects.requireNonNull(releaseNumber, "releaseNumber");
        Objects.requireNonNull(secondNumber, "secondNumber");
        notes = List.copyOf(notes);
        contacts = List.copyOf(contacts);
        terms = List.copyOf(terms);
        dates = Map.copyOf(dates);
        Objects.requireNonNull(freight, "freight");
        Objects.requireNonNull(carriage, "carriage");
        amounts = Map.copyOf(amounts);
        shipped = List.copyOf(shipped);
        Objects.requireNonNull(discountable, "discountable");
        Objects.requireNonNull(discountedTotal, "discountedTotal");
        Objects.requireNonNull(termsDiscount, "termsDiscount");
        informative = List.copyOf(informative);
        others = List.copyOf(others);
    }
}
