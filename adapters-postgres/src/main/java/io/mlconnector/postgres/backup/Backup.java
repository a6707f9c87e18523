package io.mlconnector.postgres.backup;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Writes everything that is stored into one file, as it is at one moment, while daemons go on writing. The file holds the
 * credentials encrypted and not the key to them (docs/decisions/0018).
 */
public final class Backup {

    private Backup() {}

    /**
     * Writes a backup. Blocks; holds no more than a buffer in memory.
     *
     * @param file must not exist
     * @throws DatabaseException with a message for an operator
     */
    public static Manifest write(DatabaseAddress address, Path file, Instant at) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (Files.exists(file)) {
                throw new DatabaseException(
                        "There is already a file " + file + ". Name another one; backups are not overwritten.");
            }
            Files.deleteIfExists(part);
            try {
                if (part.toAbsolutePath()
                        .getFileSystem()
                        .supportedFileAttributeViews()
                        .contains("posix")) {
                    Files.createFile(
                            part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Manifest manifest = snapshot(address, part, at);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                return manifest;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw new DatabaseException("Another backup is being written to " + part + ".", e);
        } catch (IOException | SQLException e) {
            throw new DatabaseException(
                    "The backup of " + address + " into " + file + " failed, nothing was written: " + e.getMessage(),
                    e);
        }
    }

    private static Manifest snapshot(DatabaseAddress address, Path part, Instant at) throws IOException, SQLException {
        try (Connection connection = Schema.connect(address, "ml-connector backup")) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Schema schema = new Schema(connection);
            int version = schema.version();
            if (version == 0) {
                throw new DatabaseException("The database " + address + " holds no data of ml-connector.");
            }
            List<Manifest.Table> tables = new ArrayList<>();
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                for (String name : schema.tables()) {
                    tables.add(table(connection, schema, name, zip));
                }
                // Not part of the snapshot: read afterwards, they are never behind the rows.
                Manifest manifest = new Manifest(version, at, tables, schema.sequences());
                zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
                zip.write(manifest.json().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                return manifest;
            } finally {
                connection.rollback();
            }
        }
    }

    private static Manifest.Table table(Connection connection, Schema schema, String name, ZipOutputStream zip)
            throws IOException, SQLException {
        List<String> columns = schema.columns(name);
        Manifest.Table unknown = new Manifest.Table(name, columns, 0, "");
        zip.putNextEntry(new ZipEntry(unknown.entry()));
        MessageDigest digest = sha256();
        OutputStream rows = new DigestOutputStream(zip, digest);
        long count = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + schema.quoted(name) + " (" + schema.quoted(columns) + ") to stdout", rows);
        zip.closeEntry();
        return new Manifest.Table(name, columns, count, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
