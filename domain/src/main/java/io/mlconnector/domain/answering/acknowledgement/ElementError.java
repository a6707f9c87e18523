package io.mlconnector.domain.answering.acknowledgement;

import java.util.Objects;

/**
 * An element in error (AK4).
 *
 * @param element its position, first = 1
 * @param component position of the component, first = 1; 0 for the element as a whole
 * @param code data element 723, such as {@code 7}
 * @param value the bad value as received; may be empty
 */
public record ElementError(int element, int component, String code, String value) {
    public ElementError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(value, "value");
    }
}
