package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.await;

import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.dynamics.options.ClientCredential;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.testing.contract.SettableClock;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.Vendor;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderCharge;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The adapter with a simulated F&O over real HTTP; the clock only moves when it is set. */
final class DynamicsBench implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx();

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    final Twin twin;
    final Dynamics dynamics;
    private final Map<String, List<OrderLine>> entered = new HashMap<>();
    private final List<Dynamics> more = new ArrayList<>();

    DynamicsBench(DynamicsBehaviour behaviour) {
        this.twin = await(Twin.start(
                        VERTX, TwinOptions.empty(1).withClock(clock.asClock()).withDynamics(behaviour))
                .toCompletionStage());
        this.dynamics = connect(options());
        for (LegalEntity legalEntity : List.of(Trade.USMF, Trade.DAT)) {
            twin.dynamics().masterData().addLegalEntity(legalEntity.id());
            twin.dynamics().masterData().addChargesCode(legalEntity.id(), "FREIGHT");
            twin.dynamics().masterData().addChargesCode(legalEntity.id(), "DISCOUNT");
        }
    }

    DynamicsBench() {
        this(DynamicsBehaviour.defaults());
    }

    DynamicsOptions options() {
        return options(URI.create(twin.tokenUrl()), twin.options().dynamics().clientSecret());
    }

    DynamicsOptions options(URI tokenUrl, String secret) {
        return options(tokenUrl, secret, Duration.ofSeconds(5));
    }

    /** With so much time for each answer. */
    DynamicsOptions optionsWithin(Duration time) {
        return options(URI.create(twin.tokenUrl()), twin.options().dynamics().clientSecret(), time);
    }

    /** For a connection whose reads leave one by one. */
    DynamicsOptions optionsReadingSingly() {
        return varied(DynamicsOptions.USUAL_MOST_BYTES, false, OrderSource.AUTOMATIC, OrderNotes.NONE);
    }

    /** Runs something in one turn of an event loop, as the engine would: what it asks for is wanted at the same time. */
    <T> T inOneTurn(Supplier<T> work) {
        Promise<T> done = Promise.promise();
        VERTX.runOnContext(turn -> done.complete(work.get()));
        return await(done.future().toCompletionStage());
    }

    private DynamicsOptions options(URI tokenUrl, String secret, Duration time) {
        return options(tokenUrl, new ClientCredential.Secret(secret), time);
    }

    DynamicsOptions options(URI tokenUrl, ClientCredential credential) {
        return options(tokenUrl, credential, Duration.ofSeconds(5));
    }

    private DynamicsOptions options(URI tokenUrl, ClientCredential credential, Duration time) {
        return new DynamicsOptions(
                URI.create(twin.environmentUrl()),
                tokenUrl,
                twin.options().dynamics().clientId(),
                credential,
                time,
                4,
                DynamicsOptions.USUAL_MOST_BYTES,
                true,
                OrderSource.AUTOMATIC,
                OrderNotes.NONE);
    }

    /** Reads confirmed orders there. */
    DynamicsOptions options(OrderSource source) {
        return options(source, OrderNotes.NONE);
    }

    /** Reads confirmed orders there, with these notes. */
    DynamicsOptions options(OrderSource source, OrderNotes notes) {
        return varied(DynamicsOptions.USUAL_MOST_BYTES, true, source, notes);
    }

    /** Takes answers of so many bytes at most. */
    DynamicsOptions optionsWithin(long mostBytes) {
        return varied(mostBytes, true, OrderSource.AUTOMATIC, OrderNotes.NONE);
    }

    private DynamicsOptions varied(long mostBytes, boolean batchReads, OrderSource source, OrderNotes notes) {
        DynamicsOptions usual = options();
        return new DynamicsOptions(
                usual.environmentUrl(),
                usual.tokenUrl(),
                usual.clientId(),
                usual.credential(),
                usual.requestTimeout(),
                usual.connections(),
                mostBytes,
                batchReads,
                source,
                notes);
    }

    Dynamics connect(DynamicsOptions options) {
        return connect(options, Gate.open());
    }

    Dynamics connect(DynamicsOptions options, Gate gate) {
        return connect(options, gate, clock);
    }

    /** With another clock than F&O. */
    Dynamics connect(DynamicsOptions options, Gate gate, InstantSource otherClock) {
        Dynamics connected = new Dynamics(VERTX, options, gate, otherClock);
        more.add(connected);
        return connected;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    void fails(String method, String path, Fault fault) {
        twin.faults().next(FaultPlan.System.DYNAMICS, method, path, fault);
    }

    /** Number of requests for data, a batch counting as one. */
    int requests() {
        return twin.record().calls().entrySet().stream()
                .filter(call ->
                        call.getKey().startsWith("DYNAMICS") && call.getKey().contains(" /data/"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Number of requests for a method and path suffix, and of reads inside batches. */
    int calls(String method, String pathEnd) {
        return twin.record().calls().entrySet().stream()
                .filter(call ->
                        call.getKey().contains(method + " ") && call.getKey().endsWith(pathEnd))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    int tokensFetched() {
        return calls("POST", "/token");
    }

    void vendor(LegalEntity legalEntity, VendorAccount account, String name) {
        twin.dynamics().masterData().addVendor(new Vendor(legalEntity.id(), account.number(), name, "USD"));
    }

    void product(LegalEntity legalEntity, String item) {
        twin.dynamics()
                .masterData()
                .addProduct(new Product(legalEntity.id(), item, item, "ea", BigDecimal.ONE, BigDecimal.ONE));
    }

    /** Enters an order, or changes it to have these lines. */
    void enter(PurchaseOrder order) {
        String company = order.key().legalEntity().id();
        String number = order.key().orderNumber();
        List<OrderLine> before = entered.get(company + "/" + number);
        if (before == null) {
            twin.dynamics()
                    .addPurchaseOrder(new io.mlconnector.twin.dynamics.purchasing.PurchaseOrder(
                            company,
                            number,
                            order.vendor().number(),
                            order.currency().code(),
                            order.orderDate(),
                            order.requestedDelivery().orElseThrow(),
                            order.lines().stream().map(DynamicsBench::line).toList(),
                            header(order),
                            charges(order)));
        } else {
            order.lines().forEach(line -> change(company, number, before, line));
        }
        entered.put(company + "/" + number, order.lines());
    }

    void confirm(PurchaseOrder order) {
        enter(order);
        twin.dynamics().confirm(order.key().legalEntity().id(), order.key().orderNumber());
    }

    private void change(String company, String number, List<OrderLine> before, OrderLine line) {
        boolean known = before.stream().anyMatch(old -> old.number() == line.number());
        if (!known) {
            twin.dynamics().addLine(company, number, line(line));
        } else if (line.cancelled()) {
            twin.dynamics().cancelLine(company, number, line.number());
        } else {
            twin.dynamics()
                    .changeQuantity(
                            company, number, line.number(), line.quantity().amount());
        }
    }

    private static PurchaseOrderLine line(OrderLine line) {
        Map<String, Object> more = new HashMap<>();
        line.vendorItem().ifPresent(item -> more.put("ExternalItemNumber", item));
        line.barcode().ifPresent(barcode -> more.put("Barcode", barcode));
        line.requestedDelivery().ifPresent(day -> more.put("RequestedDeliveryDate", day.toString()));
        line.deliveryAddress().ifPresent(address -> {
            more.put("ReceivingWarehouseId", address.code());
            put(more, address);
        });
        OrderLineDetails details = line.details();
        number(more, "LineDiscountPercentage", details.discountPercentage());
        number(more, "LineDiscountAmount", details.discountAmount());
        number(more, "MultilineDiscountPercentage", details.multilineDiscountPercentage());
        number(more, "MultilineDiscountAmount", details.multilineDiscountAmount());
        number(more, "FixedPriceCharges", details.priceCharges());
        text(more, "DlvMode", details.deliveryMode());
        text(more, "DlvTerm", details.deliveryTerms());
        more.put("DeliveryAddressLocationId", details.place().location());
        more.put("DeliveryAddressDunsNumber", details.place().duns());
        details.requestedShip().ifPresent(day -> more.put("RequestedShippingDate", day.toString()));
        details.confirmedDelivery().ifPresent(day -> more.put("ConfirmedDeliveryDate", day.toString()));
        details.confirmedShip().ifPresent(day -> more.put("ConfirmedShippingDate", day.toString()));
        details.variant().ifPresent(variant -> {
            more.put("ProductConfigurationId", variant.configuration());
            more.put("ProductColorId", variant.color());
            more.put("ProductSizeId", variant.size());
            more.put("ProductStyleId", variant.style());
            more.put("ProductVersionId", variant.version());
        });
        details.variantNumber().ifPresent(number -> more.put("RetailProductVariantNumber", number));
        text(more, "CustomerReference", details.customerReference());
        text(more, "CustomerRequisitionNumber", details.requisition());
        return new PurchaseOrderLine(
                line.number(),
                line.item().map(item -> item.number()).orElse(""),
                line.description(),
                line.category(),
                line.quantity().amount(),
                line.quantity().unit().symbol(),
                line.price().amount(),
                line.price().per(),
                more);
    }

    private static Map<String, Object> header(PurchaseOrder order) {
        Map<String, Object> more = new HashMap<>();
        text(more, "VendorOrderReference", order.vendorReference());
        text(more, "PaymentTermsName", order.paymentTerms());
        text(more, "DeliveryTermsId", order.deliveryTerms());
        text(more, "AttentionInformation", order.buyer());
        more.put("InvoiceVendorAccountNumber", order.invoiceVendor().number());
        order.deliveryAddress().ifPresent(address -> {
            more.put("DefaultReceivingWarehouseId", address.code());
            put(more, address);
        });
        OrderDetails details = order.details();
        text(more, "DeliveryModeId", details.deliveryMode());
        text(more, "ShippingCarrierId", details.shippingCarrier());
        details.requestedShip().ifPresent(day -> more.put("RequestedShipDate", day.toString()));
        details.confirmedDelivery().ifPresent(day -> more.put("ConfirmedDeliveryDate", day.toString()));
        details.confirmedShip().ifPresent(day -> more.put("ConfirmedShipDate", day.toString()));
        text(more, "CashDiscountCode", details.cashDiscount());
        number(more, "CashDiscountPercentage", details.cashDiscountPercentage());
        number(more, "TotalDiscountPercentage", details.totalDiscountPercentage());
        text(more, "Email", details.email());
        text(more, "PurchaseOrderPoolId", details.pool());
        text(more, "ProjectId", details.project());
        text(more, "BuyerGroupId", details.buyerGroup());
        details.notes().forEach(note -> more.put("ReasonComment", note));
        more.put("ArePricesIncludingSalesTax", details.pricesIncludeTax() ? "Yes" : "No");
        text(more, "DeliveryAddressLocationId", details.place().location());
        text(more, "DeliveryAddressDunsNumber", details.place().duns());
        details.invoiceAddress().ifPresent(address -> {
            more.put("InvoiceAddressStreet", address.street());
            more.put("InvoiceAddressCity", address.city());
            more.put("InvoiceAddressState", address.state());
            more.put("InvoiceAddressZipCode", address.postalCode());
            more.put("InvoiceAddressCountryRegionId", address.country());
        });
        return more;
    }

    private static void put(Map<String, Object> more, Address address) {
        more.put("DeliveryAddressName", address.name());
        more.put("DeliveryAddressStreet", address.street());
        more.put("DeliveryAddressCity", address.city());
        more.put("DeliveryAddressStateId", address.state());
        more.put("DeliveryAddressZipCode", address.postalCode());
        more.put("DeliveryAddressCountryRegionId", address.country());
    }

    private static void text(Map<String, Object> more, String property, String value) {
        if (!value.isEmpty()) {
            more.put(property, value);
        }
    }

    private static void number(Map<String, Object> more, String property, BigDecimal value) {
        if (value.signum() != 0) {
            more.put(property, value);
        }
    }

    /** Of the order as a whole and of its lines. */
    private static List<PurchaseOrderCharge> charges(PurchaseOrder order) {
        List<PurchaseOrderCharge> all = new ArrayList<>();
        order.details().charges().forEach(charge -> all.add(charge(0, charge)));
        order.lines()
                .forEach(line -> line.details().charges().forEach(charge -> all.add(charge(line.number(), charge))));
        return all;
    }

    private static PurchaseOrderCharge charge(long line, OrderCharge charge) {
        String category = switch (charge.category()) {
            case FIXED -> "Fixed";
            case PER_UNIT -> "Pcs";
            case PERCENT -> "Percent";
        };
        return new PurchaseOrderCharge(line, charge.code(), category, charge.value(), charge.description());
    }

    @Override
    public void close() {
        more.forEach(Dynamics::close);
        await(twin.stop().toCompletionStage());
    }
}
