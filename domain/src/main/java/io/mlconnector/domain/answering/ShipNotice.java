package io.mlconnector.domain.answering;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a vendor has shipped (856): enough to know it for each order line (reference x12, section 7).
 *
 * @param purpose BSN01, data element 353
 * @param shipmentNumber BSN02
 * @param date BSN03; empty if unreadable
 * @param shipped DTM 011 of the shipment; empty if absent
 * @param expected DTM 017 of the shipment; empty if absent
 * @param carrier TD503 or TD505 of the shipment; may be empty
 * @param billOfLading REF BM of the shipment; may be empty
 * @param lines the items in their order
 */
public record ShipNotice(
        String purpose,
        String shipmentNumber,
        Optional<LocalDate> date,
        Optional<LocalDate> shipped,
        Optional<LocalDate> expected,
        String carrier,
        String billOfLading,
        List<ShippedLine> lines) {
    public ShipNotice {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(shipmentNumber, "shipmentNumber");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(shipped, "shipped");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(carrier, "carrier");
        Objects.requireNonNull(billOfLading, "billOfLading");
        lines = List.copyOf(lines);
    }
}
