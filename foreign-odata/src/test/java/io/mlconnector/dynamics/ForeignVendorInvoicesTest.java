package io.mlconnector.dynamics;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.dynamics.options.ClientCredential;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.foreign.Clerk;
import io.mlconnector.foreign.OlingoServer;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.testing.contract.VendorInvoicesContract;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract of vendor invoices before an OData server that others wrote; the simulated F&O has no part in it. */
class ForeignVendorInvoicesTest extends VendorInvoicesContract {

    private static final Vertx VERTX = Vertx.vertx();

    private final OlingoServer server = new OlingoServer();
    private final Clerk clerk = new Clerk(server);
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
            InstantSource.system());

    ForeignVendorInvoicesTest() throws IOException {}

    @BeforeEach
    void enter_orders() {
        for (LegalEntity legalEntity : List.of(Trade.USMF, Trade.DAT)) {
            clerk.order(legalEntity.id(), "V-1", "PO-1", 3, "A-1");
            clerk.order(legalEntity.id(), "V-2", "PO-2", 3, "A-1");
        }
    }

    @AfterEach
    void stop() {
        dynamics.close();
        server.close();
    }

    @Override
    public VendorInvoices vendorInvoices() {
        return dynamics.vendorInvoices();
    }

    @Override
    public void post(LegalEntity legalEntity, String headerReference) {
        clerk.post(legalEntity.id(), headerReference);
    }

    @Override
    public void receive(LegalEntity legalEntity, String orderNumber, long orderLine, String quantity) {
        clerk.receive(legalEntity.id(), orderNumber, orderLine, quantity);
    }

    @Override
    public int invoices() {
        return clerk.invoices();
    }
}
