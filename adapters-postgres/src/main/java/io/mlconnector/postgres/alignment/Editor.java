package io.mlconnector.postgres.alignment;

import java.util.Objects;

/**
 * Who changes translations, and why.
 *
 * @param operator name of a person
 * @param reason in the person's words; may be empty
 * @param unchecked whether F&O was not asked, because the person wanted it so; stands in the history
 */
public record Editor(String operator, String reason, boolean unchecked) {
    public Editor {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(reason, "reason");
    }

    /** After F&O was asked where it had to be. */
    public Editor(String operator, String reason) {
        this(operator, reason, false);
    }
}
