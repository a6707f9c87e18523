package io.mlconnector.postgres.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.testing.contract.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakenFilesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock(NOON);

    private TakenFiles files() {
        return new TakenFiles(folder(), clock);
    }

    private Path folder() {
        return data.resolve("taken-files");
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
    void what_was_added_is_read_by_whoever_comes_later() throws IOException {
        files().add(List.of(file("a.edi"), file("b \"quoted\"\n.edi")), false);
        clock.advance(Duration.ofDays(1));
        files().add(List.of(file("c.edi")), true);

        assertThat(files().read()).containsExactly(file("a.edi"), file("b \"quoted\"\n.edi"), file("c.edi"));
    }

    @Test
    void a_file_that_was_added_twice_is_read_once() throws IOException {
        files().add(List.of(file("a.edi")), false);
        files().add(List.of(file("a.edi")), true);

        assertThat(files().read()).containsExactly(file("a.edi"));
    }

    @Test
    void where_nothing_was_added_there_is_nothing() {
        assertThat(files().read()).isEmpty();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void a_line_that_a_crash_has_cut_spoils_neither_those_before_nor_those_after() throws IOException {
        files().add(List.of(file("a.edi")), true);
        Files.writeString(folder().resolve("2026-03-02"), "{\"connection\":\"conto", StandardOpenOption.APPEND);
        files().add(List.of(file("b.edi")), true);

        assertThat(files().read()).containsExactly(file("a.edi"), file("b.edi"));
    }

    @Test
    void what_is_older_than_any_backup_that_is_put_back_is_dropped() throws IOException {
        files().add(List.of(file("old.edi")), true);
        clock.advance(TakenFiles.KEPT);
        files().add(List.of(file("kept.edi")), true);
        assertThat(files().read()).containsExactly(file("old.edi"), file("kept.edi"));
        clock.advance(Duration.ofDays(1));
        files().add(List.of(file("new.edi")), true);

        assertThat(files().read()).containsExactly(file("kept.edi"), file("new.edi"));
    }

    @Test
    void what_is_no_day_is_left_alone() throws IOException {
        files().add(List.of(file("a.edi")), true);
        Files.writeString(folder().resolve("notes.txt"), "mine");
        clock.advance(TakenFiles.KEPT.plusDays(2));
        files().add(List.of(file("b.edi")), true);

        assertThat(folder().resolve("notes.txt")).hasContent("mine");
        assertThat(files().read()).containsExactly(file("b.edi"));
    }
}
