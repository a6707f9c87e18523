package io.mlconnector.domain.agreement;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How purchase orders reach a partner.
 *
 * @param format of the file
 * @param folder at the gateway into which the file goes
 * @param changes how a re-confirmed order is told
 * @param onUnknownOutcome what is done when nobody can tell whether an upload arrived
 * @param acknowledgeWithin time in which the partner answers; empty if no answer is expected
 * @param archive where the gateway keeps copies of files that it took out of the folder; empty if nowhere that we may look
 * @param beside folder into which the same order is put as neutral JSON besides, to try that out; empty if nowhere
 */
public record OrderAgreement(
        Format format,
        FolderReference folder,
        Changes changes,
        OnUnknownOutcome onUnknownOutcome,
        Optional<Duration> acknowledgeWithin,
        Optional<FolderReference> archive,
        Optional<FolderReference> beside) {

    private static final String BESIDE = "-json";

    public OrderAgreement {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(onUnknownOutcome, "onUnknownOutcome");
        Objects.requireNonNull(acknowledgeWithin, "acknowledgeWithin");
        Objects.requireNonNull(archive, "archive");
        Objects.requireNonNull(beside, "beside");
    }

    /** Nothing is put beside. */
    public OrderAgreement(
            Format format,
            FolderReference folder,
            Changes changes,
            OnUnknownOutcome onUnknownOutcome,
            Optional<Duration> acknowledgeWithin,
            Optional<FolderReference> archive) {
        this(format, folder, changes, onUnknownOutcome, acknowledgeWithin, archive, Optional.empty());
    }

    /** Nobody keeps copies. */
    public OrderAgreement(
            Format format,
            FolderReference folder,
            Changes changes,
            OnUnknownOutcome onUnknownOutcome,
            Optional<Duration> acknowledgeWithin) {
        this(format, folder, changes, onUnknownOutcome, acknowledgeWithin, Optional.empty());
    }

    /** The same with neutral JSON beside it in this folder. */
    public OrderAgreement with(Optional<FolderReference> newBeside) {
        return new OrderAgreement(format, folder, changes, onUnknownOutcome, acknowledgeWithin, archive, newBeside);
    }

    /**
     * The type of a document that is the neutral form of an order, put beside its X12 form.
     *
     * @param transactionSetId of the X12 form, such as {@code 850}
     */
    public static String typeBeside(String transactionSetId) {
        return transactionSetId + BESIDE;
    }

    /** Whether a document of this type is the neutral form of an order, put beside its X12 form. */
    public static boolean isBeside(String type) {
        return type.endsWith(BESIDE);
    }

    /**
     * How a document of this type reaches the partner: the form beside goes into its own folder, is not answered, and is told as
     * the other one is.
     *
     * @param type of the document, such as {@code 850} or what {@link #typeBeside} makes of it
     * @return empty if nothing is agreed about such documents
     */
    public Optional<OrderAgreement> ofType(String type) {
        return OrderAgreement.isBeside(type)
                ? beside.map(there -> new OrderAgreement(
                        Format.JSON, there, changes, onUnknownOutcome, Optional.empty(), Optional.empty()))
                : Optional.of(this);
    }

    /** What kind of file an order becomes. */
    public enum Format {
        /** An X12 850 or 860. */
        X12,
        /** A neutral JSON file, which Cleo maps. */
        JSON,
        /** The same JSON, posted to an API Provider. */
        API
    }

    /** How a later revision of an order is told. */
    public enum Changes {
        /** An 860 with the differences. */
        CHANGE_ORDER,
        /** An 850 with purpose 05, the whole order. */
        REPLACE,
        /** Not by itself: a person decides. */
        HOLD
    }

    /** What is done when an upload may or may not have arrived and the folder cannot tell. */
    public enum OnUnknownOutcome {
        /** A person decides. */
        HOLD,
        /** The same bytes are sent again under the same name and control number. */
        RESEND
    }
}
