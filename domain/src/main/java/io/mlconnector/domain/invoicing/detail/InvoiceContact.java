package io.mlconnector.domain.invoicing.detail;

import java.util.List;
import java.util.Objects;

/**
 * Whom to ask (810, segment PER).
 *
 * @param function PER01, such as {@code AR}; may be empty
 * @param name PER02; may be empty
 * @param lines how to reach him, in their order
 */
public record InvoiceContact(String function, String name, List<InvoiceContact.Line> lines) {

    public InvoiceContact {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(name, "name");
        lines = List.copyOf(lines);
    }

    /**
     * A way to reach a contact.
     *
     * @param kind PER03, such as {@code TE} for a telephone or {@code EM} for an e-mail address; may be empty
     * @param number the number or address
     */
    public record Line(String kind, String number) {
        public Line {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(number, "number");
        }
    }
}
