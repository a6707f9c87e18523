package io.mlconnector.domain.agreement;

import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a partner's invoices are taken and judged.
 *
 * @param folder at the gateway from which they are taken
 * @param afterReceive what becomes of a file when all its documents are settled
 * @param checks tolerances
 * @param acknowledgement how what comes in is answered; empty if it is not
 * @param leniency what the partner is forgiven, and what is filed away
 * @param charges where allowances, charges and taxes go
 * @param advice who tells the partner by an 824 what is wrong with an invoice
 * @param attachments what is attached in F&O to an invoice that was posted
 * @param header what stands on the header of an invoice in F&O beyond what every invoice has there
 */
public record InvoiceAgreement(
        FolderReference folder,
        AfterReceive afterReceive,
        Checks checks,
        Optional<AcknowledgementAgreement> acknowledgement,
        Leniency leniency,
        ChargeTable charges,
        Advice advice,
        Attachments attachments,
        HeaderAgreement header) {

    public InvoiceAgreement {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(afterReceive, "afterReceive");
        Objects.requireNonNull(checks, "checks");
        Objects.requireNonNull(acknowledgement, "acknowledgement");
        Objects.requireNonNull(leniency, "leniency");
        Objects.requireNonNull(charges, "charges");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(attachments, "attachments");
        Objects.requireNonNull(header, "header");
    }

    /** The header has what is usual. */
    public InvoiceAgreement(
            FolderReference folder,
            AfterReceive afterReceive,
            Checks checks,
            Optional<AcknowledgementAgreement> acknowledgement,
            Leniency leniency,
            ChargeTable charges,
            Advice advice,
            Attachments attachments) {
        this(
                folder,
                afterReceive,
                checks,
                acknowledgement,
                leniency,
                charges,
                advice,
                attachments,
                HeaderAgreement.USUAL);
    }

    /** The partner is advised by persons only, and nothing is attached. */
    public InvoiceAgreement(
            FolderReference folder,
            AfterReceive afterReceive,
            Checks checks,
            Optional<AcknowledgementAgreement> acknowledgement,
            Leniency leniency,
            ChargeTable charges) {
        this(folder, afterReceive, checks, acknowledgement, leniency, charges, Advice.ASKED, Attachments.NONE);
    }

    /** Nothing is said of charges. */
    public InvoiceAgreement(
            FolderReference folder,
            AfterReceive afterReceive,
            Checks checks,
            Optional<AcknowledgementAgreement> acknowledgement,
            Leniency leniency) {
        this(folder, afterReceive, checks, acknowledgement, leniency, ChargeTable.NONE);
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

    /** Who tells a partner by an 824 what is wrong with an invoice. */
    public enum Advice {
        /** A person. */
        ASKED,
        /** What is certainly the partner's to correct is told by itself, once. */
        AUTOMATIC
    }

    /** What is attached in F&O to an invoice that was posted. */
    public enum Attachments {
        /** Nothing. */
        NONE,
        /** A note, where there are accepted differences or charges that were not posted. */
        NOTE,
        /** The note, and as files the invoice for a reader, the transaction set as received, and how it was matched. */
        ALL
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

    /** How the quantities of an invoice are matched. */
    public enum Matching {
        /** With the order and with what was received. */
        THREE_WAY,
        /** With the order only. */
        TWO_WAY,
        /** F&O itself compares nothing; here the same as with the order only. */
        NONE
    }

    /** What is done about a difference that one check finds. */
    public enum Level {
        /** Nothing; it is not looked for. */
        OFF,
        /** It stands in the history; the invoice goes on. */
        WARN,
        /** A person decides. */
        HOLD
    }

    /** A check of which the parties may agree what is done about its findings. */
    public enum Check {
        /** The stated total against lines, charges and tax. */
        TOTAL("total", ProblemCode.TOTAL_OUT_OF_BALANCE),
        /** The price against the order's net price. */
        PRICE("price", ProblemCode.PRICE_DIFFERS),
        /** The quantity of this invoice alone against the ordered one. */
        QUANTITY("quantity", ProblemCode.QUANTITY_DIFFERS),
        /** The quantity of all invoices together against the ordered one. */
        INVOICED("invoiced", ProblemCode.INVOICED_BEFORE),
        /** The quantity of all invoices together against what was received. */
        RECEIVED("received", ProblemCode.RECEIVED_LESS),
        /** Whether anything was received at all. */
        UNRECEIVED("unreceived", ProblemCode.NOT_RECEIVED),
        /** What is credited against what was invoiced. */
        CREDIT("credit", ProblemCode.CREDIT_EXCEEDS_INVOICED),
        /** The charges of all invoices together against those that the order carries. */
        CHARGES("charges", ProblemCode.CHARGE_EXCEEDS_ORDER),
        /** The number, and order, amount and day, against other invoices of the vendor. */
        NEAR_DUPLICATE("nearDuplicate", ProblemCode.NEAR_DUPLICATE);

        private final String word;
        private final ProblemCode finds;

        Check(String word, ProblemCode finds) {
            this.word = word;
            this.finds = finds;
        }

        /** As it is written in the configuration. */
        public String word() {
            return word;
        }

        /** The check that finds this problem; empty if it comes from elsewhere. */
        public static Optional<Check> finding(Problem problem) {
            return Stream.of(values()).filter(check -> problem.is(check.finds)).findFirst();
        }
    }

    /**
     * How far an invoice may differ from its order.
     *
     * @param priceTolerance as a fraction of the order's price: 0.02 lets a price be up to 2 % off either way; 0 or more
     * @param quantityTolerance as a fraction of the ordered quantity that may be invoiced on top; 0 or more
     * @param totalTolerance in the invoice's currency, for each line and charge, that the stated total may differ from
     *     the sum of lines, charges and tax; two such amounts are always allowed; 0 or more
     * @param onMismatch what is done beyond that, where {@code levels} says nothing else
     * @param matching how quantities are matched where F&O does not tell it of the order line
     * @param levels what is done about the findings of single checks
     * @param inLegalEntities where other checks apply
     */
    public record Checks(
            BigDecimal priceTolerance,
            BigDecimal quantityTolerance,
            BigDecimal totalTolerance,
            OnMismatch onMismatch,
            Matching matching,
            Map<Check, Level> levels,
            Map<LegalEntity, Checks> inLegalEntities) {

        /** 2 %, 0, 0.01, hold. */
        public static final Checks USUAL =
                new Checks(new BigDecimal("0.02"), BigDecimal.ZERO, new BigDecimal("0.01"), OnMismatch.HOLD);

        public Checks {
            notNegative("priceTolerance", priceTolerance);
            notNegative("quantityTolerance", quantityTolerance);
            notNegative("totalTolerance", totalTolerance);
            Objects.requireNonNull(onMismatch, "onMismatch");
            Objects.requireNonNull(matching, "matching");
            levels = Map.copyOf(levels);
            inLegalEntities = Map.copyOf(inLegalEntities);
        }

        /** Tolerances only: three-way, the usual levels, the same everywhere. */
        public Checks(
                BigDecimal priceTolerance,
                BigDecimal quantityTolerance,
                BigDecimal totalTolerance,
                OnMismatch onMismatch) {
            this(priceTolerance, quantityTolerance, totalTolerance, onMismatch, Matching.THREE_WAY, Map.of(), Map.of());
        }

        /** Those that apply in a legal entity. */
        public Checks in(LegalEntity legalEntity) {
            return inLegalEntities.getOrDefault(legalEntity, this);
        }

        /**
         * What is done about the findings of a check. Unless agreed otherwise goods that are still to be received are told only,
         * because many vendors send the invoice with the goods; so is a credit of something that no invoice bills, because it costs
         * nothing and its invoice may be older than the system; so are charges that the order does not carry, because many orders carry none;
         * and what looks like a duplicate is held, whatever is done about other
         * differences.
         */
        public Level level(Check check) {
            Level byMismatch = onMismatch == OnMismatch.WARN ? Level.WARN : Level.HOLD;
            return levels.getOrDefault(
                    check,
                    switch (check) {
                        case UNRECEIVED, CREDIT, CHARGES -> Level.WARN;
                        case NEAR_DUPLICATE -> Level.HOLD;
                        default -> byMismatch;
                    });
        }

        private static void notNegative(String what, BigDecimal value) {
            if (value.signum() < 0) {
                throw new IllegalArgumentException(what + " is 0 or more, not " + value.toPlainString());
            }
        }
    }
}
