package io.mlconnector.twin.dynamics.behaviour;

import io.mlconnector.twin.http.RecordCopy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The differences between F&amp;O environments.
 *
 * @param clientId the registered application
 * @param clientSecret its secret
 * @param tenantId its tenant
 * @param tokenLifetime token lifetime
 * @param maxPageSize most rows on one page
 * @param headerReferenceMode who numbers pending vendor invoices
 * @param duplicateInvoiceCheck what happens to a used invoice number
 * @param validationStatus HTTP status of a rejected write: 400, or 500 on older platforms
 * @param newEventShape whether Business Events carry the newer members
 * @param defaultCompany the company seen without {@code cross-company=true}
 * @param nextLinkHost scheme, host and port in {@code @odata.nextLink}, or null for the caller's own
 * @param batchSupported whether {@code $batch} exists
 * @param unknownMembers whether every row carries undocumented members
 * @param omitOptional whether members without a value are left out of rows
 * @param batchReads what becomes of reads in a batch
 * @param journalDescriptions whether the journal of posted invoices tells their description
 */
public record DynamicsBehaviour(
        String clientId,
        String clientSecret,
        String tenantId,
        Duration tokenLifetime,
        int maxPageSize,
        HeaderReferenceMode headerReferenceMode,
        DuplicateInvoiceCheck duplicateInvoiceCheck,
        int validationStatus,
        boolean newEventShape,
        String defaultCompany,
        @Nullable String nextLinkHost,
        boolean batchSupported,
        boolean unknownMembers,
        boolean omitOptional,
        BatchReads batchReads,
        boolean journalDescriptions) {

    /** What becomes of reads in a batch. */
    public enum BatchReads {
        /** They are answered, as multipart. */
        ANSWERED,
        /** They are answered in the JSON form of OData 4.01, the last one first. */
        ANSWERED_IN_JSON,
        /** They are answered up to the first one that is refused. */
        UP_TO_THE_FIRST_REFUSAL,
        /** Each is refused by itself. */
        EACH_REFUSED,
        /** The batch as a whole is refused. */
        REFUSED
    }

    /** Who numbers pending vendor invoices. */
    public enum HeaderReferenceMode {
        /** The number sequence; a number supplied by the caller is rejected. */
        ASSIGNED,
        /** The caller, optionally; otherwise the number sequence. */
        MANUAL_ALLOWED
    }

    /** What happens to an invoice number that its vendor has used before. */
    public enum DuplicateInvoiceCheck {
        /** The header is rejected. */
        REJECT_AT_INSERT,
        /** The header is accepted. */
        ACCEPT
    }

    /**
     * A current cloud environment.
     *
     * @return the defaults
     */
    public static DynamicsBehaviour defaults() {
        return new DynamicsBehaviour(
                "11111111-2222-3333-4444-555555555555",
                "twin-client-secret",
                "99999999-8888-7777-6666-555555555555",
                Duration.ofSeconds(3599),
                1000,
                HeaderReferenceMode.ASSIGNED,
                DuplicateInvoiceCheck.REJECT_AT_INSERT,
                400,
                true,
                "usmf",
                null,
                true,
                false,
                false,
                BatchReads.ANSWERED,
                false);
    }

    /**
     * {@return a copy with another clientId}
     *
     * @param value the registered application
     */
    public DynamicsBehaviour withClientId(String value) {
        return with("clientId", value);
    }

    /**
     * {@return a copy with another clientSecret}
     *
     * @param value its secret
     */
    public DynamicsBehaviour withClientSecret(String value) {
        return with("clientSecret", value);
    }

    /**
     * {@return a copy with another tenantId}
     *
     * @param value its tenant
     */
    public DynamicsBehaviour withTenantId(String value) {
        return with("tenantId", value);
    }

    /**
     * {@return a copy with another tokenLifetime}
     *
     * @param value token lifetime
     */
    public DynamicsBehaviour withTokenLifetime(Duration value) {
        return with("tokenLifetime", value);
    }

    /**
     * {@return a copy with another maxPageSize}
     *
     * @param value most rows on one page
     */
    public DynamicsBehaviour withMaxPageSize(int value) {
        return with("maxPageSize", value);
    }

    /**
     * {@return a copy with another headerReferenceMode}
     *
     * @param value who numbers pending vendor invoices
     */
    public DynamicsBehaviour withHeaderReferenceMode(HeaderReferenceMode value) {
        return with("headerReferenceMode", value);
    }

    /**
     * {@return a copy with another duplicateInvoiceCheck}
     *
     * @param value what happens to a used invoice number
     */
    public DynamicsBehaviour withDuplicateInvoiceCheck(DuplicateInvoiceCheck value) {
        return with("duplicateInvoiceCheck", value);
    }

    /**
     * {@return a copy with another validationStatus}
     *
     * @param value HTTP status of a rejected write: 400, or 500 on older platforms
     */
    public DynamicsBehaviour withValidationStatus(int value) {
        return with("validationStatus", value);
    }

    /**
     * {@return a copy with another newEventShape}
     *
     * @param value whether Business Events carry the newer members
     */
    public DynamicsBehaviour withNewEventShape(boolean value) {
        return with("newEventShape", value);
    }

    /**
     * {@return a copy with another defaultCompany}
     *
     * @param value the company seen without {@code cross-company=true}
     */
    public DynamicsBehaviour withDefaultCompany(String value) {
        return with("defaultCompany", value);
    }

    /**
     * {@return a copy with another nextLinkHost}
     *
     * @param value scheme, host and port in {@code @odata.nextLink}, or null for the caller's own
     */
    public DynamicsBehaviour withNextLinkHost(@Nullable String value) {
        return with("nextLinkHost", value);
    }

    /**
     * {@return a copy with another batchSupported}
     *
     * @param value whether {@code $batch} exists
     */
    public DynamicsBehaviour withBatchSupported(boolean value) {
        return with("batchSupported", value);
    }

    /**
     * {@return a copy with another unknownMembers}
     *
     * @param value whether every row carries undocumented members
     */
    public DynamicsBehaviour withUnknownMembers(boolean value) {
        return with("unknownMembers", value);
    }

    /**
     * {@return a copy with another omitOptional}
     *
     * @param value whether members without a value are left out of rows
     */
    public DynamicsBehaviour withOmitOptional(boolean value) {
        return with("omitOptional", value);
    }

    /**
     * {@return a copy with another batchReads}
     *
     * @param value what becomes of reads in a batch
     */
    public DynamicsBehaviour withBatchReads(BatchReads value) {
        return with("batchReads", value);
    }

    /**
     * {@return a copy with another journalDescriptions}
     *
     * @param value whether the journal of posted invoices tells their description
     */
    public DynamicsBehaviour withJournalDescriptions(boolean value) {
        return with("journalDescriptions", value);
    }

    private DynamicsBehaviour with(String component, @Nullable Object value) {
        return RecordCopy.of(DynamicsBehaviour.class, this, component, value);
    }
}
