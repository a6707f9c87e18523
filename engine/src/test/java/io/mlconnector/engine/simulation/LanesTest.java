package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.runner.FlowRunner;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** Connections share a runner and nothing else: one that never answers keeps no document of another. */
class LanesTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final List<Throwable> defects = new ArrayList<>();
    private final Life life = new Life(time, new Story(time, false), defects::add);
    private final Chance chance = new Chance(1);
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Engine engine =
            SimulatedEngine.of(life, journal, new X12Codec(), time::now, chance.generator(), "node-1");
    private int asked;

    /** Orders of a company that takes every question and answers none. */
    private PurchaseOrders silent() {
        return (PurchaseOrders) Proxy.newProxyInstance(
                PurchaseOrders.class.getClassLoader(),
                new Class<?>[] {PurchaseOrders.class},
                (proxy, method, arguments) -> {
                    asked++;
                    return new CompletableFuture<>();
                });
    }

    private Connection connection(Trade trade, Companies companies, PurchaseOrders orders) {
        return trade.connection(
                HeaderReference.ASSIGNED,
                FileSizes.USUAL,
                orders,
                companies.products(),
                companies.invoices(),
                companies.mailbox());
    }

    private Companies companies() {
        return new Companies(time, HeaderReference.ASSIGNED);
    }

    /** Confirms orders and enters them. */
    private void announce(Trade trade, Companies companies, int count) {
        for (int i = 1; i <= count; i++) {
            PurchaseOrder order = Trade.order(trade.acme(), Trade.USMF, "PO-" + i, 1, 0, "ITEM-1", 1);
            companies.orders().confirm(order);
            await(journal.announce(List.of(new NewDocument(
                    engine.ids().next(),
                    trade.connection(),
                    "acme",
                    Direction.OUTBOUND,
                    "850",
                    Optional.of(trade.connection() + "/" + order.key()),
                    Optional.empty(),
                    Optional.empty(),
                    new BusinessKeys(
                            "usmf", "PO-" + i, order.key().confirmationNumber(), "", "", "", "", "", Optional.empty()),
                    Validity.PENDING,
                    new SendingState.Announced(0),
                    Optional.empty(),
                    List.of(HistoryEntry.entry(time.now(), "announced", "It was confirmed"))))));
        }
    }

    private List<DocumentRecord> documents(Trade trade) {
        return await(journal.list(DocumentFilter.ALL.page(100, Optional.empty()))).stream()
                .filter(document -> document.connection().equals(trade.connection()))
                .toList();
    }

    private long done(Trade trade) {
        return documents(trade).stream()
                .filter(document -> document.condition() == Condition.DONE)
                .count();
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private void runFor(Duration length) {
        time.runUntil(time.now().plus(length));
        assertThat(defects).isEmpty();
    }

    @Test
    void a_connection_that_never_answers_keeps_no_document_of_another() {
        Companies dead = companies();
        Companies well = companies();
        announce(Trade.CONTOSO, dead, 40);
        time.runUntil(time.now().plusSeconds(1));
        announce(Trade.FABRIKAM, well, 40);
        new FlowRunner(
                        engine,
                        List.of(
                                connection(Trade.CONTOSO, dead, silent()),
                                connection(Trade.FABRIKAM, well, well.orders())),
                        6,
                        Duration.ofSeconds(1),
                        new Health())
                .start();
        runFor(LONG);
        assertThat(done(Trade.FABRIKAM)).isEqualTo(40);
        assertThat(asked).isEqualTo(3);
        assertThat(documents(Trade.CONTOSO))
                .filteredOn(document -> document.attempts() > 0)
                .hasSize(3);
    }

    @Test
    void with_more_connections_than_places_each_has_one() {
        Companies dead = companies();
        Companies well = companies();
        announce(Trade.CONTOSO, dead, 5);
        announce(Trade.FABRIKAM, well, 5);
        new FlowRunner(
                        engine,
                        List.of(
                                connection(Trade.CONTOSO, dead, silent()),
                                connection(Trade.FABRIKAM, well, well.orders())),
                        1,
                        Duration.ofSeconds(1),
                        new Health())
                .start();
        runFor(LONG);
        assertThat(done(Trade.FABRIKAM)).isEqualTo(5);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void a_connection_that_is_alone_has_every_place() {
        Companies dead = companies();
        announce(Trade.CONTOSO, dead, 40);
        new FlowRunner(
                        engine,
                        List.of(connection(Trade.CONTOSO, dead, silent())),
                        6,
                        Duration.ofSeconds(1),
                        new Health())
                .start();
        runFor(LONG);
        assertThat(asked).isEqualTo(6);
    }

    @Test
    void documents_of_a_connection_that_is_not_configured_are_told_once_and_left_alone() {
        Companies gone = companies();
        Companies well = companies();
        announce(Trade.CONTOSO, gone, 3);
        announce(Trade.FABRIKAM, well, 2);
        List<String> told = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(FlowRunner.class.getName());
        logger.addHandler(handler);
        try {
            new FlowRunner(
                            engine,
                            List.of(connection(Trade.FABRIKAM, well, well.orders())),
                            6,
                            Duration.ofSeconds(1),
                            new Health())
                    .start();
            runFor(LONG);
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(done(Trade.FABRIKAM)).isEqualTo(2);
        assertThat(documents(Trade.CONTOSO))
                .hasSize(3)
                .allSatisfy(document -> assertThat(document.attempts()).isZero());
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("3 documents belong to connection contoso, which is not configured.");
    }
}
