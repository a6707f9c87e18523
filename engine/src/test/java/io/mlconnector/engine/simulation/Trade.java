package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.AcknowledgementAgreement;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Advice;
import io.mlconnector.domain.agreement.InvoiceAgreement.AfterReceive;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.Level;
import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.agreement.OrderAgreement.Format;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.ConfirmedContent.Comparison;
import io.mlconnector.domain.ordering.OrderRecipient;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.Mailbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who trades with whom in one connection, and what orders look like. */
final class Trade {

    /** Several invoices of a run bill the same on one day: what is judged here is that each is posted once. */
    private static final Checks BILLED_SEVERAL_TIMES = new Checks(
            Checks.USUAL.priceTolerance(),
            BigDecimal.TEN,
            Checks.USUAL.totalTolerance(),
            Checks.USUAL.onMismatch(),
            Matching.THREE_WAY,
            Map.of(Check.NEAR_DUPLICATE, Level.WARN),
            Map.of());

    static final LegalEntity USMF = new LegalEntity("usmf");
    static final LegalEntity DEMF = new LegalEntity("demf");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    /** How long a partner may take to answer an order. */
    static final Duration ANSWER_WITHIN = Duration.ofMinutes(3);

    /** An item that F&O refuses to be invoiced for a while. */
    static final String STUBBORN = "ITEM-STUBBORN";

    static final Trade CONTOSO = new Trade("contoso");

    /** Another connection with partners, orders, invoices and control numbers of the same names. */
    static final Trade FABRIKAM = new Trade("fabrikam");

    private final String connection;
    private final InterchangeAddress us;
    private final TradingPartner acme;
    private final TradingPartner globex;

    private Trade(String connection) {
        this.connection = connection;
        String address = connection.toUpperCase(Locale.ROOT);
        this.us = new InterchangeAddress("ZZ", address, address);
        this.acme = partner("acme", "1001", OnUnknownOutcome.HOLD, AfterReceive.LEAVE);
        this.globex = partner("globex", "2002", OnUnknownOutcome.RESEND, AfterReceive.DELETE);
    }

    String connection() {
        return connection;
    }

    InterchangeAddress us() {
        return us;
    }

    /** In doubt a person decides; in some runs its upload folder keeps what is put there, in others a router empties it. */
    TradingPartner acme() {
        return acme;
    }

    /** A router takes files out of its folder at once; in doubt the same bytes are sent again. */
    TradingPartner globex() {
        return globex;
    }

    private TradingPartner partner(String id, String vendor, OnUnknownOutcome inDoubt, AfterReceive afterReceive) {
        return new TradingPartner(
                new PartnerId(id),
                id,
                Map.of(USMF, new VendorAccount(vendor), DEMF, new VendorAccount("D-" + vendor)),
                new InterchangeAgreement(
                        us,
                        new InterchangeAddress("ZZ", id.toUpperCase(Locale.ROOT), id.toUpperCase(Locale.ROOT)),
                        Release.R004010,
                        Usage.PRODUCTION,
                        Delimiters.USUAL),
                Optional.of(new OrderAgreement(
                        Format.X12, upload(id), Changes.CHANGE_ORDER, inDoubt, Optional.of(ANSWER_WITHIN))),
                Optional.of(new InvoiceAgreement(
                        download(id),
                        afterReceive,
                        BILLED_SEVERAL_TIMES,
                        Optional.of(new AcknowledgementAgreement(upload(id), Confirmation.ON_REQUEST, inDoubt)),
                        Leniency.NONE,
                        ChargeTable.NONE,
                        Advice.ASKED,
                        // The invoices of one partner get attachments, those of the other do not.
                        inDoubt == OnUnknownOutcome.RESEND ? Attachments.ALL : Attachments.NONE)));
    }

    static FolderReference upload(String partner) {
        return new FolderReference.ByPath("/upload/" + partner);
    }

    static FolderReference download(String partner) {
        return new FolderReference.ByPath("/download/" + partner);
    }

    static VendorAccount vendor(TradingPartner partner, LegalEntity company) {
        return Objects.requireNonNull(partner.vendors().get(company));
    }

    /** Where a test says nothing about references, sizes and F&O: only its mailbox is its own. */
    Connection usually(Companies companies, Mailbox mailbox) {
        return connection(
                HeaderReference.ASSIGNED,
                FileSizes.USUAL,
                companies.orders(),
                companies.products(),
                companies.invoices(),
                mailbox);
    }

    Connection connection(
            HeaderReference mode,
            FileSizes sizes,
            PurchaseOrders purchaseOrders,
            Products products,
            VendorInvoices vendorInvoices,
            Mailbox mailbox) {
        return new Connection(
                connection,
                new TradingPartners(List.of(acme, globex)),
                new Connection.OrderPolling(
                        Set.of(USMF, DEMF),
                        Duration.ofSeconds(20),
                        Optional.of(FIRST_DAY),
                        new OrderRecipient.Rules(true, Set.of(OrderKind.PURCHASE)),
                        Comparison.EVERYTHING),
                new Connection.FolderPolling(Duration.ofSeconds(15), Duration.ofSeconds(3), sizes),
                mode,
                purchaseOrders,
                products,
                vendorInvoices,
                mailbox);
    }

    /**
     * A confirmed order.
     *
     * @param revision 1, 2 …; a later one orders one piece more of its first line for each {@code change}
     */
    static PurchaseOrder order(
            TradingPartner partner,
            LegalEntity company,
            String number,
            int revision,
            int change,
            String item,
            int lines) {
        List<OrderLine> all = new ArrayList<>();
        for (int i = 1; i <= lines; i++) {
            BigDecimal quantity = BigDecimal.valueOf(i == 1 ? 10 + change : 10);
            Price price = Price.each(new BigDecimal("9.95"));
            all.add(new OrderLine(
                    i,
                    Optional.of(new ItemNumber(i == 1 ? item : "ITEM-" + i)),
                    "",
                    "GOODS",
                    new Quantity(quantity, new UnitSymbol("ea")),
                    price,
                    price.times(quantity),
                    Optional.of("V-" + i),
                    Optional.empty(),
                    Optional.of(FIRST_DAY.plusDays(20)),
                    false,
                    Optional.empty(),
                    OrderLineDetails.NONE));
        }
        return new PurchaseOrder(
                new OrderKey(company, number, number + "-" + revision),
                FIRST_DAY.plusDays(revision),
                FIRST_DAY,
                vendor(partner, company),
                vendor(partner, company),
                new CurrencyCode("USD"),
                "",
                Optional.of(FIRST_DAY.plusDays(20)),
                "Net30",
                "",
                "Jane Doe",
                Optional.empty(),
                all,
                OrderDetails.NONE);
    }
}
