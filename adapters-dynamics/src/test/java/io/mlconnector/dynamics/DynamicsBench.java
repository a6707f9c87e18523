package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.await;

import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.testing.contract.SettableClock;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.Vendor;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
            twin.dynamics().addLegalEntity(legalEntity.id());
        }
    }

    DynamicsBench() {
        this(DynamicsBehaviour.defaults());
    }

    DynamicsOptions options() {
        return options(URI.create(twin.tokenUrl()), twin.options().dynamics().clientSecret());
    }

    DynamicsOptions options(URI tokenUrl, String secret) {
        return new DynamicsOptions(
                URI.create(twin.environmentUrl()),
                tokenUrl,
                twin.options().dynamics().clientId(),
                secret,
                Duration.ofSeconds(5),
                4);
    }

    Dynamics connect(DynamicsOptions options) {
        return connect(options, Gate.open());
    }

    Dynamics connect(DynamicsOptions options, Gate gate) {
        Dynamics connected = new Dynamics(VERTX, options, gate, clock);
        more.add(connected);
        return connected;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    void fails(String method, String path, Fault fault) {
        twin.faults().next(FaultPlan.System.DYNAMICS, method, path, fault);
    }

    /** Number of requests for a method and path suffix. */
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
        twin.dynamics().addVendor(new Vendor(legalEntity.id(), account.number(), name, "USD"));
    }

    void product(LegalEntity legalEntity, String item) {
        twin.dynamics().addProduct(new Product(legalEntity.id(), item, item, "ea", BigDecimal.ONE, BigDecimal.ONE));
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
                            header(order)));
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
        Map<String, Object> identity = new HashMap<>();
        line.vendorItem().ifPresent(item -> identity.put("ExternalItemNumber", item));
        line.barcode().ifPresent(barcode -> identity.put("Barcode", barcode));
        return new PurchaseOrderLine(
                line.number(),
                line.item().map(item -> item.number()).orElse(""),
                line.description(),
                line.category(),
                line.quantity().amount(),
                line.quantity().unit().symbol(),
                line.price().amount(),
                line.price().per(),
                identity);
    }

    private static Map<String, Object> header(PurchaseOrder order) {
        var address = order.deliveryAddress().orElseThrow();
        return Map.of(
                "VendorOrderReference", order.vendorReference(),
                "PaymentTermsName", order.paymentTerms(),
                "DeliveryTermsId", order.deliveryTerms(),
                "DefaultReceivingWarehouseId", address.code(),
                "DeliveryAddressName", address.name(),
                "DeliveryAddressStreet", address.street(),
                "DeliveryAddressCity", address.city(),
                "DeliveryAddressStateId", address.state(),
                "DeliveryAddressZipCode", address.postalCode(),
                "DeliveryAddressCountryRegionId", address.country());
    }

    @Override
    public void close() {
        more.forEach(Dynamics::close);
        await(twin.stop().toCompletionStage());
    }
}
