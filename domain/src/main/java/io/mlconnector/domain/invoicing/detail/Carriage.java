package io.mlconnector.domain.invoicing.detail;

import java.util.Objects;

/**
 * How the goods travelled (810, segment CAD).
 *
 * @param mode CAD01, such as {@code M} for a motor carrier; may be empty
 * @param equipment CAD02 and CAD03 together: the container or trailer; may be empty
 * @param carrier CAD04: SCAC of the carrier; may be empty
 * @param routing CAD05; may be empty
 * @param referenceQualifier CAD07, such as {@code BM} for a bill of lading; may be empty
 * @param reference CAD08; may be empty
 */
public record Carriage(
        String mode, String equipment, String carrier, String routing, String referenceQualifier, String reference) {

    public Carriage {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(equipment, "equipment");
        Objects.requireNonNull(carrier, "carrier");
        Objects.requireNonNull(routing, "routing");
        Objects.requireNonNull(referenceQualifier, "referenceQualifier");
        Objects.requireNonNull(reference, "reference");
    }
}
