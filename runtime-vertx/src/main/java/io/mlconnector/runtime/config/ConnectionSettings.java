package io.mlconnector.runtime.config;

import io.mlconnector.cleo.options.ApiProviderOptions;
import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.cleo.options.Network;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.intake.IgnoredNames;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.ConfirmedContent.Comparison;
import io.mlconnector.domain.ordering.OrderRecipient;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.dynamics.options.AttachmentTypes;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One F&O environment with one Cleo tenant.
 *
 * @param id short name
 * @param dynamics the F&O side
 * @param cleo the Cleo side
 * @param partners who is behind them
 * @param apiProviders where orders of some partners are posted
 */
public record ConnectionSettings(
        String id,
        DynamicsSide dynamics,
        CleoSide cleo,
        TradingPartners partners,
        Map<PartnerId, ApiProviderSide> apiProviders) {

    public ConnectionSettings {
        apiProviders = Map.copyOf(apiProviders);
    }

    /**
     * An API Provider endpoint of CIC Studio.
     *
     * @param url the whole address
     * @param access what it asks for
     * @param proof what proves that a document arrived
     */
    public record ApiProviderSide(URI url, ApiAccess access, ApiProviderOptions.Proof proof) {}

    /** What an API Provider asks for. */
    public sealed interface ApiAccess {

        /** Nothing. */
        record None() implements ApiAccess {}

        /** HTTP Basic. */
        record Basic(String username, Secret password) implements ApiAccess {}

        /** {@code Authorization: Bearer}. */
        record Bearer(Secret key) implements ApiAccess {}

        /** A header of its own. */
        record Header(String name, Secret key) implements ApiAccess {}
    }

    /**
     * The F&O side.
     *
     * @param environmentUrl scheme and host
     * @param tokenUrl where tokens come from
     * @param clientId the registered application
     * @param credential what proves that the application is who it says
     * @param legalEntities the companies whose orders and invoices are moved
     * @param orderPoll how often confirmations are looked for
     * @param ordersSince confirmations before this day are left alone; empty: the day of the first start
     * @param recipients which orders are for partners at all
     * @param comparison what of a confirmation's header its lines are compared with
     * @param orderSource where confirmed orders are read
     * @param orderNotes which notes of them
     * @param eventKey the unguessable part of the hook's address; empty: no hook
     * @param previousEventKey the one before, good as well while keys are changed
     * @param headerReference who chooses the reference of a vendor invoice's header
     * @param charges where charges and taxes of invoices go, as far as a partner says nothing else
     * @param attachments what is attached in F&O to posted invoices of partners that say nothing else
     * @param attachmentTypes under which document types
     * @param invoiceHeader what stands on the header of invoices in F&O, as far as a partner says nothing else
     * @param largestAnswer bytes of one response, inflated; the rest is cut off
     * @param batchReads whether reads that are wanted at the same time leave in one request
     */
    public record DynamicsSide(
            URI environmentUrl,
            URI tokenUrl,
            String clientId,
            ClientProof credential,
            Set<LegalEntity> legalEntities,
            Duration orderPoll,
            Optional<LocalDate> ordersSince,
            OrderRecipient.Rules recipients,
            Comparison comparison,
            OrderSource orderSource,
            OrderNotes orderNotes,
            Optional<Secret> eventKey,
            Optional<Secret> previousEventKey,
            HeaderReference headerReference,
            ChargeTable charges,
            Attachments attachments,
            AttachmentTypes attachmentTypes,
            HeaderAgreement invoiceHeader,
            int largestAnswer,
            boolean batchReads) {

        /** What holds for the invoices of partners that say nothing else. */
        InvoiceDefaults forInvoices() {
            return new InvoiceDefaults(charges, attachments, invoiceHeader);
        }
    }

    /**
     * What holds for the invoices of partners that say nothing else.
     *
     * @param charges where allowances, charges and taxes go
     * @param attachments what is attached in F&O to posted invoices
     * @param header what stands on their headers in F&O
     */
    record InvoiceDefaults(ChargeTable charges, Attachments attachments, HeaderAgreement header) {}

    /**
     * How a Studio flow tells that a file has landed.
     *
     * @param key what it must present; empty: no hook
     * @param previousKey the one before, good as well while keys are changed
     * @param scheme how it presents it
     * @param header name of the header for {@link Scheme#HEADER}
     * @param bringsInterchange whether the body is the interchange itself, and not only a hint
     */
    public record FileHook(
            Optional<Secret> key,
            Optional<Secret> previousKey,
            Scheme scheme,
            String header,
            boolean bringsInterchange) {

        /** Where nothing else is configured. */
        public static final String USUAL_HEADER = "X-File-Hook-Key";

        /** How a key is presented (reference cleo, section 6.2). */
        public enum Scheme {
            /** {@code Authorization: Bearer}. */
            BEARER,
            /** {@code Authorization: Basic}, the key as password, any user name. */
            BASIC,
            /** A header of its own. */
            HEADER
        }
    }

    /** What an application proves itself with. */
    public sealed interface ClientProof {

        /**
         * Its secret.
         *
         * @param secret where it is
         */
        record BySecret(Secret secret) implements ClientProof {
            public BySecret {
                Objects.requireNonNull(secret, "secret");
            }
        }

        /**
         * Its certificate.
         *
         * @param certificate PEM file
         * @param privateKey PEM text in PKCS#8
         */
        record ByCertificate(Secret.File certificate, Secret privateKey) implements ClientProof {
            public ByCertificate {
                Objects.requireNonNull(certificate, "certificate");
                Objects.requireNonNull(privateKey, "privateKey");
            }
        }
    }

    /**
     * The Cleo side.
     *
     * @param baseUrl usually ends in {@code /api}
     * @param username service account
     * @param password its password
     * @param totpKey its shared key for two-factor codes; empty where two-factor is off
     * @param network the way to the tenant
     * @param requestTimeout total timeout of a request
     * @param fileTimeout total timeout of an upload or download
     * @param requestsPerSecond for each API path
     * @param poll how often folders are listed
     * @param stabilityWindow how long a file must stay the same before it is taken
     * @param ignored names of files that are left alone
     * @param readAgain how often a file is read again of which a listing tells no time
     * @param fileHook how a Studio flow tells of files
     * @param dialect what differs at this tenant
     * @param largestFile bytes of one file; a larger one is recorded and not taken
     * @param largestFolder files and folders of one folder; a listing of more is a failure
     */
    public record CleoSide(
            URI baseUrl,
            String username,
            Secret password,
            Optional<Secret> totpKey,
            Network network,
            Duration requestTimeout,
            Duration fileTimeout,
            double requestsPerSecond,
            Duration poll,
            Duration stabilityWindow,
            IgnoredNames ignored,
            Duration readAgain,
            FileHook fileHook,
            Dialect dialect,
            int largestFile,
            int largestFolder) {}
}
