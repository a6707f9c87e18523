package io.mlconnector.dynamics;

import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.dynamics.options.ClientCredential;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.foreign.OlingoServer;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.testing.contract.PurchaseOrdersContract;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;

/** Orders of the simulated F&O, told by an OData server that others wrote. */
class ForeignPurchaseOrdersTest extends PurchaseOrdersContract {

    private static final Vertx VERTX = Vertx.vertx();

    private final DynamicsBench bench = new DynamicsBench();
    private final OlingoServer server = new OlingoServer();
    private final Dynamics dynamics = new Dynamics(
            VERTX,
            new DynamicsOptions(
                    URI.create(server.address()),
                    URI.create(server.address() + "/token"),
                    "client",
                    new ClientCredential.Secret("secret"),
                    Duration.ofSeconds(10),
                    4,
                    DynamicsOptions.USUAL_MOST_BYTES,
                    true,
                    OrderSource.CONFIRMATIONS,
                    OrderNotes.NONE),
            Gate.open(),
            bench.clock);

    ForeignPurchaseOrdersTest() throws IOException {}

    @AfterEach
    void stop() {
        dynamics.close();
        server.close();
        bench.close();
    }

    @Override
    protected PurchaseOrders purchaseOrders() {
        return dynamics.purchaseOrders();
    }

    @Override
    protected void confirm(PurchaseOrder order) {
        bench.confirm(order);
        server.copy(bench.twin.dynamics());
    }

    @Override
    protected LocalDate today() {
        return bench.today();
    }

    @Override
    protected void daysPass(int days) {
        bench.clock.advance(Duration.ofDays(days));
    }
}
