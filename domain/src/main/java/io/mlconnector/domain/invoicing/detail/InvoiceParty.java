package io.mlconnector.domain.invoicing.detail;

import io.mlconnector.domain.trade.Address;
import java.util.Objects;

/**
 * A party that the invoice names (810, loop N1).
 *
 * @param role N101, such as {@code RI}
 * @param idQualifier N103, such as {@code 92} (assigned by the buyer); may be empty
 * @param address name, id (as {@code code}) and address
 * @param details what else it says; absent in what older versions stored
 */
public record InvoiceParty(String role, String idQualifier, Address address, PartyDetails details) {

    public InvoiceParty {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(idQualifier, "idQualifier");
        Objects.requireNonNull(address, "address");
        details = Objects.requireNonNullElse(details, PartyDetails.NONE);
    }
}
