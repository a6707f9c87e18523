package io.mlconnector.postgres.monitoring;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.database.ReadingPool;
import io.mlconnector.postgres.support.TestPostgres;
import io.mlconnector.testing.contract.SettableClock;
import io.vertx.core.Vertx;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JournalMonitorTest {

    @Test
    void however_often_it_is_asked_documents_are_counted_every_30_seconds_only() {
        Vertx vertx = Vertx.vertx();
        DatabaseAddress address = TestPostgres.database("monitor");
        Database database = await(Database.open(vertx, address, () -> {}));
        ReadingPool readers = ReadingPool.open(vertx, address);
        SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
        JournalMonitor monitor = new JournalMonitor(readers.pool(), clock);
        assertThat(await(monitor.documents())).isEmpty();

        // From here on every count fails, so that none goes unnoticed.
        await(database.pool().query("alter table document rename to put_away").execute());
        for (int i = 0; i < 100; i++) {
            assertThat(await(monitor.documents())).isEmpty();
        }
        clock.advance(JournalMonitor.AGE);
        assertThat(monitor.documents()
                        .otherwiseEmpty()
                        .map(counted -> counted == null)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isTrue();

        await(readers.close());
        await(database.close(vertx));
        await(vertx.close());
    }
}
