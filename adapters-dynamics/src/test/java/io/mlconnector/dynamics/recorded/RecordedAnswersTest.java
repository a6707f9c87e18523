package io.mlconnector.dynamics.recorded;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.testing.contract.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordedAnswersTest {

    private final RecordedBench bench = new RecordedBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    private CompletionStage<Outcome<List<OpenOrder>>> order() {
        return RecordedBench.inOneTurn(() -> bench.dynamics.purchaseOrders().find(Set.of(Trade.USMF), "00000123"));
    }

    private static InvoiceToPost invoice() {
        return new InvoiceToPost(
                Trade.USMF,
                Trade.VENDOR,
                "INV-1",
                LocalDate.of(2026, 7, 23),
                new CurrencyCode("USD"),
                "00000123",
                new BigDecimal("10.00"),
                BigDecimal.ZERO,
                "mlc-1",
                List.of(line(1, "A-1"), line(2, "A-2")),
                List.of(),
                Set.of());
    }

    private static InvoiceToPost.Line line(int number, String item) {
        return new InvoiceToPost.Line(
                number,
                "00000123",
                number,
                Optional.of(new ItemNumber(item)),
                "",
                "Chips",
                new Quantity(BigDecimal.ONE, new UnitSymbol("ea")),
                new Price(new BigDecimal("5.00"), BigDecimal.ONE),
                new BigDecimal("5.00"));
    }

    @Test
    void an_order_comes_whole_out_of_a_multipart_batch() {
        bench.server.when(request -> request.startsWith("POST /data/$batch"), "order-multipart");
        OpenOrder order = done(order()).getFirst();
        assertThat(bench.server.requests()).hasSize(2);
        assertThat(order.lines()).extracting(OrderLine::number).containsExactly(1L, 2L);
        OrderLine first = order.lines().getFirst();
        assertThat(first.item())
                .hasValueSatisfying(item -> assertThat(item.number()).isEqualTo(" L-10780-02"));
        assertThat(first.quantity().amount()).isEqualByComparingTo("3300000");
        assertThat(first.price().amount()).isEqualByComparingTo("389.45");
        assertThat(first.requestedDelivery()).as("the null date").isEmpty();
        assertThat(first.details().confirmedDelivery()).contains(LocalDate.of(2026, 8, 1));
        assertThat(first.description()).endsWith("12 x 200 g");
        OrderLine second = order.lines().get(1);
        assertThat(second.item()).isEmpty();
        assertThat(second.cancelled()).isTrue();
        assertThat(second.price().per()).isEqualByComparingTo("1000");
        assertThat(order.matching())
                .hasEntrySatisfying(
                        1L, matching -> assertThat(matching.policy()).contains(Matching.THREE_WAY));
    }

    @Test
    void a_part_that_is_refused_in_a_json_batch_is_told_with_its_reason() {
        bench.server.when(request -> request.startsWith("POST /data/$batch"), "order-json");
        var why = notNow(order()).why();
        assertThat(why.code()).isEqualTo("credentials-refused");
        assertThat(why.message()).contains("PurchaseOrderLinesV2", "Access denied for the entity PurchaseOrderLineV2");
    }

    @Test
    void pages_are_followed_wherever_their_links_lead() {
        bench.server.when(request -> request.startsWith("GET /data/VendorInvoiceLines"), "lines-page-1");
        bench.server.when(request -> request.contains("$skip=1"), "lines-page-2");
        bench.server.when(request -> request.contains("$skiptoken=2"), "lines-page-3");
        assertThat(done(bench.dynamics.vendorInvoices().invoiced(Trade.USMF, "00000123")))
                .extracting(InvoicedQuantity::orderLine)
                .containsExactly(1L, 2L);
        assertThat(bench.server.requests()).hasSize(4);
    }

    @Test
    void a_rejected_write_says_what_the_infolog_says() {
        bench.server.when(request -> request.startsWith("POST /data/VendorInvoiceHeaders"), "write-failed");
        assertThat(refused(bench.dynamics.vendorInvoices().createHeader(invoice()))
                        .message())
                .contains("The value '9999' in field 'Invoice account' is not found in the related table 'Vendors'")
                .doesNotContain("stacktrace", "validateField failed");
    }

    @Test
    void a_rejected_change_set_is_rejected_as_a_whole_and_names_the_line_that_its_text_names() {
        bench.server.when(request -> request.startsWith("POST /data/$batch"), "change-set-failed");
        assertThat(refused(bench.dynamics.vendorInvoices().createWhole(invoice()))
                        .message())
                .contains("Item 'A-2' is blocked for 'Purchase order'", "line 2");
    }

    @Test
    void a_gateway_that_fails_in_json_leaves_a_write_in_doubt() {
        bench.server.when(request -> request.startsWith("POST /data/$batch"), "unavailable-json");
        assertThat(await(bench.dynamics.vendorInvoices().createWhole(invoice())))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_line_that_exists_already_leaves_the_change_set_in_doubt() {
        bench.server.when(request -> request.startsWith("POST /data/$batch"), "invoices/line-exists");
        assertThat(await(bench.dynamics.vendorInvoices().createWhole(invoice())))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_number_that_was_used_is_told_as_such_in_a_change_set_and_alone() {
        bench.server.when(request -> request.startsWith("POST /data/$batch"), "invoices/number-used");
        bench.server.when(
                request -> request.startsWith("POST /data/VendorInvoiceHeaders"), "invoices/number-used-alone");
        assertThat(refused(bench.dynamics.vendorInvoices().createWhole(invoice()))
                        .code())
                .isEqualTo("invoice-number-used");
        assertThat(refused(bench.dynamics.vendorInvoices().createHeader(invoice()))
                        .code())
                .isEqualTo("invoice-number-used");
    }

    @Test
    void throttling_is_recognized_whatever_the_body() {
        bench.server.when(request -> request.startsWith("GET /data/VendorInvoiceLines"), "throttled");
        assertThat(notNow(bench.dynamics.vendorInvoices().invoiced(Trade.USMF, "00000123"))
                        .retryAfter())
                .contains(Duration.ofSeconds(17));
    }
}
