package io.mlconnector.engine;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.intake.FileRipeness;
import io.mlconnector.domain.intake.IgnoredNames;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.ConfirmedContent.Comparison;
import io.mlconnector.domain.ordering.OrderRecipient;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.document.BusinessKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One connection in use: what is agreed and configured, as far as the engine must know it, and the ports to both sides.
 *
 * @param id short name
 * @param partners who is behind it
 * @param orders which orders are looked for, and how often
 * @param folders how often folders are listed
 * @param headerReference who chooses the reference of a vendor invoice's header
 * @param purchaseOrders F&O's orders
 * @param products F&O's items
 * @param vendorInvoices F&O's vendor invoices
 * @param mailbox Cleo's folders
 */
public record Connection(
        String id,
        TradingPartners partners,
        OrderPolling orders,
        FolderPolling folders,
        HeaderReference headerReference,
        PurchaseOrders purchaseOrders,
        Products products,
        VendorInvoices vendorInvoices,
        Mailbox mailbox) {

    private static final int ISA_BYTES = 120;
    private static final int ISA_TAG = 3;
    private static final int ISA_SENDER = 6;

    /**
     * Which orders are looked for.
     *
     * @param legalEntities the companies whose orders are sent; not empty
     * @param every time between two looks
     * @param since confirmations before this day are left alone; empty: the day of the first start
     * @param recipients which orders are for partners at all
     * @param comparison what of a confirmation's header its lines are compared with
     */
    public record OrderPolling(
            Set<LegalEntity> legalEntities,
            Duration every,
            Optional<LocalDate> since,
            OrderRecipient.Rules recipients,
            Comparison comparison) {
        public OrderPolling {
            legalEntities = Set.copyOf(legalEntities);
        }
    }

    /**
     * How folders are listed.
     *
     * @param every time between two looks
     * @param stabilityWindow how long a file must stay the same before it is taken
     * @param sizes how large files are taken
     * @param ignored names of files that are left alone
     * @param readAgain after how long a file is read again of which a listing tells no time, to see whether it was replaced
     * @param consumedOnRead whether the gateway is known to remove what was read; folders that turn out to do so are treated
     *     so as well
     * @param broughtByHook whether a hook brings files in its body, so that there may be some which no listing shows
     */
    public record FolderPolling(
            Duration every,
            Duration stabilityWindow,
            FileSizes sizes,
            IgnoredNames ignored,
            Duration readAgain,
            boolean consumedOnRead,
            boolean broughtByHook) {

        /** How long a file without a byte may be one that somebody is about to write. */
        public static final Duration EMPTY_FOR = Duration.ofHours(1);

        /** Files without times are read again so often if nothing else is configured. */
        public static final Duration USUALLY_READ_AGAIN = Duration.ofHours(1);

        /** With the usual names that are left alone. */
        public FolderPolling(Duration every, Duration stabilityWindow, FileSizes sizes) {
            this(every, stabilityWindow, sizes, IgnoredNames.USUAL, USUALLY_READ_AGAIN, false, false);
        }

        /** When files are ripe to be read and taken. */
        public FileRipeness.Rules ripeness() {
            return new FileRipeness.Rules(stabilityWindow, EMPTY_FOR, ignored);
        }
    }

    /** The same with other eyes on F&O's vendor invoices. */
    public Connection with(VendorInvoices other) {
        return new Connection(id, partners, orders, folders, headerReference, purchaseOrders, products, other, mailbox);
    }

    /** The same with partners with whom something else is agreed. */
    public Connection with(TradingPartners other) {
        return new Connection(
                id, other, orders, folders, headerReference, purchaseOrders, products, vendorInvoices, mailbox);
    }

    /** Who gets an order, by what is known of it so far. */
    public OrderRecipient recipient(LegalEntity legalEntity, VendorAccount vendor, OrderKind kind) {
        return OrderRecipient.of(legalEntity, vendor, kind, partners, orders.recipients());
    }

    /**
     * In which folder an interchange would lie if it were a file: that of its sender, otherwise the first one.
     *
     * @return empty if no folder is looked into
     */
    public Optional<FolderReference> folderOf(byte[] interchange) {
        String header =
                new String(interchange, 0, Math.min(interchange.length, ISA_BYTES), StandardCharsets.ISO_8859_1);
        String[] elements = header.length() > ISA_TAG
                ? header.split(Pattern.quote(header.substring(ISA_TAG, ISA_TAG + 1)))
                : new String[0];
        String sender = elements.length > ISA_SENDER ? elements[ISA_SENDER].strip() : "";
        Optional<FolderReference> senders = partners.all().stream()
                .filter(partner -> partner.interchange().them().id().equals(sender))
                .flatMap(partner -> partner.invoices().stream())
                .map(InvoiceAgreement::folder)
                .findFirst();
        return senders.or(() -> partners.all().stream()
                .flatMap(partner -> partner.invoices().stream())
                .map(InvoiceAgreement::folder)
                .findFirst());
    }

    /** How strictly the documents of this connection's partners are read. */
    public ReadingRules.Book readingRules() {
        return PartnerReadingRules.of(partners);
    }

    /** What is agreed about orders of this legal entity with this partner; empty if nothing is. */
    public Optional<OrderAgreement> orderAgreement(String type, String partner, BusinessKeys keys) {
        OrderKey key = OrderKeys.of(keys);
        return partners.all().stream()
                .filter(known -> known.id().id().equals(partner))
                .filter(known -> known.vendors().containsKey(key.legalEntity()))
                .findFirst()
                .flatMap(TradingPartner::orders)
                .flatMap(agreed -> agreed.ofType(type));
    }
}
