package io.mlconnector.postgres.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.postgres.address.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkFileTest {

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("mark");
    }

    private static Mark mark(long position) {
        return new Mark(
                "j",
                new Head(position, "a".repeat(64)),
                Map.of(new NumberSequence("ZZ:US", "ZZ:THEM"), 13L),
                Instant.now());
    }

    @Test
    void it_comes_back_as_it_was_written_and_the_newest_counts() throws IOException {
        MarkFile file = new MarkFile(path());
        Mark second = mark(2);
        file.write(mark(1));
        file.write(second);

        assertThat(file.read()).contains(new MarkFile.Found(second, false));
        try (var names = Files.list(folder)) {
            assertThat(names).containsExactly(path());
        }
    }

    @Test
    void a_copy_that_keeps_all_times_is_known_as_a_copy() throws IOException {
        MarkFile file = new MarkFile(path());
        file.write(mark(1));
        Path kept = folder.resolve("kept");
        Files.copy(path(), kept, StandardCopyOption.COPY_ATTRIBUTES);
        file.write(mark(2));
        Files.move(kept, path(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(file.read().orElseThrow().copied()).isTrue();
    }

    @Test
    void a_folder_that_is_renamed_is_no_copy() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        new MarkFile(data.resolve("mark")).write(mark(1));
        Path moved = Files.move(data, folder.resolve("moved"));

        assertThat(new MarkFile(moved.resolve("mark")).read().orElseThrow().copied())
                .isFalse();
    }

    @Test
    void what_cannot_be_read_stops_the_start_and_says_what_to_do() throws IOException {
        Files.writeString(path(), "{\"format\":\"something else\"}");

        assertThatThrownBy(() -> new MarkFile(path()).read())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("reconcile --hold");
    }

    @Test
    void where_there_is_none_nothing_is_found() {
        assertThat(new MarkFile(path()).read()).isEmpty();
    }
}
