package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.testing.contract.Trade;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderNotesTest {

    private final DynamicsBench bench = new DynamicsBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @BeforeEach
    void orders() {
        for (String number : List.of("PO-1", "PO-2")) {
            bench.confirm(Trade.order(
                    Trade.USMF,
                    number,
                    1,
                    bench.today(),
                    Trade.line(1, "A-1", "10", "2.50"),
                    Trade.line(2, "B-2", "1", "1.00")));
        }
        bench.twin.dynamics().attach("usmf", "PO-1", 0, "Note", "External", "Ring twice");
        bench.twin.dynamics().attach("usmf", "PO-1", 0, "Note", "Internal", "Bad payer");
        bench.twin.dynamics().attach("usmf", "PO-1", 0, "File", "External", "drawing.pdf");
        bench.twin.dynamics().attach("usmf", "PO-2", 0, "Note", "External", "Of another order");
        bench.twin.dynamics().attach("usmf", "PO-1", 2, "Note", "External", "Green ones");
        bench.twin.dynamics().attach("usmf", "PO-1", 2, "Note", "Internal", "Not the red ones of last time");
    }

    private PurchaseOrder read(OrderSource source, OrderNotes notes) {
        Dynamics dynamics = bench.connect(bench.options(source, notes));
        OrderKey key = done(dynamics.purchaseOrders().confirmationsOf(Trade.USMF, "PO-1"))
                .getFirst()
                .key();
        return done(dynamics.purchaseOrders().read(key));
    }

    @ParameterizedTest
    @EnumSource(OrderSource.class)
    void notes_that_are_not_internal_are_read_as_agreed_from_either_source(OrderSource source) {
        PurchaseOrder none = read(source, OrderNotes.NONE);
        assertThat(none.details().notes()).isEmpty();
        PurchaseOrder header = read(source, OrderNotes.HEADER);
        assertThat(header.details().notes()).containsExactly("Ring twice");
        assertThat(header.lines().get(1).details().notes()).isEmpty();
        PurchaseOrder all = read(source, OrderNotes.ALL);
        assertThat(all.details().notes()).containsExactly("Ring twice");
        assertThat(all.lines().get(0).details().notes()).isEmpty();
        assertThat(all.lines().get(1).details().notes()).containsExactly("Green ones");
    }

    @Test
    void an_order_whose_notes_cannot_be_read_waits() {
        bench.twin.dynamics().deny("PurchaseOrderHeaderDocumentAttachments", 403);
        Dynamics dynamics = bench.connect(bench.options(OrderSource.CONFIRMATIONS, OrderNotes.HEADER));
        assertThat(notNow(dynamics.purchaseOrders().read(new OrderKey(Trade.USMF, "PO-1", "PO-1-1")))
                        .why()
                        .message())
                .contains("PurchaseOrderHeaderDocumentAttachments");
        assertThat(bench.calls("GET", "PurchaseOrderLineDocumentAttachments")).isZero();
    }
}
