package io.mlconnector.domain.agreement;

import io.mlconnector.domain.interchange.Leniency;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How a partner's invoices are taken and judged.
 *
 * @param folder at the gateway from which they are taken
 * @param afterReceive what becomes of a file when all its documents are settled
 * @param checks tolerances
 * @param acknowledgement how what comes in is answered; empty if it is not
 * @param leniency what the partner is forgiven, and what is filed away
 */
public record InvoiceAgreement(
        FolderReference folder,
        AfterReceive afterReceive,
        Checks checks,
        Optional<AcknowledgementAgreement> acknowledgement,
        Leniency leniency) {

    public InvoiceAgreement {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(afterReceive, "afterReceive");
        Objects.requireNonNull(checks, "checks");
        Objects.requireNonNull(acknowledgement, "acknowledgement");
        Objects.requireNonNull(leniency, "leniency");
    }

    /** Nothing is forgiven. */
    public InvoiceAgreement(
            FolderReference folder,
            AfterReceive afterReceive,
            Checks checks,
            Optional<AcknowledgementAgreement> acknowledgement) {
        this(folder, afterReceive, checks, acknowledgement, Leniency.NONE);
    }

    /** Nothing is answered. */
    public InvoiceAgreement(FolderReference folder, AfterReceive afterReceive, Checks checks) {
        this(folder, afterReceive, checks, Optional.empty());
    }

    /** What becomes of a received file. */
    public enum AfterReceive {
        LEAVE,
        DELETE
    }

    /** What is done when an invoice does not agree with its order. */
    public enum OnMismatch {
        /** A person decides. */
        HOLD,
        /** It is posted all the same; the difference stands in the history. */
        WARN
    }

    /**
     * How far an invoice may differ from its order.
     *
     * @param priceTolerance as a fraction of the order's price: 0.02 lets a price be up to 2 % off either way; 0 or more
     * @param quantityTolerance as a fraction of the ordered quantity that may be invoiced on top; 0 or more
     * @param totalTolerance in the invoice's currency, for each line and charge, that the stated total may differ from
     *     the sum of lines, charges and tax; two such amounts are always allowed; 0 or more
     * @param onMismatch what is done beyond that
     */
    public record Checks(
            BigDecimal priceTolerance, BigDecimal quantityTolerance, BigDecimal totalTolerance, OnMismatch onMismatch) {

        /** 2 %, 0, 0.01, hold. */
        public static final Checks USUAL =
                new Checks(new BigDecimal("0.02"), BigDecimal.ZERO, new BigDecimal("0.01"), OnMismatch.HOLD);

        public Checks {
            notNegative("priceTolerance", priceTolerance);
            notNegative("quantityTolerance", quantityTolerance);
            notNegative("totalTolerance", totalTolerance);
            Objects.requireNonNull(onMismatch, "onMismatch");
        }

        private static void notNegative(String what, BigDecimal value) {
            if (value.signum() < 0) {
                throw new IllegalArgumentException(what + " is 0 or more, not " + value.toPlainString());
            }
        }
    }
}
