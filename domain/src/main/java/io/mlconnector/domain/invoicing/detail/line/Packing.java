package io.mlconnector.domain.invoicing.detail.line;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How a line is packed (810, segment PO4).
 *
 * @param pack PO401: inner units of an outer one
 * @param size PO402: size of an inner unit
 * @param unit PO403; may be empty
 * @param packaging PO404; may be empty
 * @param innerPacks PO414
 */
public record Packing(
        Optional<BigDecimal> pack,
        Optional<BigDecimal> size,
        String unit,
        String packaging,
        Optional<BigDecimal> innerPacks) {

    public Packing {
        Objects.requireNonNull(pack, "pack");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(packaging, "packaging");
        Objects.requireNonNull(innerPacks, "innerPacks");
    }
}
