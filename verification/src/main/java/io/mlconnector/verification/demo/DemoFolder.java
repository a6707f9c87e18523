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
        Path program = postgres.resolve("program");
        // Whatever a daemon remembers beside its database would be taken for a database that was put back.
        for (Path one : below(folder, folder.resolve(MARK), postgres)) {
            delete(one);
        }
        // What tells which program was unpacked stays beside it; locks stay, since others may wait for them.
        for (Path one : below(
                postgres,
                program,
                postgres.resolve("major"),
                postgres.resolve("daemon.lock"),
                postgres.resolve("server.lock"))) {
            delete(one);
        }
        return folder;
    }

    /** What lies in a folder, except these. */
    private static List<Path> below(Path folder, Path... kept) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(one -> !List.of(kept).contains(one)).toList();
        }
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
