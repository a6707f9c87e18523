package io.mlconnector.postgres.journal;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.journal.table.History;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.postgres.support.FilledJournal;
import io.mlconnector.testing.contract.Stages;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One chain over all documents, whatever happens at the same time. */
class AnchoringTest {

    @Test
    void whoever_waits_for_another_has_not_begun_to_append() {
        try (FilledJournal ledger = FilledJournal.empty("waiting")) {
            ledger.announce("out-1");
            // Another transaction, such as a commit, stores the same bytes as a file that is received meanwhile.
            SqlConnection other = await(ledger.database().pool().getConnection());
            var transaction = await(other.begin());
            Payload same = FilledJournal.payload("bytes of in-2");
            await(History.store(other, List.of(same), Instant.EPOCH));
            CompletableFuture<Received> receiving = ledger.journal()
                    .receive(
                            FilledJournal.file("file-1"),
                            List.of(FilledJournal.invoice("in-1"), FilledJournal.invoice("in-2")))
                    .toCompletableFuture();
            Awaiting.until("the file waits for the bytes", Duration.ofSeconds(10), () -> waiting(ledger) == 1);
            // Refused if the file had begun to append: we would wait for it, and it for us.
            await(other.query("select position from journal_head for update nowait")
                    .execute());
            await(transaction.commit());
            await(other.close());
            assertThat(Stages.await(receiving).fresh()).hasSize(2);
            assertThat(ledger.findings()).isEmpty();
        }
    }

    private static long waiting(FilledJournal ledger) {
        return await(ledger.database()
                        .pool()
                        .query("select count(*) as n from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'")
                        .execute())
                .iterator()
                .next()
                .getLong("n");
    }

    @Test
    void entries_written_at_the_same_time_form_one_chain() {
        try (FilledJournal ledger = FilledJournal.empty("together")) {
            List<CompletionStage<?>> entering = IntStream.range(0, 40)
                    .<CompletionStage<?>>mapToObj(i -> i % 2 == 0
                            ? ledger.journal()
                                    .announce(
                                            List.of(FilledJournal.order("out-" + i), FilledJournal.order("also-" + i)))
                            : ledger.journal()
                                    .receive(
                                            FilledJournal.file("file-" + i),
                                            List.of(
                                                    FilledJournal.invoice("in-" + i),
                                                    FilledJournal.invoice("more-" + i))))
                    .toList();
            entering.forEach(Stages::await);
            List<Thread> people = IntStream.range(0, 8)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> {
                        for (int round = 0; round < 10; round++) {
                            ledger.replay("out-" + 2 * ((i + round) % 10));
                            ledger.note("file-" + (1 + 2 * ((i + round) % 10)), "It was noted.");
                        }
                    }))
                    .toList();
            people.forEach(AnchoringTest::join);
            assertThat(ledger.findings()).isEmpty();
            assertThat(ledger.head().position()).isEqualTo(20 * 2 + 20 * 3 + 160);
        }
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_end_of_the_chain_is_written_once_for_all_entries_of_a_statement() {
        try (FilledJournal ledger = FilledJournal.empty("once")) {
            List<HistoryEntry> many =
                    Collections.nCopies(300, FilledJournal.order("x").history().get(0));
            long written = await(ledger.database()
                    .pool()
                    .withTransaction(connection -> History.append(
                                    connection, new DocumentId("out-1"), new History.Last(0, "0".repeat(64)), many)
                            .compose(ignored -> connection
                                    .query("select pg_stat_get_xact_tuples_updated('journal_head'::regclass) as n")
                                    .execute())
                            .map(rows -> rows.iterator().next().getLong("n"))));
            assertThat(written).isEqualTo(1);
            assertThat(ledger.head().position()).isEqualTo(300);
        }
    }

    @Test
    void what_is_rolled_back_leaves_no_hole() {
        try (FilledJournal ledger = FilledJournal.written("hole")) {
            failure(ledger.database()
                    .pool()
                    .withTransaction(connection -> History.append(
                                    connection,
                                    new DocumentId("out-2"),
                                    new History.Last(1, "0".repeat(64)),
                                    FilledJournal.order("x").history())
                            .compose(ignored -> Future.failedFuture("given up"))));
            ledger.announce("out-3");
            assertThat(ledger.head().position()).isEqualTo(11);
            assertThat(ledger.findings()).isEmpty();
        }
    }

    @Test
    void the_database_computes_the_link_as_we_do() {
        try (FilledJournal ledger = FilledJournal.empty("link")) {
            String hash = "f".repeat(64);
            String link = await(ledger.database()
                            .pool()
                            .query("select journal_link(repeat('0', 64), 1, repeat('f', 64)) as link")
                            .execute())
                    .iterator()
                    .next()
                    .getString("link");
            assertThat(new Head(1, link)).isEqualTo(Head.START.next(hash));
        }
    }

    @Test
    void the_database_lets_nobody_change_remove_or_empty_the_history() {
        try (FilledJournal ledger = FilledJournal.written("guarded")) {
            for (String statement : List.of(
                    "update journal_entry set message = ''",
                    "update journal_entry set position = position + 100",
                    "delete from journal_entry",
                    "truncate journal_entry")) {
                assertThat(failure(ledger.database().pool().query(statement).execute()))
                        .as(statement)
                        .hasMessageContaining("neither changed nor removed");
            }
        }
    }
}
