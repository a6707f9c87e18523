package io.mlconnector.domain.invoicing.detail;

import java.util.Objects;

/**
 * Who pays the freight (810, segment FOB).
 *
 * @param payment FOB01, such as {@code PP} for prepaid by the seller
 * @param placeQualifier FOB02; may be empty
 * @param place FOB03; may be empty
 * @param incoterm FOB05, such as {@code EXW}; may be empty
 */
public record FreightTerms(String payment, String placeQualifier, String place, String incoterm) {

    public FreightTerms {
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(placeQualifier, "placeQualifier");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(incoterm, "incoterm");
    }
}
