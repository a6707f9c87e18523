package io.mlconnector.ports.erp;

import io.mlconnector.domain.words.Outcome;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one write of a vendor invoice.
 *
 * @param outcome the header reference, or why there is none
 * @param exchange what went over the wire, the last time if it went twice; empty if nothing left this process
 */
public record InvoiceWrite(Outcome<String> outcome, Optional<WireExchange> exchange) {
    public InvoiceWrite {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(exchange, "exchange");
    }
}
