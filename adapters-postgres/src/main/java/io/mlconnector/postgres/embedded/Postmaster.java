package io.mlconnector.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that works on a data folder, as its file {@code postmaster.pid} names it. The file outlives a server that
 * was killed, and its process number may since belong to another program: so the process itself is looked at.
 *
 * @param process the server; alive when it was looked at
 * @param port where it listens; 0 while it starts
 * @param ready whether it takes connections
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {

    private static final String FILE = "postmaster.pid";

    /** The living server of a data folder; empty if there is none, whatever was left behind. Blocks shortly. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process = number(lines.getFirst())
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> worksOn(handle, data));
        int port = lines.size() > 3 ? number(lines.get(3)).orElse(0L).intValue() : 0;
        boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return process.map(handle -> new Postmaster(handle, port, ready));
    }

    /**
     * Removes the file of a server that does not live. PostgreSQL itself refuses to start if the number in it belongs to any
     * process; whether another server still has the data in its memory it finds out without the file.
     */
    static void forget(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }

    /** PostgreSQL works in its data folder; where the system shows no such thing, the name of its program has to do. */
    private static boolean worksOn(ProcessHandle handle, Path data) {
        Path process = Path.of("/proc", Long.toString(handle.pid()));
        if (Files.isDirectory(process)) {
            try {
                return Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath())
                        && named(Files.readSymbolicLink(process.resolve("exe")).toString());
            } catch (IOException e) {
                // It has ended meanwhile, has ended without being collected, or belongs to somebody else.
                return false;
            }
        }
        return handle.info().command().map(Postmaster::named).orElse(false);
    }

    private static boolean named(String program) {
        return program.endsWith("/postgres") || program.endsWith("/postgres (deleted)");
    }

    private static Optional<Long> number(String line) {
        try {
            return Optional.of(Long.parseLong(line.strip()));
        } catch (NumberFormatException e) {
            // Written in part, or not by PostgreSQL.
            return Optional.empty();
        }
    }
}
