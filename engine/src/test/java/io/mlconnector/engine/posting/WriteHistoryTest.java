package io.mlconnector.engine.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.erp.WireExchange;
import io.mlconnector.ports.erp.WireExchange.Body;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WriteHistoryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Decision AFTER = new Decision(
            new InvoiceState.Received(Set.of(), 0),
            new Step.Rest(),
            List.of(
                    HistoryEntry.entry(NOW, "refused", "F&O refused it", Map.of("status", "400")),
                    HistoryEntry.entry(NOW, "post-intended", "The next write")));

    private static Body body(String type, String text) {
        return Body.of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static WriteHistory said(OptionalInt status, Body request, Body answer) {
        return new WriteHistory(Optional.of(new WireExchange("POST", "$batch of A, B", status, request, answer)));
    }

    @Test
    void the_entry_of_the_outcome_has_request_and_answer_and_the_next_one_nothing() {
        WriteHistory said =
                said(OptionalInt.of(200), body("multipart/mixed; boundary=b", "--b"), body("application/json", "{}"));
        List<HistoryEntry> history = said.told(AFTER).history();
        assertThat(history).hasSize(2);
        List<Payload> kept = said.kept(Change.of(AFTER)).payloads();
        assertThat(kept).extracting(Payload::mediaType).containsExactly(Payload.TEXT, Payload.JSON);
        assertThat(history.getFirst().payloads())
                .containsExactlyElementsOf(kept.stream().map(Payload::hash).toList());
        assertThat(history.getFirst().details())
                .containsEntry("method", "POST")
                .containsEntry("entitySet", "$batch of A, B")
                .as("the status of the part that was refused, not that of the batch")
                .containsEntry("status", "400")
                .containsEntry("request", kept.getFirst().hash().hex())
                .containsEntry("answer", kept.getLast().hash().hex());
        assertThat(history.getLast()).isEqualTo(AFTER.history().getLast());
    }

    @Test
    void a_page_of_a_proxy_is_kept_as_text_that_no_browser_runs() {
        WriteHistory said = said(OptionalInt.of(502), body("application/json", "{}"), body("text/html", "<script>"));
        assertThat(said.kept(Change.of(AFTER)).payloads().getLast().mediaType()).isEqualTo(Payload.TEXT);
    }

    @Test
    void a_write_without_an_answer_has_its_request_only() {
        WriteHistory said = said(OptionalInt.empty(), body("application/json", "{}"), Body.NONE);
        Decision unknown = Decision.of(
                AFTER.next(), AFTER.step(), HistoryEntry.entry(NOW, "post-in-doubt", "It received no response"));
        HistoryEntry entry = said.told(unknown).history().getFirst();
        assertThat(entry.payloads()).hasSize(1);
        assertThat(entry.details()).containsEntry("status", "none").doesNotContainKey("answer");
    }

    @Test
    void of_a_body_without_bounds_the_beginning_is_kept_and_its_length_told() {
        Body large = Body.of("application/json", new byte[WireExchange.MOST + 1]);
        WriteHistory said = said(OptionalInt.of(201), large, Body.NONE);
        assertThat(said.kept(Change.of(AFTER)).payloads().getFirst().bytes()).hasSize(WireExchange.MOST);
        assertThat(said.told(AFTER).history().getFirst().details())
                .containsEntry("requestCut", "the first 1048576 of 1048577 bytes are kept");
    }

    @Test
    void where_nothing_was_sent_nothing_is_told() {
        WriteHistory nothing = new WriteHistory(Optional.empty());
        assertThat(nothing.told(AFTER)).isEqualTo(AFTER);
        assertThat(nothing.kept(Change.of(AFTER)).payloads()).isEmpty();
    }
}
