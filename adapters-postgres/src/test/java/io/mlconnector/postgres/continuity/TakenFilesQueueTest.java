package io.mlconnector.postgres.continuity;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.TakenFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakenFilesQueueTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Vertx vertx;

    @TempDir
    private Path data;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        await(vertx.close());
    }

    private TakenFiles files() {
        return new TakenFiles(data.resolve("taken-files"), InstantSource.fixed(NOON));
    }

    private static TakenFile file(String name) {
        return new TakenFile(
                "contoso",
                "/download/acme",
                new ListedFile(name, "10 noon"),
                10,
                new ContentHash("a".repeat(64)),
                NOON);
    }

    @Test
    void each_file_is_written_when_its_future_has_completed_one_after_another_or_together() {
        TakenFilesQueue queue = new TakenFilesQueue(vertx, files());
        await(queue.add(file("first.edi"), true));
        assertThat(files().read()).containsExactly(file("first.edi"));
        List<Future<Void>> all = new ArrayList<>();
        List<TakenFile> added = new ArrayList<>(List.of(file("first.edi")));
        for (int i = 0; i < 100; i++) {
            added.add(file(i + ".edi"));
            all.add(queue.add(file(i + ".edi"), i % 3 == 0));
        }
        await(Future.all(all));
        assertThat(files().read()).containsExactlyElementsOf(added);
    }

    @Test
    void what_cannot_be_written_fails_and_the_next_is_tried() throws IOException {
        Path inTheWay = data.resolve("taken-files");
        Files.writeString(inTheWay, "no folder");
        TakenFilesQueue queue = new TakenFilesQueue(vertx, files());
        assertThat(failure(queue.add(file("first.edi"), true))).isInstanceOf(IOException.class);
        Files.delete(inTheWay);
        await(queue.add(file("second.edi"), true));
        assertThat(files().read()).containsExactly(file("second.edi"));
    }
}
