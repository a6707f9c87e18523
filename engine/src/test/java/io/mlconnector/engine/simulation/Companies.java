package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.testing.memory.MemoryMailbox;
import io.mlconnector.testing.memory.MemoryProducts;
import io.mlconnector.testing.memory.MemoryPurchaseOrders;
import io.mlconnector.testing.memory.MemoryVendorInvoices;
import io.mlconnector.testing.memory.MemoryVendorInvoices.Numbering;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Both remote systems, and the people at work in them. They outlive every process of ours. */
final class Companies {

    private final MemoryPurchaseOrders orders = new MemoryPurchaseOrders();
    private final MemoryProducts products = new MemoryProducts();
    private final MemoryVendorInvoices invoices;
    private final MemoryMailbox mailbox;
    private final Set<String> keyed = new TreeSet<>();
    private boolean repaired;

    Companies(VirtualTime time, HeaderReference mode) {
        this.invoices =
                new MemoryVendorInvoices(mode == HeaderReference.OURS ? Numbering.OURS_ALLOWED : Numbering.ASSIGNED);
        this.mailbox = new MemoryMailbox(time::now);
        // Nothing but the engine keeps doubles away.
        invoices.acceptRepeats();
        invoices.refuseLines(
                line -> !repaired && line.item().map(ItemNumber::number).equals(Optional.of(Trade.STUBBORN)));
        for (TradingPartner partner : List.of(Trade.CONTOSO.acme(), Trade.CONTOSO.globex())) {
            mailbox.folder(((FolderReference.ByPath) Trade.upload(partner.id().id())).path());
            mailbox.folder(((FolderReference.ByPath) Trade.download(partner.id().id())).path());
        }
    }

    MemoryPurchaseOrders orders() {
        return orders;
    }

    MemoryProducts products() {
        return products;
    }

    MemoryVendorInvoices invoices() {
        return invoices;
    }

    MemoryMailbox mailbox() {
        return mailbox;
    }

    /** Numbers of invoices that a clerk has keyed. */
    Set<String> keyed() {
        return keyed;
    }

    /** F&O accepts the stubborn item from now on. */
    void repair() {
        repaired = true;
    }

    /** A clerk keys an invoice, if F&O does not show it. */
    void key(TradingPartner partner, Paper.Invoice invoice) {
        boolean there = invoices.invoices().stream()
                .anyMatch(stored -> stored.header().number().equals(invoice.number()));
        if (!there) {
            keyed.add(invoice.number());
            invoices.enter(byHand(partner, invoice));
        }
    }

    private static InvoiceToPost byHand(TradingPartner partner, Paper.Invoice invoice) {
        return new InvoiceToPost(
                invoice.company(),
                Trade.vendor(partner, invoice.company()),
                invoice.number(),
                Trade.FIRST_DAY,
                new CurrencyCode("USD"),
                invoice.order(),
                new BigDecimal("1.00"),
                BigDecimal.ZERO,
                "clerk",
                List.of(new InvoiceToPost.Line(
                        1,
                        invoice.order(),
                        1,
                        Optional.empty(),
                        "",
                        "BY HAND",
                        new Quantity(BigDecimal.ONE, new UnitSymbol("ea")),
                        Price.each(BigDecimal.ONE),
                        BigDecimal.ONE)),
                List.of(),
                Set.of());
    }

    /** F&O posts every pending invoice that is whole. */
    void postWhole() {
        invoices.invoices().stream()
                .filter(stored ->
                        stored.lines().size() == stored.header().lines().size())
                .forEach(stored -> invoices.post(stored.reference()));
    }

    /** The router takes a file out of an upload folder. */
    void route(FolderReference folder, String name) {
        mailbox.take(((FolderReference.ByPath) folder).path(), name);
    }
}
