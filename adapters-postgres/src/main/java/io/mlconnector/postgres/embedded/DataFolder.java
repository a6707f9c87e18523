package io.mlconnector.postgres.embedded;

import io.mlconnector.postgres.address.DatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The data of the embedded PostgreSQL: made, and brought from the form of earlier versions into that of today, without a
 * server that anybody could connect to (docs/decisions/0017). Afterwards one role can sign in, with a password, from this
 * machine, to its own database, and it is no superuser; the superuser cannot sign in at all.
 */
final class DataFolder {

    /** The role, and the database that it owns. */
    static final String ROLE = "mlconnector";

    private static final String MAJOR = "18";

    /** Written when the roles are as described here; data of earlier versions lack the file. */
    private static final String LAYOUT = "2";

    private static final Pattern LOCALES =
            Pattern.compile("(?m)^\\s*lc_(messages|monetary|numeric|time)\\s*=.*(\\R|$)");

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String RULES = """
            # Written by ml-connector: one role, one database, from this machine, with a password. Nobody else.
            host %1$s %1$s 127.0.0.1/32 scram-sha-256
            """.formatted(ROLE);

    private final Path folder;
    private final PostgresProgram program;

    DataFolder(Path folder, PostgresProgram program) {
        this.folder = folder;
        this.program = program;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Makes or upgrades the data. No server may be running on them. Blocks. */
    void prepare() throws IOException {
        checkMajor();
        Path layout = folder.resolve("layout");
        boolean fresh = isFresh();
        boolean done = !fresh && Files.exists(layout) && EmbeddedPassword.exists(folder);
        if (!done) {
            String password = EmbeddedPassword.of(folder);
            Path making = fresh ? initialised() : data();
            Files.writeString(making.resolve("pg_hba.conf"), RULES);
            if (!fresh) {
                withoutLocales();
            }
            administer(making, "template1", statements("roles.sql").replace(":password", password));
            // What the superuser of an earlier version made there.
            administer(making, ROLE, statements("owners.sql"));
            if (fresh) {
                PostgresProgram.delete(data());
                Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.writeString(layout, LAYOUT);
        }
        withoutLocales();
        EmbeddedDatabase.closed(data());
    }

    /** Earlier versions wrote down the locale of their first user, and PostgreSQL refuses one that the machine lacks. */
    private void withoutLocales() throws IOException {
        Path file = data().resolve("postgresql.conf");
        String before = Files.readString(file);
        String after = LOCALES.matcher(before).replaceAll("");
        if (!after.equals(before)) {
            Path fresh = EmbeddedPassword.write(data().resolve("postgresql.conf.new"), after);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Whether there are no data yet. What is there and is no data folder is left to its owner. */
    private boolean isFresh() throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return false;
        }
        if (!Files.exists(data())) {
            return true;
        }
        try (Stream<Path> entries = Files.list(data())) {
            if (entries.findAny().isPresent()) {
                throw new DatabaseException("The folder " + data() + " holds files, but not the data of a PostgreSQL."
                        + " Move it away, or put the whole folder back from its backup.");
            }
        }
        return true;
    }

    private static String statements(String name) throws IOException {
        try (InputStream file = DataFolder.class.getResourceAsStream("/db/embedded/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A cluster beside the final place, so that one that was made half is never taken for a whole one. */
    private Path initialised() throws IOException {
        Path making = folder.resolve("data.new");
        PostgresProgram.delete(making);
        // initdb wants a password for the superuser where passwords are asked for; it is taken away again at once.
        Path passwordFile = EmbeddedPassword.write(folder.resolve("superuser.new"), EmbeddedPassword.random());
        try {
            ended(
                    "initdb",
                    List.of(
                            "--pgdata=" + making,
                            "--username=postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF8",
                            // Built into PostgreSQL: the same on every machine, whatever locales it has.
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions"),
                    "");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        return making;
    }

    /** As the superuser, in a single process that listens to nobody. */
    private void administer(Path data, String database, String statements) throws IOException {
        ended(
                "postgres",
                List.of(
                        "--single",
                        // A blank line ends a statement, not the end of every line.
                        "-j",
                        "-D",
                        data.toString(),
                        "-c",
                        "exit_on_error=true",
                        // A statement holds the password, and an error message is shown.
                        "-c",
                        "log_min_error_statement=panic",
                        "-c",
                        "log_checkpoints=off",
                        database),
                statements);
    }

    private void ended(String name, List<String> arguments, String input) throws IOException {
        PostgresProgram.Ended ended = program.run(name, arguments, input, LIMIT);
        if (!ended.good()) {
            throw new DatabaseException("The data of the embedded PostgreSQL below " + folder
                    + " could not be prepared: " + ServerLog.reason(ended.output()));
        }
    }

    private void checkMajor() throws IOException {
        Path file = folder.resolve("major");
        if (!Files.exists(file)) {
            Files.writeString(file, MAJOR);
            return;
        }
        String found = Files.readString(file).strip();
        if (!found.equals(MAJOR)) {
            throw new DatabaseException("The data below " + folder + " was written by PostgreSQL " + found
                    + ", this program contains " + MAJOR + ". Start the version that wrote it.");
        }
    }
}
