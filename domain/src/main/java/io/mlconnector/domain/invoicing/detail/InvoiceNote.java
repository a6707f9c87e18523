package io.mlconnector.domain.invoicing.detail;

import java.util.Objects;

/**
 * A remark for a reader (810, segments NTE, N9 and MSG).
 *
 * @param qualifier NTE01 or N901, such as {@code GEN}; may be empty
 * @param text never blank
 */
public record InvoiceNote(String qualifier, String text) {

    public InvoiceNote {
        Objects.requireNonNull(qualifier, "qualifier");
        Objects.requireNonNull(text, "text");
    }
}
