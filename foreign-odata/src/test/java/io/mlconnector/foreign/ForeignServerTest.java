package io.mlconnector.foreign;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.Dynamics;
import io.mlconnector.dynamics.options.ClientCredential;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.erp.Vendors;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.testing.contract.VendorsContract;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForeignServerTest extends VendorsContract {

    private static final Vertx VERTX = Vertx.vertx();

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
            InstantSource.system());

    ForeignServerTest() throws IOException {}

    @AfterEach
    void stop() {
        dynamics.close();
        server.close();
    }

    @Override
    protected Vendors vendors() {
        return dynamics.vendors();
    }

    @Override
    protected void vendor(LegalEntity legalEntity, VendorAccount account, String name, Optional<String> hold) {
        server.rows.enter(
                "VendorsV2",
                Map.of(
                        "dataAreaId", legalEntity.id(),
                        "VendorAccountNumber", account.number(),
                        "VendorOrganizationName", name,
                        "OnHoldStatus", hold.orElse("No")));
    }

    private void order(int lines) {
        server.rows.enter(
                "PurchaseOrderHeadersV2",
                Map.of(
                        "dataAreaId", "usmf",
                        "PurchaseOrderNumber", "PO-1",
                        "OrderVendorAccountNumber", "V-1",
                        "InvoiceVendorAccountNumber", "V-1",
                        "CurrencyCode", "USD",
                        "DocumentApprovalStatus", "Confirmed",
                        "PurchaseOrderStatus", "Backorder"));
        for (int line = 1; line <= lines; line++) {
            server.rows.enter(
                    "PurchaseOrderLinesV2",
                    Map.of(
                            "dataAreaId", "usmf",
                            "PurchaseOrderNumber", "PO-1",
                            "LineNumber", line,
                            "ItemNumber", "A-" + line,
                            "OrderedPurchaseQuantity", "10",
                            "PurchaseUnitSymbol", "ea",
                            "PurchasePrice", "2.50",
                            "PurchasePriceQuantity", "1",
                            "PurchaseOrderLineStatus", "Backorder"));
        }
    }

    private static InvoiceToPost invoice(int lines) {
        return new InvoiceToPost(
                Trade.USMF,
                Trade.VENDOR,
                "INV-1",
                LocalDate.of(2026, 3, 20),
                new CurrencyCode("USD"),
                "PO-1",
                new BigDecimal("5.00"),
                BigDecimal.ZERO,
                "mlc-1",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new InvoiceToPost.Line(
                                line,
                                "PO-1",
                                line,
                                Optional.of(new ItemNumber("A-" + line)),
                                "",
                                "Chips – «œufs»",
                                new Quantity(new BigDecimal("2"), new UnitSymbol("ea")),
                                new Price(new BigDecimal("2.50"), BigDecimal.ONE),
                                new BigDecimal("5.00")))
                        .toList(),
                List.of(),
                Set.of());
    }

    private static <T> T inOneTurn(Supplier<CompletionStage<Outcome<T>>> question) {
        CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
        VERTX.runOnContext(turn -> question.get().whenComplete((value, failure) -> {
            if (failure == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(failure);
            }
        }));
        return done(answer);
    }

    private VendorInvoices invoices() {
        return dynamics.vendorInvoices();
    }

    @Test
    void an_order_is_found_with_its_lines_and_the_reads_go_out_together() {
        order(20);
        OpenOrder order = inOneTurn(() -> dynamics.purchaseOrders().find(Set.of(Trade.USMF), "PO-1"))
                .getFirst();
        assertThat(order.lines()).hasSize(20);
        OrderLine line = order.lines().get(4);
        assertThat(line.number()).isEqualTo(5);
        assertThat(line.price().amount()).isEqualByComparingTo("2.50");
        int before = server.requests();
        inOneTurn(() -> dynamics.purchaseOrders().find(Set.of(Trade.USMF), "PO-1"));
        assertThat(server.requests() - before).isEqualTo(1);
    }

    @Test
    void an_invoice_is_created_in_one_change_set_and_found_again() {
        order(3);
        InvoiceToPost invoice = invoice(3);
        assertThat(done(invoices().createWhole(invoice))).isEqualTo("mlc-1");
        assertThat(inOneTurn(() -> invoices().find(Trade.USMF, Trade.VENDOR, "INV-1")))
                .extracting(ExistingInvoice::reference)
                .containsExactly("mlc-1");
        assertThat(done(invoices().parts(invoice, "mlc-1"))).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(done(invoices().invoiced(Trade.USMF, "PO-1")))
                .extracting(InvoicedQuantity::orderLine)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_change_set_of_which_one_row_is_refused_changes_nothing_and_is_told() {
        order(3);
        server.rows.enter(
                "VendorInvoiceLines",
                Map.of("dataAreaId", "usmf", "HeaderReference", "mlc-1", "InvoiceLineNumber", "2"));
        Outcome<String> again = await(invoices().createWhole(invoice(3)));
        assertThat(again).isInstanceOf(Outcome.Unknown.class);
        assertThat(server.rows.count("VendorInvoiceHeaders")).isZero();
        assertThat(server.rows.count("VendorInvoiceLines")).isEqualTo(1);
    }

    @Test
    void header_and_lines_are_created_one_after_the_other() {
        order(3);
        String reference = done(invoices().createHeader(invoice(3)));
        assertThat(reference).isEqualTo("VIH-0");
        done(invoices().createLines(invoice(3), reference, Set.of(1, 2, 3)));
        assertThat(server.rows.count("VendorInvoiceLines")).isEqualTo(3);
    }
}
