package io.mlconnector.postgres.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

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

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String RULES = """
            # Written by ml-connector: one role, one database, from this machine, with a password. Nobody else.
            host %1$s %1$s 127.0.0.1/32 scram-sha-256
            """.formatted(ROLE);

    /** In template1; every statement is one line, and can be repeated. */
    private static final String ROLES = """
            do $$ begin if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s; end if; end $$;
            set password_encryption = 'scram-sha-256';
            alter role %1$s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%2$s';
            alter role postgres password null;
            do $$ begin if not exists (select from pg_database where datname = '%1$s') then alter database postgres rename to %1$s; end if; end $$;
            alter database %1$s owner to %1$s;
            """;

    /** In the database itself: what the superuser of an earlier version made there. */
    private static final String OWNERS = """
            do $$ declare o record; begin for o in select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') loop execute format('alter table %%s owner to %1$s', o.name); end loop; end $$;
            do $$ declare o record; begin for o in select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')) loop execute format('alter sequence %%s owner to %1$s', o.name); end loop; end $$;
            do $$ declare o record; begin for o in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'public'::regnamespace loop execute format('alter routine %%s owner to %1$s', o.name); end loop; end $$;
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
        boolean fresh = !Files.exists(data().resolve("postgresql.conf"));
        boolean done = !fresh && Files.exists(layout) && EmbeddedPassword.exists(folder);
        if (!done) {
            String password = EmbeddedPassword.of(folder);
            Path making = fresh ? initialised() : data();
            Files.writeString(making.resolve("pg_hba.conf"), RULES);
            Postmaster.forget(making);
            administer(making, "template1", ROLES.formatted(ROLE, password));
            administer(making, ROLE, OWNERS);
            if (fresh) {
                PostgresProgram.delete(data());
                Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.writeString(layout, LAYOUT);
        }
        EmbeddedDatabase.closed(data());
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
                        "-D",
                        data.toString(),
                        "-c",
                        "exit_on_error=true",
                        // A statement holds the password, and an error message is shown.
                        "-c",
                        "log_min_error_statement=panic",
                        "-c",
                        "log_checkpoints=off",
                        "-c",
                        "lc_messages=C",
                        "-c",
                        "lc_monetary=C",
                        "-c",
                        "lc_numeric=C",
                        "-c",
                        "lc_time=C",
                        database),
                statements);
    }

    private void ended(String name, List<String> arguments, String input) throws IOException {
        PostgresProgram.Ended ended = program.run(name, arguments, input, LIMIT);
        if (!ended.good()) {
            throw new DatabaseException("The data of the embedded PostgreSQL below " + folder + " could not be prepared: "
                    + ServerLog.reason(ended.output()));
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
