package io.mlconnector.domain.invoicing.detail;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What was shipped in all (810, segment ISS).
 *
 * @param units ISS01
 * @param unit ISS02; may be empty
 * @param weight ISS03
 * @param weightUnit ISS04; may be empty
 * @param volume ISS05
 * @param volumeUnit ISS06; may be empty
 */
public record ShipmentTotal(
        Optional<BigDecimal> units,
        String unit,
        Optional<BigDecimal> weight,
        String weightUnit,
        Optional<BigDecimal> volume,
        String volumeUnit) {

    public ShipmentTotal {
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(weightUnit, "weightUnit");
        Objects.requireNonNull(volume, "volume");
        Objects.requireNonNull(volumeUnit, "volumeUnit");
    }
}
