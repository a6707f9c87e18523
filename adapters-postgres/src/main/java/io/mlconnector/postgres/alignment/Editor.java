package io.mlconnector.postgres.alignment;

import java.util.Objects;

/**
 * Who changes translations, and why.
 *
 * @param operator name of a person
 * @param reason in the person's words; may be empty
 */
public record Editor(String operator, String reason) {
    public Editor {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(reason, "reason");
    }
}
