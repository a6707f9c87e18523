package io.mlconnector.postgres.journal;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.FilledJournal;
import io.vertx.sqlclient.SqlConnection;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is due is found by its index, however many documents are done. */
class DueIndexTest {

    private static String plan(SqlConnection connection, String query) {
        return StreamSupport.stream(
                        await(connection.query("explain " + query).execute()).spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void documents_that_are_due_are_read_from_the_index_in_its_order() {
        try (FilledJournal ledger = FilledJournal.empty("dueindex")) {
            SqlConnection connection = await(ledger.database().pool().getConnection());
            await(connection.query("set enable_seqscan = off").execute());
            await(connection.query("set enable_bitmapscan = off").execute());
            String plan = plan(connection, """
                    select d.id from document d
                    where d.connection = 'demo' and d.direction = 'inbound'
                      and d.condition in ('moving', 'waiting', 'unknown', 'done')
                      and coalesce(d.claimed_until, d.due_at) <= now()
                    order by coalesce(d.claimed_until, d.due_at), d.id limit 5
                    """);
            assertThat(plan).contains("document_due").doesNotContain("Sort");
            await(connection.close());
        }
    }
}
