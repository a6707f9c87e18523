package io.mlconnector.domain.invoicing.detail.line;

import java.util.Objects;

/**
 * A description with a code or for a certain trait (810, segment PID).
 *
 * @param kind PID01: F free, S structured, X both
 * @param characteristic PID02, such as {@code 08} for the product or {@code 74} for the size; may be empty
 * @param code PID04; may be empty
 * @param text PID05; may be empty
 */
public record LineDescription(String kind, String characteristic, String code, String text) {

    public LineDescription {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(characteristic, "characteristic");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }
}
