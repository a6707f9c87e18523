package io.mlconnector.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @TempDir
    Path folder;

    @Test
    void nothing_that_an_earlier_demo_remembers_is_left_but_the_unpacked_program() throws IOException {
        DemoFolder.empty(folder);
        for (String left : List.of(
                "mark",
                "master.key",
                "node",
                "daemon.json",
                "anything-new",
                "taken-files/2026-11-28",
                "postgres/data/PG_VERSION",
                "postgres/layout",
                "postgres/password",
                "postgres/major",
                "postgres/program/bin/postgres")) {
            Files.createDirectories(folder.resolve(left).getParent());
            Files.writeString(folder.resolve(left), "left");
        }

        DemoFolder.empty(folder);

        try (Stream<Path> tree = Files.walk(folder)) {
            assertThat(tree.filter(Files::isRegularFile)
                            .map(one -> folder.relativize(one).toString()))
                    .containsExactlyInAnyOrder("this-is-a-demo", "postgres/major", "postgres/program/bin/postgres");
        }
    }

    @Test
    void a_folder_of_others_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DemoFolder.empty(folder)).hasMessageContaining("--data");
        assertThat(folder.resolve("thesis.txt")).exists();
    }
}
