package io.mlconnector.postgres.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/**
 * Closes the embedded PostgreSQL to other users of the machine: it is initialised to trust every local user, and gets a
 * password at its first start, which is kept in a file that only the owner can read.
 */
final class EmbeddedPassword {

    private static final String RULES = """
            # Written by ml-connector: a password from everybody, from this machine only.
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private EmbeddedPassword() {}

    /** The password; generated if there is none yet. */
    static String of(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    /** Makes the server require it from now on. Does nothing if it already does. */
    static void demand(EmbeddedPostgres server, Path folder, String password) throws IOException, SQLException {
        Path rules = folder.resolve("data").resolve("pg_hba.conf");
        if (Files.readString(rules).equals(RULES)) {
            return;
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // Letters, digits, '-' and '_' only: nothing to escape.
            statement.execute("alter user postgres password '" + password + "'");
            Files.writeString(rules, RULES);
            statement.execute("select pg_reload_conf()");
        }
    }
}
