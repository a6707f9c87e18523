package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static io.mlconnector.testing.contract.Stages.refused;
import static io.mlconnector.testing.contract.Stages.unknown;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.InvoiceWrite;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.testing.contract.VendorInvoicesContract;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.twin.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static final String BATCH = "/data/$batch";
    private static final String HEADERS = "/data/VendorInvoiceHeaders";
    private static final Fault HTML =
            new Fault.Answer(502, "<html><h1>Bad Gateway</h1></html>", Map.of("Content-Type", "text/html"));

    private final DynamicsBench bench =
            new DynamicsBench(DynamicsBehaviour.defaults().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED));
    private final InvoiceToPost invoice = VendorInvoicesContract.invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1, 2, 3);

    @BeforeEach
    void enter_orders() {
        InvoiceOrders.enter(bench);
        done(bench.dynamics.signIn());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private VendorInvoices invoices() {
        return bench.dynamics.vendorInvoices();
    }

    private CompletionStage<Outcome<List<Confirmation>>> read() {
        return bench.dynamics.purchaseOrders().confirmationsOf(Trade.USMF, "PO-1");
    }

    private int found() {
        return done(invoices().find(invoice.legalEntity(), invoice.vendor(), invoice.number()))
                .size();
    }

    @Test
    void a_change_set_whose_answer_is_lost_is_unknown_and_found_afterwards() {
        bench.fails("POST", BATCH, new Fault.DropAfterWork());
        unknown(invoices().createWhole(invoice));
        assertThat(bench.calls("POST", "$batch")).isEqualTo(1);
        assertThat(found()).isEqualTo(1);
        assertThat(done(invoices().parts(invoice, invoice.mark()))).hasSize(3);
    }

    @Test
    void of_a_write_whose_answer_is_lost_the_request_is_told() {
        bench.fails("POST", BATCH, new Fault.DropAfterWork());
        InvoiceWrite lost = await(invoices().createWhole(invoice, Intent.stored(true)));
        assertThat(lost.exchange()).hasValueSatisfying(said -> {
            assertThat(said.status()).isEmpty();
            assertThat(said.target()).isEqualTo("$batch of VendorInvoiceHeaders, VendorInvoiceLines");
            assertThat(new String(said.request().bytes(), UTF_8))
                    .contains(invoice.number(), "POST VendorInvoiceLines")
                    .doesNotContainIgnoringCase("authorization", "bearer");
            assertThat(said.answer().bytes()).isEmpty();
        });
    }

    @Test
    void a_header_whose_answer_is_lost_is_unknown_and_found_afterwards() {
        bench.fails("POST", HEADERS, new Fault.DropAfterWork());
        unknown(invoices().createHeader(invoice));
        assertThat(found()).isEqualTo(1);
        assertThat(bench.calls("POST", "VendorInvoiceHeaders")).isEqualTo(1);
    }

    @Test
    void lines_whose_answer_is_lost_are_unknown_and_found_afterwards() {
        String reference = done(invoices().createHeader(invoice));
        bench.fails("POST", BATCH, new Fault.DropAfterWork());
        unknown(invoices().createLines(invoice, reference, Set.of(1, 2)));
        assertThat(done(invoices().parts(invoice, reference))).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_write_that_never_arrived_is_unknown_too_because_it_cannot_be_distinguished() {
        bench.fails("POST", BATCH, new Fault.DropBeforeWork());
        unknown(invoices().createWhole(invoice));
        assertThat(bench.calls("POST", "$batch")).isEqualTo(1);
        assertThat(found()).isZero();
    }

    @Test
    void a_truncated_response_is_unknown() {
        bench.fails("POST", BATCH, new Fault.TruncateBody(300));
        unknown(invoices().createWhole(invoice));
        assertThat(found()).isEqualTo(1);
    }

    @Test
    void a_write_that_takes_too_long_is_unknown() {
        bench.fails("POST", HEADERS, new Fault.Delay(Duration.ofSeconds(2)));
        DynamicsOptions usual = bench.options();
        Dynamics impatient = bench.connect(new DynamicsOptions(
                usual.environmentUrl(),
                usual.tokenUrl(),
                usual.clientId(),
                usual.credential(),
                Duration.ofMillis(300),
                4,
                DynamicsOptions.USUAL_MOST_BYTES,
                true,
                usual.orderSource(),
                usual.orderNotes()));
        unknown(impatient.vendorInvoices().createHeader(invoice));
    }

    @Test
    void an_error_page_of_a_gateway_is_unknown_for_writes_and_not_now_for_reads() {
        bench.fails("POST", HEADERS, HTML);
        bench.fails("POST", BATCH, HTML);
        bench.fails("GET", "/data/", HTML);
        unknown(invoices().createHeader(invoice));
        unknown(invoices().createWhole(invoice));
        assertThat(notNow(read()).why().code()).isEqualTo("dynamics-unavailable");
    }

    private static Fault said(int status, String text) {
        return new Fault.Answer(
                status,
                "{\"error\":{\"code\":\"\",\"message\":\"" + text + "\"}}",
                Map.of("Content-Type", "application/json"));
    }

    @Test
    void a_server_error_decides_by_its_status_whatever_its_body_says() {
        for (int status : new int[] {408, 502, 503, 504}) {
            bench.fails("POST", HEADERS, said(status, "The service is unavailable."));
            bench.fails("GET", "/data/", said(status, "The service is unavailable."));
            unknown(invoices().createHeader(invoice));
            assertThat(notNow(read()).why().code()).as("%d", status).isEqualTo("dynamics-unavailable");
        }
        bench.fails("GET", "/data/", said(500, "An error has occurred."));
        assertThat(notNow(read()).why().code()).isEqualTo("dynamics-unavailable");
    }

    @Test
    void what_f_and_o_says_of_itself_is_no_refusal() {
        for (String text :
                List.of("The session has expired.", "Execution Timeout Expired: timed out.", "Try again later")) {
            bench.fails("POST", HEADERS, said(500, text));
            unknown(invoices().createHeader(invoice));
        }
    }

    @Test
    void a_set_that_is_not_there_is_a_matter_of_the_environment() {
        bench.fails("GET", "/data/", said(404, "No HTTP resource was found."));
        assertThat(notNow(read()).why().code()).isEqualTo("set-not-readable");
        assertThat(done(read())).isEmpty();
    }

    @Test
    void without_the_posted_invoices_nobody_says_that_an_invoice_is_new() {
        bench.fails("GET", "/data/VendInvoiceJourBiEntities", said(404, "No HTTP resource was found."));
        Outcome.NotNow<?> later = notNow(invoices().find(invoice.legalEntity(), invoice.vendor(), invoice.number()));
        assertThat(later.why().code()).isEqualTo("set-not-readable");
        assertThat(later.why().message()).contains("VendInvoiceJourBiEntities", "posted before");
    }

    @Test
    void an_error_without_a_body_is_unknown_for_writes_and_not_now_for_reads() {
        bench.fails("POST", BATCH, new Fault.Answer(500, "", Map.of()));
        bench.fails("POST", HEADERS, new Fault.Answer(504, "", Map.of()));
        bench.fails("GET", "/data/", new Fault.Answer(500, "", Map.of()));
        unknown(invoices().createWhole(invoice));
        unknown(invoices().createHeader(invoice));
        notNow(read());
    }

    @Test
    void a_success_that_cannot_be_read_is_unknown_for_writes_and_not_now_for_reads() {
        Fault page = new Fault.Answer(200, "<html>sign in</html>", Map.of("Content-Type", "text/html"));
        bench.fails("POST", BATCH, page);
        bench.fails("POST", HEADERS, page);
        bench.fails("GET", "/data/", page);
        unknown(invoices().createWhole(invoice));
        unknown(invoices().createHeader(invoice));
        notNow(read());
    }

    @Test
    void a_redirect_to_a_sign_in_page_is_not_followed() {
        bench.fails("GET", "/data/", new Fault.Answer(302, "", Map.of("Location", "http://127.0.0.1:1/login")));
        assertThat(notNow(read()).why().code()).isEqualTo("credentials-refused");
    }

    @Test
    void interrupted_reads_may_be_repeated() {
        bench.fails("GET", "/data/", new Fault.DropAfterWork());
        bench.fails("GET", "/data/", new Fault.TruncateBody(10));
        assertThat(notNow(read()).why().code()).isEqualTo("no-answer");
        assertThat(notNow(read()).why().code()).isEqualTo("no-answer");
        assertThat(done(read())).isEmpty();
    }

    @Test
    void a_throttled_request_did_not_happen_and_carries_the_retry_delay() {
        bench.fails("POST", BATCH, new Fault.Throttle(23));
        bench.fails("POST", HEADERS, new Fault.Throttle(23));
        bench.fails("GET", "/data/", new Fault.Throttle(null));
        Outcome.NotNow<?> whole = notNow(invoices().createWhole(invoice));
        assertThat(whole.why().code()).isEqualTo("throttled");
        assertThat(whole.retryAfter()).contains(Duration.ofSeconds(23));
        assertThat(notNow(invoices().createHeader(invoice)).retryAfter()).contains(Duration.ofSeconds(23));
        assertThat(notNow(read()).retryAfter()).contains(Duration.ofSeconds(10));
        assertThat(found()).isZero();
    }

    @Test
    void a_throttled_change_set_within_a_successful_response_did_not_happen() {
        bench.fails("POST", BATCH, new Fault.ThrottlePart(0, 31));
        Outcome.NotNow<?> whole = notNow(invoices().createWhole(invoice));
        assertThat(whole.why().code()).isEqualTo("throttled");
        assertThat(whole.retryAfter()).contains(Duration.ofSeconds(31));
        assertThat(found()).isZero();
        done(invoices().createWhole(invoice));
        assertThat(found()).isEqualTo(1);
    }

    @Test
    void a_throttled_change_set_closes_the_gate_for_all_requests() {
        List<Gate.RemoteHealth> verdicts = new CopyOnWriteArrayList<>();
        Dynamics connected = bench.connect(bench.options(), new RecordingGate(verdicts));
        bench.fails("POST", BATCH, new Fault.ThrottlePart(0, 31));
        notNow(connected.vendorInvoices().createWhole(invoice));
        assertThat(verdicts).last().isEqualTo(new Gate.RemoteHealth.Throttled(Duration.ofSeconds(31)));
    }

    /** Always open; records the verdicts on the remote system. */
    private record RecordingGate(List<RemoteHealth> verdicts) implements Gate {
        @Override
        public <I, T> CompletionStage<Passage<T>> pass(
                String rateKey,
                Intent<I> intent,
                Function<I, ? extends CompletionStage<T>> request,
                Function<T, RemoteHealth> judge) {
            return Gate.open().pass(rateKey, intent, request, judge).thenApply(passage -> {
                if (passage instanceof Passage.Answered<T>(T answer)) {
                    verdicts.add(judge.apply(answer));
                }
                return passage;
            });
        }
    }

    @Test
    void an_unavailable_environment_did_nothing() {
        await(bench.twin.stop().toCompletionStage());
        // The first request may still use a connection that was open when the environment stopped.
        notNow(read());
        assertThat(notNow(invoices().createWhole(invoice)).why().code()).isEqualTo("unreachable");
        assertThat(notNow(read()).why().code()).isEqualTo("unreachable");
    }

    @Test
    void a_rejection_contains_the_infolog_message() {
        InvoiceToPost bad = VendorInvoicesContract.invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1, 99);
        Problem why = refused(invoices().createWhole(bad));
        assertThat(why.code()).isEqualTo("dynamics-refused");
        assertThat(why.message()).contains("The value '99' in field 'Line number' is not found in the related table");
        assertThat(why.details()).containsEntry("status", "400");
    }

    @Test
    void a_rejection_names_the_line_that_f_and_o_speaks_of() {
        InvoiceToPost bad = VendorInvoicesContract.invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1, 99);
        Problem why = refused(invoices().createWhole(bad));
        assertThat(why.message()).contains("This is about line 2 (line 99 of order");
        assertThat(why.details()).containsEntry("lines", "2");
    }

    @Test
    void an_invoice_number_that_is_used_is_no_record_that_may_be_ours() {
        for (String text : List.of(
                "Infolog: Error: Invoice number INV-1 already exists for vendor account V-1..",
                "Infolog: Error: Invoice number 'INV-1' has already been used for vendor account 'V-1'.")) {
            bench.fails("POST", HEADERS, said(400, text));
            assertThat(refused(invoices().createHeader(invoice)).code()).isEqualTo("invoice-number-used");
        }
        bench.fails(
                "POST",
                HEADERS,
                said(
                        400,
                        "Write failed for table row of type 'VendorInvoiceHeaderEntity'. Infolog: Info: Cannot create a"
                                + " record in Vendor invoice header. The record already exists.."));
        unknown(invoices().createHeader(invoice));
    }

    @Test
    void a_batch_that_is_answered_in_json_is_read_all_the_same() {
        Map<String, String> json = Map.of("Content-Type", "application/json");
        String created = "{\"id\":\"1\",\"atomicityGroup\":\"g\",\"status\":201,\"body\":{}}";
        bench.fails(
                "POST",
                BATCH,
                new Fault.Answer(
                        200, "{\"responses\":[" + String.join(",", created, created, created, created) + "]}", json));
        assertThat(done(invoices().createWhole(invoice))).isEqualTo(invoice.mark());
        bench.fails("POST", BATCH, new Fault.Answer(200, """
                {"responses":[{"id":"1","status":424},{"id":"2","status":400,"headers":{"content-type":"application/json"},
                "body":{"error":{"message":"An error has occurred.","innererror":{"message":"Infolog: Warning: No."}}}}]}\
                """, json));
        assertThat(refused(invoices().createWhole(invoice)).message()).endsWith("was rejected by F&O: No.");
        bench.fails("POST", BATCH, new Fault.Answer(200, """
                {"responses":[{"id":"1","status":429,"headers":{"Retry-After":"17"}}]}\
                """, json));
        assertThat(notNow(invoices().createWhole(invoice)).retryAfter()).contains(Duration.ofSeconds(17));
        bench.fails("POST", BATCH, new Fault.Answer(200, "{\"responses\":[" + created + "]}", json));
        unknown(invoices().createWhole(invoice));
    }

    @Test
    void a_rejection_with_status_500_is_a_refusal_too() {
        try (DynamicsBench older = new DynamicsBench(DynamicsBehaviour.defaults()
                .withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED)
                .withValidationStatus(500))) {
            InvoiceOrders.enter(older);
            InvoiceToPost bad = VendorInvoicesContract.invoice(Trade.USMF, Trade.VENDOR, "INV-1", 1, 99);
            Problem why = refused(older.dynamics.vendorInvoices().createWhole(bad));
            assertThat(why.code()).isEqualTo("dynamics-refused");
            assertThat(why.message()).contains("'Line number' is not found");
            assertThat(older.twin.dynamics().invoices()).isEmpty();
        }
    }

    @Test
    void our_own_header_reference_is_refused_where_references_are_assigned() {
        try (DynamicsBench assigned = new DynamicsBench()) {
            InvoiceOrders.enter(assigned);
            VendorInvoices port = assigned.dynamics.vendorInvoices();
            assertThat(refused(port.createWhole(invoice)).message()).contains("entered manually");
            assertThat(assigned.twin.dynamics().invoices()).isEmpty();
            String reference = done(port.createHeader(invoice));
            assertThat(reference).startsWith("USMF-VI-");
            done(port.createLines(invoice, reference, Set.of(1, 2, 3)));
            assertThat(assigned.twin.dynamics().invoices().getFirst().lines()).hasSize(3);
        }
    }

    @Test
    void an_update_conflict_may_be_tried_again() {
        bench.fails("POST", HEADERS, new Fault.Answer(500, """
                {"error":{"code":"","message":"An error has occurred.","innererror":{"message":"Write failed. \
                An update conflict occurred due to another user process deleting the record.","type":"X"}}}\
                """, Map.of("Content-Type", "application/json")));
        assertThat(notNow(invoices().createHeader(invoice)).why().code()).isEqualTo("update-conflict");
    }

    @Test
    void an_environment_without_batches_refuses_whole_invoices() {
        try (DynamicsBench plain =
                new DynamicsBench(DynamicsBehaviour.defaults().withBatchSupported(false))) {
            InvoiceOrders.enter(plain);
            refused(plain.dynamics.vendorInvoices().createWhole(invoice));
        }
    }
}
