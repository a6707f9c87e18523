package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.AcknowledgementAgreement;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.AfterReceive;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.agreement.OrderAgreement.Format;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
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
import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.Mailbox;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who trades with whom, and what orders and invoices look like. */
final class Trade {

    private static final InterchangeAddress US = new InterchangeAddress("ZZ", "CONTOSO", "CONTOSO");

    static final String CONNECTION = "contoso";
    static final LegalEntity USMF = new LegalEntity("usmf");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    /** Keeps what is put into its upload folder; in doubt a person decides. */
    static final TradingPartner ACME = partner("acme", "1001", OnUnknownOutcome.HOLD, AfterReceive.LEAVE);

    /** A router takes files out of its folder at once; in doubt the same bytes are sent again. */
    static final TradingPartner GLOBEX = partner("globex", "2002", OnUnknownOutcome.RESEND, AfterReceive.DELETE);

    /** An item that F&O refuses to be invoiced for a while. */
    static final String STUBBORN = "ITEM-STUBBORN";

    private Trade() {}

    private static TradingPartner partner(
            String id, String vendor, OnUnknownOutcome inDoubt, AfterReceive afterReceive) {
        return new TradingPartner(
                new PartnerId(id),
                id,
                Map.of(USMF, new VendorAccount(vendor)),
                new InterchangeAgreement(
                        US,
                        new InterchangeAddress("ZZ", id.toUpperCase(Locale.ROOT), id.toUpperCase(Locale.ROOT)),
                        Release.R004010,
                        Usage.PRODUCTION,
                        Delimiters.USUAL),
                Optional.of(
                        new OrderAgreement(Format.X12, upload(id), Changes.CHANGE_ORDER, inDoubt, Optional.empty())),
                Optional.of(new InvoiceAgreement(
                        download(id),
                        afterReceive,
                        Checks.USUAL,
                        Optional.of(new AcknowledgementAgreement(upload(id), Confirmation.ON_REQUEST, inDoubt)))));
    }

    static FolderReference upload(String partner) {
        return new FolderReference.ByPath("/upload/" + partner);
    }

    static FolderReference download(String partner) {
        return new FolderReference.ByPath("/download/" + partner);
    }

    static VendorAccount vendor(TradingPartner partner) {
        return Objects.requireNonNull(partner.vendors().get(USMF));
    }

    static Connection connection(
            HeaderReference mode,
            PurchaseOrders purchaseOrders,
            Products products,
            VendorInvoices vendorInvoices,
            Mailbox mailbox) {
        return new Connection(
                CONNECTION,
                new TradingPartners(List.of(ACME, GLOBEX)),
                new Connection.OrderPolling(Set.of(USMF), Duration.ofSeconds(20), Optional.of(FIRST_DAY), false),
                new Connection.FolderPolling(Duration.ofSeconds(15), Duration.ofSeconds(3)),
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
            TradingPartner partner, String number, int revision, int change, String item, int lines) {
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
                    Optional.empty()));
        }
        return new PurchaseOrder(
                new OrderKey(USMF, number, number + "-" + revision),
                FIRST_DAY.plusDays(revision),
                FIRST_DAY,
                vendor(partner),
                vendor(partner),
                new CurrencyCode("USD"),
                "",
                Optional.of(FIRST_DAY.plusDays(20)),
                "Net30",
                "",
                "Jane Doe",
                Optional.empty(),
                all);
    }

    /**
     * An invoice over ten pieces of each line of an order.
     *
     * @param number of the invoice
     * @param order its order
     * @param lines of it
     */
    record Invoice(String number, String order, String item, int lines) {

        private String segments(int set) {
            StringBuilder text = new StringBuilder();
            String id = String.format(Locale.ROOT, "%04d", set);
            text.append("ST*810*")
                    .append(id)
                    .append("~BIG*20260320*")
                    .append(number)
                    .append("**")
                    .append(order);
            text.append("~");
            for (int i = 1; i <= lines; i++) {
                text.append("IT1*").append(i).append("*10*EA*9.95**BP*").append(i == 1 ? item : "ITEM-" + i);
                text.append("*VP*V-").append(i).append("~");
            }
            text.append("TDS*")
                    .append(9950L * lines)
                    .append("~CTT*")
                    .append(lines)
                    .append("~SE*");
            return text.append(4 + lines + 1).append("*").append(id).append("~").toString();
        }
    }

    /** A file of one interchange with invoices of a partner. */
    static byte[] file(TradingPartner partner, int controlNumber, List<Invoice> invoices) {
        String sender = partner.interchange().them().id();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "ISA*00*          *00*          *ZZ*%-15s*ZZ*%-15s*260320*1200*U*00401*%09d*0*P*>~",
                sender,
                US.id(),
                controlNumber));
        text.append("GS*IN*").append(sender).append("*CONTOSO*20260320*1200*").append(controlNumber);
        text.append("*X*004010~");
        for (int i = 0; i < invoices.size(); i++) {
            text.append(invoices.get(i).segments(i + 1));
        }
        text.append("GE*")
                .append(invoices.size())
                .append("*")
                .append(controlNumber)
                .append("~IEA*1*");
        text.append(String.format(Locale.ROOT, "%09d~", controlNumber));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
