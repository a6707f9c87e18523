package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.polling.OrderPoller;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Where a source shows only what an order says now, every change is told once, and coming back is a change too. */
class RevisionsByContentTest {

    private static final String A = "CONTENT-AAAAAAAAAAAA";
    private static final String B = "CONTENT-BBBBBBBBBBBB";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-20T08:00:00Z"));
    private final Chance chance = new Chance(1);
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private final Health health = new Health();
    private String shown = A;
    private Optional<String> remark = Optional.empty();

    /** One order in its present state. */
    private final class Present implements PurchaseOrders {

        @Override
        public CompletionStage<Outcome<Confirmations>> confirmedSince(Set<LegalEntity> legalEntities, LocalDate since) {
            OrderKey key = new OrderKey(legalEntities.iterator().next(), "PO-1", shown);
            return CompletableFuture.completedFuture(Outcome.done(new Confirmations(
                    List.of(new Confirmation(
                            key,
                            new VendorAccount("nobody"),
                            LocalDate.of(2026, 3, 20),
                            OrderKind.UNKNOWN,
                            Hashes.of(shown))),
                    List.of())));
        }

        @Override
        public CompletionStage<Outcome<List<Confirmation>>> confirmationsOf(LegalEntity entity, String orderNumber) {
            throw new AssertionError("not asked for");
        }

        @Override
        public CompletionStage<Outcome<PurchaseOrder>> read(OrderKey key) {
            throw new AssertionError("not asked for");
        }

        @Override
        public CompletionStage<Outcome<List<OpenOrder>>> find(Set<LegalEntity> legalEntities, String orderNumber) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Optional<String> remark() {
            return remark;
        }
    }

    /** A process of its own, so that nothing is remembered but by the journal. */
    private List<String> polled(String content) {
        shown = content;
        Life life = new Life(time, new Story(time, false), defect -> {
            throw new AssertionError(defect);
        });
        Engine engine = SimulatedEngine.of(life, journal, new X12Codec(), time::now, chance.generator(), "node-1");
        new OrderPoller(
                        engine,
                        Trade.CONTOSO.connection(
                                HeaderReference.ASSIGNED,
                                FileSizes.USUAL,
                                new Present(),
                                companies.products(),
                                companies.invoices(),
                                companies.mailbox()),
                        health)
                .start();
        time.runUntil(time.now().plus(Duration.ofMinutes(5)));
        life.end();
        return journal.list(DocumentFilter.ALL.page(500, Optional.empty())).toCompletableFuture().join().stream()
                .sorted(Comparator.comparing(DocumentRecord::createdAt))
                .map(document -> document.keys().confirmationNumber())
                .toList();
    }

    @Test
    void the_same_content_is_entered_once_however_often_it_is_seen() {
        assertThat(polled(A)).containsExactly(A);
        assertThat(polled(A)).containsExactly(A);
    }

    @Test
    void an_order_that_comes_back_to_what_it_said_before_is_entered_again_and_again_only_once() {
        polled(A);
        polled(B);
        assertThat(polled(A)).containsExactly(A, B, A + "-2");
        assertThat(polled(A)).containsExactly(A, B, A + "-2");
        assertThat(polled(B)).containsExactly(A, B, A + "-2", B + "-2");
    }

    @Test
    void health_says_where_orders_are_read_if_it_is_not_as_usual() {
        remark = Optional.of("read elsewhere");
        polled(A);
        assertThat(health.remark("Orders of contoso")).contains("read elsewhere");
    }
}
