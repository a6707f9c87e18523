package io.mlconnector.ports.erp;

import io.mlconnector.domain.words.Problem;
import java.util.List;
import java.util.Objects;

/**
 * The confirmed revisions that F&O lists. A row that cannot be read hides none of the others.
 *
 * @param readable oldest first
 * @param unreadable rows that cannot be read, in any order
 */
public record Confirmations(List<Confirmation> readable, List<UnreadableRow> unreadable) {

    /** None. */
    public static final Confirmations NONE = new Confirmations(List.of(), List.of());

    public Confirmations {
        readable = List.copyOf(readable);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A row that cannot be read.
     *
     * @param fingerprint the same for the same row with the same content; a corrected row has another one
     * @param legalEntity the company as far as the row says it; may be empty
     * @param orderNumber the order as far as the row says it; may be empty
     * @param confirmationNumber the revision as far as the row says it; may be empty
     * @param why what is wrong with it, and what to do
     */
    public record UnreadableRow(
            String fingerprint, String legalEntity, String orderNumber, String confirmationNumber, Problem why) {
        public UnreadableRow {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(legalEntity, "legalEntity");
            Objects.requireNonNull(orderNumber, "orderNumber");
            Objects.requireNonNull(confirmationNumber, "confirmationNumber");
            Objects.requireNonNull(why, "why");
        }
    }
}
