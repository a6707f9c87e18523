package io.mlconnector.postgres.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.json.JsonStoredForm;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.postgres.support.TestPostgres;
import io.mlconnector.testing.contract.Stages;
import io.mlconnector.testing.contract.journal.JournalContract;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresJournalTest extends JournalContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Vertx VERTX = Vertx.vertx();

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static Pool pool;

    @BeforeAll
    static void open_the_database() {
        pool = Awaiting.await(Database.open(VERTX, TestPostgres.database("journal"), () -> {}))
                .pool();
    }

    @AfterAll
    static void close_everything() {
        Awaiting.await(pool.close());
        Awaiting.await(VERTX.close());
    }

    @Test
    void a_character_that_postgresql_cannot_store_is_replaced() {
        String garbage = "no\0text";
        HistoryEntry entry = new HistoryEntry(NOON, "daemon", "held", garbage, Map.of("found", garbage), List.of());
        NewDocument document = new NewDocument(
                new DocumentId("nul-1"),
                "c",
                "acme",
                Direction.INBOUND,
                "810",
                Optional.of(garbage),
                Optional.empty(),
                Optional.empty(),
                BusinessKeys.NONE.withOrder("usmf", garbage),
                Validity.INVALID,
                Held.because(Problem.named("syntax", "it", garbage), new InvoiceState.Received(Set.of(), 0)),
                Optional.empty(),
                List.of(entry));
        Journal journal = open(InstantSource.fixed(NOON));
        assertThat(Stages.await(journal.announce(List.of(document)))).containsExactly(document.id());
        DocumentRecord stored = Stages.await(journal.find(document.id())).orElseThrow();
        assertThat(stored.keys().orderNumber()).isEqualTo("no\ufffdtext");
        assertThat(stored.reason().orElseThrow().message()).isEqualTo("no\ufffdtext");
        assertThat(HistoryChain.firstBroken(document.id(), Stages.await(journal.history(document.id()))))
                .isEmpty();
    }

    @Override
    protected Journal open(InstantSource source) {
        return new PostgresJournal(pool, source, new JsonStoredForm());
    }
}
