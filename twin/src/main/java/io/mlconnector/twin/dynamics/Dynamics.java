package io.mlconnector.twin.dynamics;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.PublicEntities;
import io.mlconnector.twin.dynamics.entity.Rights;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Tables;
import io.mlconnector.twin.dynamics.event.BusinessEvent;
import io.mlconnector.twin.dynamics.event.BusinessEvents;
import io.mlconnector.twin.dynamics.payables.BlockedItems;
import io.mlconnector.twin.dynamics.payables.ChargesCodes;
import io.mlconnector.twin.dynamics.payables.InvoiceAttachment;
import io.mlconnector.twin.dynamics.payables.Payables;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.dynamics.purchasing.ConfirmedLine;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderCharge;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.dynamics.purchasing.Purchasing;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.fault.NoticeDelivery;
import io.mlconnector.twin.http.CallCounter;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.http.RequestJournal;
import io.mlconnector.twin.http.SimulatedServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Direct access to the F&amp;O simulator: the actions of administrators, buyers and accounts payable. */
public final class Dynamics {

    private final Tables tables = new Tables();
    private final Rights rights = new Rights();
    private final Purchasing purchasing;
    private final Payables payables;
    private final ChargesCodes chargesCodes = new ChargesCodes();
    private final PublicEntities metadata = new PublicEntities();
    private final BlockedItems blockedItems = new BlockedItems();
    private final MasterData masterData = new MasterData(this, tables, chargesCodes);
    private final BusinessEvents events;
    private final Tokens tokens;
    private final List<Confirmation> confirmations = new ArrayList<>();

    private Dynamics(Vertx vertx, long seed, Clock clock, DynamicsBehaviour behaviour, NoticeDelivery notices) {
        Ids ids = new Ids(seed);
        this.purchasing = new Purchasing(tables, clock);
        this.payables = new Payables(tables, clock, behaviour.journalDescriptions());
        this.events = new BusinessEvents(vertx, clock, ids, behaviour.newEventShape(), notices);
        this.tokens = new Tokens(behaviour, clock, ids);
    }

    /** A running simulator. */
    public record Running(Dynamics dynamics, SimulatedServer server) {}

    /**
     * Starts the simulator.
     *
     * @param vertx runs it
     * @param port port, 0 for any free one
     * @param seed determines every generated id
     * @param clock its time
     * @param behaviour how it behaves
     * @param faults planned faults
     * @param calls counts the calls
     * @param journal records the requests
     * @param notices sends Business Events
     * @param record what {@code GET /twin/record} shows
     * @return the simulator and its server
     */
    public static Future<Running> start(
            Vertx vertx,
            int port,
            long seed,
            Clock clock,
            DynamicsBehaviour behaviour,
            FaultPlan faults,
            CallCounter calls,
            RequestJournal journal,
            NoticeDelivery notices,
            Supplier<Object> record) {
        Dynamics dynamics = new Dynamics(vertx, seed, clock, behaviour, notices);
        Environment environment = new Environment(
                dynamics,
                behaviour,
                dynamics.tables,
                dynamics.rights,
                dynamics.chargesCodes,
                dynamics.blockedItems,
                dynamics.metadata,
                dynamics.tokens,
                new Ids(seed),
                faults,
                calls);
        return SimulatedServer.start(
                        vertx, FaultPlan.System.DYNAMICS, port, faults, calls, journal, clock, environment, record)
                .map(server -> new Running(dynamics, server));
    }

    /**
     * Takes the right to an entity set from the role of the mapped user.
     *
     * @param entitySet entity set
     * @param status how it is refused from now on: 403, or 404 as if there were no such set
     */
    public synchronized void deny(String entitySet, int status) {
        rights.deny(entitySet, status);
    }

    /**
     * Gives that right back.
     *
     * @param entitySet entity set
     */
    public synchronized void grant(String entitySet) {
        rights.grant(entitySet);
    }

    /**
     * Blocks an item for invoices, so that lines with it are refused, or lets it be invoiced again.
     *
     * @param legalEntity company
     * @param item its number
     * @param blocked whether it is blocked from now on
     */
    public void blockItem(String legalEntity, String item, boolean blocked) {
        blockedItems.set(legalEntity, item, blocked);
    }

    /**
     * A buyer puts a charge on an order, or on one of its lines.
     *
     * @param legalEntity company
     * @param orderNumber its number
     * @param charge the charge
     * @param currency of its amount
     */
    public synchronized void chargeOrder(
            String legalEntity, String orderNumber, PurchaseOrderCharge charge, String currency) {
        purchasing.charge(legalEntity, orderNumber, charge, currency);
    }

    /**
     * Leaves a field out of what {@code /metadata/PublicEntities} says, and refuses rows that have it.
     *
     * @param entitySet its entity set
     * @param property its name
     */
    public synchronized void hideField(String entitySet, String property) {
        metadata.hide(entitySet, property);
    }

    /**
     * Leaves a field out of rows that are read, and refuses to be asked for it.
     *
     * @param entitySet its entity set
     * @param property its name
     */
    public synchronized void withholdField(String entitySet, String property) {
        metadata.withhold(entitySet, property);
    }

    /**
     * Shows a withheld field again.
     *
     * @param entitySet its entity set
     * @param property its name
     */
    public synchronized void showField(String entitySet, String property) {
        metadata.show(entitySet, property);
    }

    /**
     * Has {@code /metadata/PublicEntities} say that a field cannot be written, and refuses rows that have it.
     *
     * @param entitySet its entity set
     * @param property its name
     */
    public synchronized void fixField(String entitySet, String property) {
        metadata.fix(entitySet, property);
    }

    /**
     * Refuses {@code /metadata/PublicEntities}.
     *
     * @param status with this status; 0 lets it be read again
     */
    public synchronized void denyMetadata(int status) {
        metadata.deny(status);
    }

    /** What companies, vendors, products and units there are. */
    public MasterData masterData() {
        return masterData;
    }

    /**
     * Enters a purchase order; it is open and approved, not confirmed.
     *
     * @param order the order
     */
    public synchronized void addPurchaseOrder(PurchaseOrder order) {
        purchasing.enter(order);
    }

    /**
     * Confirms an order: writes the confirmation, then sends the Business Event.
     *
     * @param legalEntity company
     * @param orderNumber order
     * @return the confirmation
     */
    public synchronized Confirmation confirm(String legalEntity, String orderNumber) {
        return raised(purchasing.confirm(legalEntity, orderNumber));
    }

    /**
     * Confirms an order, of which only the first lines can be read until {@link #showAllLines}.
     *
     * @param legalEntity company
     * @param orderNumber its number
     * @param shown how many lines can be read
     * @return the confirmation
     */
    public synchronized Confirmation confirm(String legalEntity, String orderNumber, int shown) {
        return raised(purchasing.confirm(legalEntity, orderNumber, shown));
    }

    /** Lets all lines of all confirmations be read. */
    public synchronized void showAllLines() {
        purchasing.showAllLines();
    }

    /**
     * Lets the next confirmation of an order have the number of its first one.
     *
     * @param legalEntity company
     * @param orderNumber its number
     */
    public synchronized void reuseConfirmationNumber(String legalEntity, String orderNumber) {
        purchasing.reuseConfirmationNumber(legalEntity, orderNumber);
    }

    private Confirmation raised(Confirmation confirmation) {
        confirmations.add(confirmation);
        String legalEntity = confirmation.legalEntity();
        Row order = purchasing.order(legalEntity, confirmation.orderNumber());
        events.raise(
                confirmation,
                LocalDate.ofInstant(order.instant("AccountingDate"), ZoneOffset.UTC),
                purchasing.kind(legalEntity, confirmation.orderNumber()));
        return confirmation;
    }

    /**
     * Changes a line's quantity; the order needs confirming again.
     *
     * @param legalEntity company
     * @param orderNumber order
     * @param lineNumber line
     * @param quantity new quantity
     */
    public synchronized void changeQuantity(
            String legalEntity, String orderNumber, long lineNumber, BigDecimal quantity) {
        purchasing.changeQuantity(legalEntity, orderNumber, lineNumber, quantity);
    }

    /**
     * Posts a product receipt of one line.
     *
     * @param legalEntity company
     * @param orderNumber order
     * @param lineNumber line
     * @param quantity received, in the line's purchase unit
     * @param receipt number of the product receipt
     */
    public synchronized void receive(
            String legalEntity, String orderNumber, long lineNumber, BigDecimal quantity, String receipt) {
        purchasing.receive(legalEntity, orderNumber, lineNumber, quantity, "", receipt);
    }

    /**
     * Posts a product receipt of one line in another unit than that of the line.
     *
     * @param legalEntity company
     * @param orderNumber order
     * @param lineNumber line
     * @param quantity received
     * @param unit of the quantity
     * @param receipt number of the receipt
     */
    public synchronized void receiveIn(
            String legalEntity, String orderNumber, long lineNumber, BigDecimal quantity, String unit, String receipt) {
        purchasing.receive(legalEntity, orderNumber, lineNumber, quantity, unit, receipt);
    }

    /**
     * Changes a line's price; the order needs confirming again.
     *
     * @param legalEntity company
     * @param orderNumber order
     * @param lineNumber line
     * @param price new price
     */
    public synchronized void changePrice(String legalEntity, String orderNumber, long lineNumber, BigDecimal price) {
        purchasing.changePrice(legalEntity, orderNumber, lineNumber, price);
    }

    /**
     * Cancels a line; the order needs confirming again.
     *
     * @param legalEntity company
     * @param orderNumber order
     * @param lineNumber line
     */
    public synchronized void cancelLine(String legalEntity, String orderNumber, long lineNumber) {
        purchasing.cancelLine(legalEntity, orderNumber, lineNumber);
    }

    /**
     * Adds a line to an order; the order needs confirming again.
     *
     * @param legalEntity company
     * @param orderNumber order
     * @param line the line
     */
    public synchronized void addLine(String legalEntity, String orderNumber, PurchaseOrderLine line) {
        purchasing.addLine(legalEntity, orderNumber, line);
    }

    /**
     * Attaches a document with a text to an order.
     *
     * @param legalEntity company
     * @param orderNumber order
     * @param lineNumber line; 0 for the order as a whole
     * @param type document type, e.g. {@code Note}
     * @param restriction {@code Internal} or {@code External}
     * @param text its notes
     */
    public synchronized void attach(
            String legalEntity, String orderNumber, long lineNumber, String type, String restriction, String text) {
        purchasing.attach(legalEntity, orderNumber, lineNumber, type, restriction, text);
    }

    /**
     * The pending vendor invoices.
     *
     * @return a copy
     */
    public synchronized List<PendingInvoice> invoices() {
        return payables.pending();
    }

    /**
     * All invoices ever received that still exist: those posted and those pending.
     *
     * @return a copy
     */
    public synchronized List<PendingInvoice> receivedInvoices() {
        return payables.received();
    }

    /** {@return everything that was attached to invoices, a copy} */
    public synchronized List<InvoiceAttachment> attachments() {
        return payables.attachments();
    }

    /**
     * A clerk keys an invoice by hand.
     *
     * @param invoice it is pending, whatever it says
     */
    public synchronized void keyInvoice(PendingInvoice invoice) {
        payables.key(invoice);
    }

    /**
     * A clerk keys a line of a pending invoice.
     *
     * @param legalEntity company
     * @param headerReference the invoice's number
     * @param line the line
     */
    public synchronized void keyInvoiceLine(String legalEntity, String headerReference, PendingInvoice.Line line) {
        payables.keyLine(legalEntity, headerReference, line);
    }

    /**
     * A clerk changes the header of a pending invoice.
     *
     * @param legalEntity company
     * @param headerReference its number
     * @param changes values by property
     */
    public synchronized void changeInvoice(String legalEntity, String headerReference, Map<String, Object> changes) {
        change(tables.find(EntitySets.INVOICES, legalEntity, headerReference), changes);
    }

    /**
     * A clerk changes a line of a pending invoice.
     *
     * @param legalEntity company
     * @param headerReference number of the invoice
     * @param line number of the line
     * @param changes values by property
     */
    public synchronized void changeInvoiceLine(
            String legalEntity, String headerReference, int line, Map<String, Object> changes) {
        change(tables.find(EntitySets.INVOICE_LINES, legalEntity, headerReference, BigDecimal.valueOf(line)), changes);
    }

    private void change(@Nullable Row row, Map<String, Object> changes) {
        if (row == null) {
            throw new IllegalArgumentException("no such row");
        }
        tables.update(row, changes);
    }

    /**
     * Posts a pending invoice: it leaves the pending list for the journal.
     *
     * @param invoice the invoice
     * @return the journal entry's SourceKey
     */
    public synchronized long post(PendingInvoice invoice) {
        return payables.post(invoice.legalEntity(), invoice.headerReference());
    }

    /**
     * All confirmations so far.
     *
     * @return a copy
     */
    public synchronized List<Confirmation> confirmations() {
        return List.copyOf(confirmations);
    }

    /**
     * What was confirmed, line by line; cancelled lines are left out.
     *
     * @return a copy, by {@link Confirmation#key()}
     */
    public synchronized Map<String, List<ConfirmedLine>> confirmedLines() {
        Map<String, List<ConfirmedLine>> lines = new HashMap<>();
        for (Row row : tables.all(EntitySets.CONFIRMATION_LINES)) {
            if (!row.is("PurchaseOrderLineStatus", "Canceled")) {
                lines.computeIfAbsent(
                                row.text("dataAreaId") + "/" + row.text("ConfirmationNumber"),
                                absent -> new ArrayList<>())
                        .add(new ConfirmedLine(
                                row.integer("LineNumber"),
                                row.decimal("OrderedPurchaseQuantity"),
                                row.decimal("LineAmount")));
            }
        }
        return lines;
    }

    /**
     * All Business Events so far.
     *
     * @return a copy
     */
    public List<BusinessEvent> events() {
        return events.all();
    }

    /**
     * Registers a certificate for the application, beside its secret.
     *
     * @param certificate with an RSA key
     */
    public synchronized void register(X509Certificate certificate) {
        tokens.register(certificate);
    }

    /** Invalidates every token, as a restart would. */
    public synchronized void revokeTokens() {
        tokens.revokeAll();
    }

    /**
     * Sets the endpoint of Business Events.
     *
     * @param url the endpoint's URL
     */
    public void sendBusinessEventsTo(String url) {
        events.sendTo(url);
    }

    /** Stops sending. */
    public void stop() {
        events.stop();
    }

    /**
     * The properties of a row, for tests.
     *
     * @param entitySet entity set
     * @param key key values in the set's order
     * @return values by name, or null if there is no such row
     */
    public synchronized @Nullable Map<String, Object> row(String entitySet, Object... key) {
        Row row = tables.find(entitySet, key);
        return row == null ? null : row.values();
    }

    /**
     * How many rows there are now; cheap enough to be asked again and again.
     *
     * @param entitySet name
     */
    public synchronized int count(String entitySet) {
        return tables.count(entitySet);
    }

    /**
     * All rows of a set, for tests.
     *
     * @param entitySet entity set
     * @return values by name, in the order of entry; a copy
     */
    public synchronized List<Map<String, Object>> rows(String entitySet) {
        return tables.all(entitySet).stream().map(Row::values).toList();
    }
}
