package io.mlconnector.postgres.backup;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.mlconnector.postgres.database.Migration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Puts a backup back. Rows, hashes and counts are checked before anything is committed. */
public final class Restore {

    private final DatabaseAddress address;
    private final ZipFile zip;
    private final Manifest manifest;

    private Restore(DatabaseAddress address, ZipFile zip, Manifest manifest) {
        this.address = address;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Puts a backup into a database in which nothing is connected, then brings the schema up to date. Blocks.
     *
     * @param replace whether what is stored there may be removed
     * @throws DatabaseException with a message for an operator
     */
    public static Manifest read(DatabaseAddress address, Path file, boolean replace) {
        return read(address, file, replace, Optional.empty());
    }

    /**
     * The same, and the database says of itself that it was put back to an earlier time: outgoing documents are held.
     *
     * @param at when that happens
     */
    public static Manifest read(DatabaseAddress address, Path file, boolean replace, Instant at) {
        return read(
                address,
                file,
                replace,
                Optional.of(new Restoration(at, "a backup was put back by ml-connector restore")));
    }

    private static Manifest read(
            DatabaseAddress address, Path file, boolean replace, Optional<Restoration> restoration) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Restore restore = new Restore(address, zip, Manifest.of(text(zip)));
            restore.check(file);
            restore.put(replace, restoration);
            return restore.manifest;
        } catch (IOException | SQLException e) {
            throw new DatabaseException(
                    "The backup " + file + " was not restored into " + address + ": " + e.getMessage(), e);
        }
    }

    private static String text(ZipFile zip) throws IOException {
        try (InputStream stream = zip.getInputStream(entry(zip, Manifest.ENTRY))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new DatabaseException("The file is no whole backup: it lacks " + name + ".");
        }
        return entry;
    }

    /** The whole file, before the database is touched. */
    private void check(Path file) throws IOException {
        if (manifest.schema() > Migration.NEWEST) {
            throw new DatabaseException("The backup " + file + " has schema version " + manifest.schema()
                    + ", but this program supports up to " + Migration.NEWEST
                    + ". Restore it with the newer program that wrote it.");
        }
        for (Manifest.Table table : manifest.tables()) {
            MessageDigest digest = Backup.sha256();
            try (InputStream rows = new DigestInputStream(zip.getInputStream(entry(zip, table.entry())), digest)) {
                rows.transferTo(java.io.OutputStream.nullOutputStream());
            }
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(table.sha256())) {
                throw new DatabaseException("The backup " + file + " is damaged: " + table.entry() + " has the SHA-256 "
                        + found + ", not " + table.sha256() + ". Nothing was changed; use another backup.");
            }
        }
    }

    private void put(boolean replace, Optional<Restoration> restoration) throws SQLException, IOException {
        int version;
        try (Connection connection = Schema.connect(address, "ml-connector restore")) {
            Schema schema = new Schema(connection);
            refuseCompany(schema);
            version = schema.version();
            List<String> filled = version == 0 ? List.of() : filled(schema);
            if (!filled.isEmpty() && !replace) {
                throw new DatabaseException("The database " + address + " is not empty (" + String.join(", ", filled)
                        + "). Back it up; with --replace everything in it is removed first.");
            }
        }
        if (version != 0 && version != manifest.schema()) {
            Migration.empty(address);
            version = 0;
        }
        if (version == 0) {
            Migration.upTo(address, manifest.schema());
        }
        try (Connection connection = Schema.connect(address, "ml-connector restore")) {
            connection.setAutoCommit(false);
            fill(connection, new Schema(connection));
            if (restoration.isPresent()) {
                remember(connection, restoration.get());
            }
            connection.commit();
        }
        Migration.upTo(address, Migration.NEWEST);
    }

    private static void remember(Connection connection, Restoration restoration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into cursor (name, value) values (?, ?)
                on conflict (name) do update set value = excluded.value
                """)) {
            statement.setString(1, Restoration.CODE);
            statement.setString(2, restoration.text());
            statement.executeUpdate();
        }
    }

    /** A daemon has connections all the time. */
    private static void refuseCompany(Schema schema) throws SQLException {
        String others = schema.first("select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name = 'ml-connector' and pid <> pg_backend_pid()");
        if (!"0".equals(others)) {
            throw new DatabaseException("A daemon or a command of ml-connector is connected to the database (" + others
                    + " connections). Stop every daemon that uses it, then restore.");
        }
    }

    private static List<String> filled(Schema schema) throws SQLException {
        List<String> filled = new ArrayList<>();
        for (String table : schema.tables()) {
            // A new schema has one row of its own, the head of an empty history.
            String rows = schema.first("select count(*) from " + schema.quoted(table)
                    + (table.equals("journal_head") ? " where position > 0" : ""));
            if (!"0".equals(rows)) {
                filled.add(table + ": " + rows + " rows");
            }
        }
        return filled;
    }

    private void fill(Connection connection, Schema schema) throws SQLException, IOException {
        List<String> tables = schema.tables();
        List<String> named =
                manifest.tables().stream().map(Manifest.Table::name).toList();
        if (!new HashSet<>(tables).equals(new HashSet<>(named))) {
            throw new DatabaseException("The backup holds the tables " + named + ", schema version " + manifest.schema()
                    + " has " + tables + ". Nothing was changed.");
        }
        schema.execute("set local lock_timeout = '10s'");
        // The rules of the history are for new entries; these are old ones, with their links.
        for (String table : tables) {
            schema.execute("alter table " + schema.quoted(table) + " disable trigger user");
        }
        schema.execute("truncate " + schema.quoted(tables));
        for (String name : tables) {
            Manifest.Table table = manifest.tables().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            long rows;
            try (InputStream stream = zip.getInputStream(entry(zip, table.entry()))) {
                rows = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + schema.quoted(name) + " (" + schema.quoted(table.columns()) + ") from stdin",
                                stream);
            }
            if (rows != table.rows()) {
                throw new DatabaseException("The backup says " + table.rows() + " rows of " + name + ", but holds "
                        + rows + ". Nothing was changed; use another backup.");
            }
        }
        for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
            boolean used = sequence.getValue() > 0;
            schema.first("select setval('" + schema.quoted(sequence.getKey()).replace("'", "''") + "', "
                    + Math.max(1, sequence.getValue()) + ", " + used + ")");
        }
        for (String table : tables) {
            schema.execute("alter table " + schema.quoted(table) + " enable trigger user");
        }
    }
}
