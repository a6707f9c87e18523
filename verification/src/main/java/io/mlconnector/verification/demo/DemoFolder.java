package io.mlconnector.verification.demo;

import io.mlconnector.postgres.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the demo: emptied of its data, but not of the unpacked PostgreSQL program. */
final class DemoFolder {

    private static final String MARK = "this-is-a-demo";

    private DemoFolder() {}

    /** Empties the folder, if it is one of ours or new. Blocks. */
    static Path empty(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.exists(folder.resolve(MARK)) && !isEmpty(folder)) {
            throw new IOException(
                    folder + " contains files that do not belong to the demo. Choose another folder with --data.");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARK), "");
        Path postgres = folder.resolve("postgres");
        if (Files.exists(postgres.resolve("port"))) {
            // A demo that was killed may have left its server running.
            EmbeddedDatabase.start(folder).stop();
        }
        for (String name : List.of(
                "postgres/data", "postgres/port", "postgres/password", "master.key", "node", "ml-connector.yaml")) {
            delete(folder.resolve(name));
        }
        return folder;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
