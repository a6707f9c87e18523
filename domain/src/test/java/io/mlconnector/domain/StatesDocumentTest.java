package io.mlconnector.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StatesDocumentTest {

    private static final Path FILE = Path.of("..", "docs", "states.md");

    @Test
    void the_published_states_are_the_declared_ones() throws IOException {
        if (Boolean.getBoolean("states.write")) {
            Files.writeString(FILE, StatesDocument.write());
        }

        assertThat(FILE)
                .as("write it anew with -Dstates.write=true")
                .exists()
                .content()
                .isEqualTo(StatesDocument.write());
    }
}
