package io.mlconnector.runtime.database;

import static io.mlconnector.runtime.support.Awaiting.await;
import static io.mlconnector.runtime.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.support.TestPostgres;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    private static Database open(DatabaseAddress address) {
        return await(Database.open(VERTX, address, () -> {}));
    }

    @Test
    void the_newest_version_is_that_of_the_newest_file() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(Migration.class.getResource("/db/migration"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            int newest = files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
            assertThat(Migration.NEWEST).isEqualTo(newest);
        }
    }

    @Test
    void a_database_is_brought_up_to_date_once() {
        DatabaseAddress address = TestPostgres.database("migration");
        await(open(address).close(VERTX));
        Database again = open(address);
        var rows = await(again.pool()
                .query("select count(*) as n from flyway_schema_history")
                .execute());
        assertThat(rows.iterator().next().getLong("n")).isEqualTo(Migration.NEWEST);
        await(again.close(VERTX));
    }

    @Test
    void a_database_of_a_newer_program_is_left_alone() {
        DatabaseAddress address = TestPostgres.database("newer");
        Database database = open(address);
        await(database.pool()
                .query("update flyway_schema_history set version = '99'")
                .execute());
        await(database.close(VERTX));
        assertThat(failure(Database.open(VERTX, address, () -> {})))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("99");
    }

    @Test
    void a_database_that_is_not_there_is_told_in_words() {
        DatabaseAddress there = TestPostgres.database("there");
        DatabaseAddress missing = new DatabaseAddress(there.host(), there.port(), "missing", "postgres", "s3cret");
        assertThat(failure(Database.open(VERTX, missing, () -> {})))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("missing")
                .hasMessageNotContaining("s3cret");
    }
}
