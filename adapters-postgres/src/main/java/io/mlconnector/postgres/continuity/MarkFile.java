package io.mlconnector.postgres.continuity;

import io.mlconnector.postgres.address.DatabaseException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The file with the mark. It names its own inode, so that a copy of it is known as a copy: whoever puts back a whole data
 * directory puts back an old mark, too. Blocks.
 */
final class MarkFile {

    /** A file that came into being so long after the time that stands in it is a copy. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Path file;

    MarkFile(Path file) {
        this.file = file;
    }

    /**
     * What was found.
     *
     * @param mark what it says
     * @param copied whether the file is a copy; false where the file system does not tell
     */
    record Found(Mark mark, boolean copied) {}

    /**
     * Reads it; empty if there is none.
     *
     * @throws DatabaseException if it cannot be read or understood
     */
    Optional<Found> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            JsonObject json = new JsonObject(Files.readString(file));
            Mark mark = Mark.of(json);
            return Optional.of(new Found(mark, copied(json, mark.at())));
        } catch (IOException | DecodeException | IllegalArgumentException e) {
            throw new DatabaseException(
                    "The mark " + file + ", which tells how far the journal had come, cannot be read: " + e.getMessage()
                            + ". Move it away; then run ml-connector reconcile --hold before the daemon starts.",
                    e);
        }
    }

    private boolean copied(JsonObject json, Instant at) throws IOException {
        Instant born = Files.readAttributes(file, BasicFileAttributes.class)
                .creationTime()
                .toInstant();
        String inode = json.getString("inode", "");
        return born.isAfter(at.plus(SLACK)) || (!inode.isEmpty() && !inode.equals(inode(file)));
    }

    /** Writes it, so that after a crash the old one or the new one is there, whole. */
    void write(Mark mark) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(
                    mark.json().put("inode", inode(part)).encodePrettily().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().resolveSibling("."))) {
            folder.force(true);
        }
    }

    private static String inode(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? String.valueOf(Files.getAttribute(path, "unix:ino"))
                : "";
    }
}
