package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.event.EventCounts;
import io.mlconnector.engine.intake.Notices;
import io.mlconnector.ports.erp.BusinessEvent;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What F&O tells of a document that we are done with completes its history; nothing depends on it. */
class ToldEventsTest {

    private static final String CONNECTION = Trade.CONTOSO.connection();
    private static final LegalEntity USMF = Trade.USMF;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final List<Throwable> defects = new ArrayList<>();
    private final Life life = new Life(time, new Story(time, false), defects::add);
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Engine engine =
            SimulatedEngine.of(life, journal, new X12Codec(), time::now, new Chance(1).generator(), "node-1");
    private final EventCounts counts = new EventCounts();
    private List<BusinessEvent> told = List.of();
    private final Notices notices = new Notices(engine, body -> told, counts);

    private void tell(String body, BusinessEvent... events) {
        told = List.of(events);
        notices.businessEvent(CONNECTION, body.getBytes(StandardCharsets.UTF_8));
        time.runUntil(time.now().plusSeconds(1));
    }

    private DocumentId invoice(String legalEntity, String number) {
        return enter(
                Direction.INBOUND,
                "810",
                new BusinessKeys(legalEntity, "PO-1", "", number, "", "", "", "", Optional.empty()),
                new InvoiceState.Posted("H-1", time.now()));
    }

    private DocumentId order(String number, String confirmation) {
        return enter(
                Direction.OUTBOUND,
                "850",
                BusinessKeys.ofConfirmation("usmf", number, confirmation),
                new SendingState.Delivered(
                        new OutboundFile(
                                new FolderReference.ByPath("/out"),
                                number + ".edi",
                                Hashes.of(new byte[] {1}),
                                1,
                                "850",
                                Optional.empty()),
                        time.now()));
    }

    private DocumentId enter(Direction direction, String type, BusinessKeys keys, FlowState state) {
        DocumentId id = engine.ids().next();
        journal.announce(List.of(new NewDocument(
                id,
                CONNECTION,
                "acme",
                direction,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                keys,
                Validity.VALID,
                state,
                Optional.empty(),
                List.of())));
        time.runUntil(time.now().plusSeconds(1));
        return id;
    }

    private List<String> history(DocumentId id) {
        return journal.history(id).toCompletableFuture().join().stream()
                .map(recorded ->
                        recorded.entry().event() + ": " + recorded.entry().message())
                .toList();
    }

    private static BusinessEvent.InvoicePosted posted(String number) {
        return new BusinessEvent.InvoicePosted(USMF, Optional.of("1001"), number, Optional.of("APV-9"), "", "");
    }

    @Test
    void a_posted_invoice_is_told_once_with_the_document_that_created_it() {
        DocumentId id = invoice("usmf", "INV-7");
        DocumentId other = invoice("usmf", "INV-70");
        DocumentId elsewhere = invoice("dat", "INV-7");

        tell("one", posted("inv-7"));
        tell("one", posted("inv-7"));

        assertThat(history(id))
                .containsExactly("posted-in-erp: F&O tells that invoice inv-7 was posted with voucher APV-9");
        assertThat(history(other)).isEmpty();
        assertThat(history(elsewhere)).isEmpty();
        assertThat(counts.all()).isEqualTo(Map.of(CONNECTION, Map.of("VendorInvoicePosted", 1L)));
    }

    @Test
    void nothing_is_told_where_two_vendors_use_the_same_number() {
        List<DocumentId> both = List.of(invoice("usmf", "1"), invoice("usmf", "1"));

        tell("one", posted("1"));

        assertThat(both).allSatisfy(id -> assertThat(history(id)).isEmpty());
    }

    @Test
    void a_receipt_is_told_with_the_revision_that_went_out_last() {
        DocumentId first = order("PO-1", "PO-1-1");
        DocumentId last = order("PO-1", "PO-1-2");

        tell("one", new BusinessEvent.ProductsReceived(USMF, "PO-1", Optional.of("PS-3"), "", ""));

        assertThat(history(first)).isEmpty();
        assertThat(history(last))
                .containsExactly(
                        "received-in-erp: F&O tells that goods of order PO-1 were received with product receipt PS-3");
    }

    @Test
    void kinds_without_end_are_counted_together() {
        for (int number = 0; number < 200; number++) {
            tell("event " + number, new BusinessEvent.Other("Kind" + number, "", ""));
        }
        tell("no event at all");

        Map<String, Long> kinds = counts.all().getOrDefault(CONNECTION, Map.of());
        assertThat(kinds).hasSizeLessThan(60).containsEntry("Kind0", 1L);
        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(201);
        assertThat(defects).isEmpty();
    }
}
