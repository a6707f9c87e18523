package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.BatchReads;
import io.mlconnector.twin.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReadsTest {

    private static final Fault SET_NOT_FOUND = new Fault.Answer(
            404,
            "{\"error\":{\"code\":\"\",\"message\":\"Resource not found for the segment 'X'.\"}}",
            Map.of("Content-Type", "application/json"));

    private DynamicsBench bench = new DynamicsBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    private void tenant(BatchReads batchReads) {
        bench.close();
        bench = new DynamicsBench(DynamicsBehaviour.defaults().withBatchReads(batchReads));
    }

    private VendorInvoices invoices() {
        return bench.dynamics.vendorInvoices();
    }

    /** Two reads: of pending and of posted invoices. */
    private CompletionStage<Outcome<List<ExistingInvoice>>> two() {
        return bench.inOneTurn(() -> invoices().find(Trade.USMF, Trade.VENDOR, "INV-1"));
    }

    private CompletionStage<Outcome<List<InvoicedQuantity>>> one() {
        return invoices().invoiced(Trade.USMF, "PO-1");
    }

    private record Three(
            CompletionStage<Outcome<List<ExistingInvoice>>> others,
            CompletionStage<Outcome<List<InvoicedQuantity>>> last) {}

    private Three three() {
        return bench.inOneTurn(() -> new Three(invoices().find(Trade.USMF, Trade.VENDOR, "INV-1"), one()));
    }

    @Test
    void reads_that_are_wanted_together_are_one_request() {
        done(two());
        assertThat(bench.requests()).isEqualTo(1);
        assertThat(bench.calls("GET", "VendorInvoiceHeaders")).isEqualTo(1);
        assertThat(bench.calls("GET", "VendInvoiceJourBiEntities")).isEqualTo(1);
    }

    @Test
    void a_read_that_is_wanted_alone_is_a_request_of_its_own() {
        done(one());
        assertThat(bench.calls("POST", "$batch")).isZero();
        assertThat(bench.requests()).isEqualTo(1);
    }

    @Test
    void four_hundred_reads_are_requests_of_two_hundred() {
        bench.inOneTurn(() -> Stream.generate(this::one).limit(400).toList()).forEach(asked -> done(asked));
        assertThat(bench.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500, 503})
    void one_part_that_fails_fails_alone_and_as_a_request_of_its_own_would(int status) {
        bench.fails("GET", "/data/VendorInvoiceLines", new Fault.Answer(status, "", Map.of()));
        Three three = three();
        Outcome<?> inBatch = await(three.last());
        done(three.others());
        assertThat(bench.requests()).isEqualTo(1);

        bench.fails("GET", "/data/VendorInvoiceLines", new Fault.Answer(status, "", Map.of()));
        assertThat(await(one())).isEqualTo(inBatch);
    }

    @Test
    void a_part_that_is_throttled_waits_as_long_as_it_is_told() {
        bench.fails("GET", "/data/VendorInvoiceLines", new Fault.Throttle(7));
        Three three = three();
        assertThat(notNow(three.last()).retryAfter()).contains(Duration.ofSeconds(7));
        done(three.others());
    }

    @Test
    void a_part_whose_token_has_expired_is_read_with_a_new_one() {
        bench.fails("GET", "/data/VendorInvoiceLines", new Fault.ExpiredToken());
        Three three = three();
        done(three.last());
        done(three.others());
    }

    @Test
    void an_expired_token_is_renewed_for_all_that_were_read_together() {
        done(two());
        bench.twin.dynamics().revokeTokens();
        done(two());
        assertThat(bench.tokensFetched()).isEqualTo(2);
        assertThat(bench.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = BatchReads.class,
            names = {"EACH_REFUSED", "REFUSED"})
    void a_tenant_whose_batch_takes_no_reads_is_read_one_by_one_which_is_found_out_once(BatchReads tenant) {
        tenant(tenant);
        done(two());
        assertThat(bench.requests()).as("the batch, and the two reads").isEqualTo(3);
        done(two());
        assertThat(bench.requests()).isEqualTo(5);
        assertThat(bench.calls("POST", "$batch")).isEqualTo(1);
    }

    @Test
    void a_tenant_that_has_no_batch_at_all_is_read_one_by_one() {
        bench.close();
        bench = new DynamicsBench(DynamicsBehaviour.defaults().withBatchSupported(false));
        done(two());
        done(two());
        assertThat(bench.calls("POST", "$batch")).isEqualTo(1);
    }

    @Test
    void json_answers_are_read_whatever_their_order() {
        tenant(BatchReads.ANSWERED_IN_JSON);
        bench.fails("GET", "/data/VendInvoiceJourBiEntities", SET_NOT_FOUND);
        assertThat(notNow(two()).why().message()).contains("VendInvoiceJourBiEntities");
        assertThat(bench.requests()).isEqualTo(1);
    }

    @Test
    void what_a_server_leaves_out_after_its_first_refusal_is_asked_for_again() {
        tenant(BatchReads.UP_TO_THE_FIRST_REFUSAL);
        bench.fails("GET", "/data/VendInvoiceJourBiEntities", new Fault.Answer(403, "", Map.of()));
        Three three = three();
        notNow(three.others());
        done(three.last());
        assertThat(bench.calls("GET", "VendorInvoiceHeaders")).isEqualTo(1);
    }

    @Test
    void sets_that_are_not_there_do_not_count_against_batches() {
        bench.fails("GET", "/data/VendorInvoiceHeaders", SET_NOT_FOUND);
        bench.fails("GET", "/data/VendInvoiceJourBiEntities", SET_NOT_FOUND);
        bench.fails("GET", "/data/VendorInvoiceHeaders", SET_NOT_FOUND);
        bench.fails("GET", "/data/VendInvoiceJourBiEntities", SET_NOT_FOUND);
        notNow(two());
        int before = bench.requests();
        done(two());
        assertThat(bench.requests()).isEqualTo(before + 1);
    }

    @Test
    void one_server_error_does_not_count_against_batches_either() {
        bench.fails("POST", "/data/$batch", new Fault.Answer(500, "", Map.of()));
        done(two());
        int before = bench.requests();
        done(two());
        assertThat(bench.requests()).isEqualTo(before + 1);
    }

    @Test
    void after_a_batch_without_an_answer_each_read_has_the_time_for_itself_for_some_minutes() {
        bench.fails("POST", "/data/$batch", new Fault.DropBeforeWork());
        assertThat(notNow(two()).why().code()).isEqualTo("no-answer");
        done(two());
        assertThat(bench.calls("POST", "$batch")).isEqualTo(1);
        bench.clock.advance(Duration.ofMinutes(6));
        done(two());
        assertThat(bench.calls("POST", "$batch")).isEqualTo(2);
    }

    @Test
    void a_batch_whose_answers_are_too_large_together_is_read_one_by_one() {
        bench.fails("POST", "/data/$batch", new Fault.EndlessAnswer());
        done(two());
    }

    @Test
    void nobody_reads_in_batches_who_does_not_want_to() {
        done(bench.connect(bench.optionsReadingSingly()).vendorInvoices().find(Trade.USMF, Trade.VENDOR, "INV-1"));
        assertThat(bench.calls("POST", "$batch")).isZero();
        assertThat(bench.requests()).isEqualTo(2);
    }
}
