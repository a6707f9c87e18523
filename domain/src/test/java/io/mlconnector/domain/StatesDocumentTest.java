package io.mlconnector.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StatesDocumentTest {

    @Test
    void the_published_states_are_the_declared_ones() throws IOException {
        published("states.md", StatesDocument.write());
    }

    @Test
    void the_published_table_of_unknown_writes_is_the_one_in_the_code() throws IOException {
        published("unknown.md", RuleTables.unknown());
    }

    @Test
    void the_published_table_of_retries_is_the_one_in_the_code() throws IOException {
        published("retries.md", RuleTables.retries());
    }

    @Test
    void the_published_codes_of_problems_are_the_ones_in_the_code() throws IOException {
        published("problems.md", RuleTables.problems());
    }

    private static void published(String name, String text) throws IOException {
        Path file = Path.of("..", "docs", name);
        if (Boolean.getBoolean("states.write")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("write it anew with -Dstates.write=true")
                .exists()
                .content()
                .isEqualTo(text);
    }
}
