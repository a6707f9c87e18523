package io.mlconnector.postgres.continuity;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.postgres.address.DatabaseException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files that were taken, one line each, in one file for each day (UTC) beside the database. A database that was put back to an
 * earlier time does not know of them. Blocks.
 */
final class TakenFiles {

    /** For so long it is remembered; an older backup is hardly put back. */
    static final Duration KEPT = Duration.ofDays(100);

    /** More than can be taken in that time at the rates that Cleo allows is not read: memory is bounded. */
    private static final int MOST = 1_000_000;

    private final Path folder;
    private final InstantSource clock;
    private LocalDate cleared = LocalDate.MIN;

    /**
     * In a folder, which is made with the first file.
     *
     * @param clock tells the day
     */
    TakenFiles(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Adds files.
     *
     * @param durably whether they are on the disk when this ends
     */
    void add(List<TakenFile> files, boolean durably) throws IOException {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Files.createDirectories(folder);
        StringBuilder lines = new StringBuilder();
        files.forEach(file -> lines.append(json(file).encode()).append('\n'));
        Path day = folder.resolve(today.toString());
        boolean fresh = !Files.exists(day);
        try (FileChannel channel =
                FileChannel.open(day, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            channel.position(channel.size());
            ByteBuffer bytes = ByteBuffer.wrap(
                    (endsWithinALine(channel) ? "\n" + lines : lines.toString()).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (durably) {
                channel.force(true);
            }
        }
        if (fresh && durably) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
        if (!today.equals(cleared)) {
            clear(today.minusDays(KEPT.toDays()));
            cleared = today;
        }
    }

    /** After a crash or on a full disk the last line may be a part of one. */
    private static boolean endsWithinALine(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }

    private void clear(LocalDate before) throws IOException {
        for (Path day : days()) {
            if (LocalDate.parse(day.getFileName().toString()).isBefore(before)) {
                Files.deleteIfExists(day);
            }
        }
    }

    /** What is remembered, each file once. Lines that were cut by a crash are passed over. */
    List<TakenFile> read() {
        record Key(String connection, String folder, ListedFile listed) {}
        Map<Key, TakenFile> found = new LinkedHashMap<>();
        try {
            for (Path day : days()) {
                try (BufferedReader lines = Files.newBufferedReader(day)) {
                    String line = lines.readLine();
                    while (line != null && found.size() < MOST) {
                        try {
                            TakenFile file = of(new JsonObject(line));
                            found.putIfAbsent(new Key(file.connection(), file.folder(), file.listed()), file);
                        } catch (DecodeException
                                | ClassCastException
                                | NullPointerException
                                | IllegalArgumentException
                                | DateTimeParseException cut) {
                            // A crash in the middle of a line: its file was not removed by us.
                        }
                        line = lines.readLine();
                    }
                }
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    "What is remembered in " + folder + " of the files that were taken cannot be read: "
                            + e.getMessage()
                            + ". Make the folder readable, or move it away: then files that were taken since the backup and"
                            + " removed from their folders are not told as missing.",
                    e);
        }
        return List.copyOf(found.values());
    }

    private List<Path> days() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonObject json(TakenFile file) {
        return new JsonObject()
                .put("connection", file.connection())
                .put("folder", file.folder())
                .put("name", file.listed().name())
                .put("state", file.listed().state())
                .put("size", file.size())
                .put("content", file.content().hex())
                .put("takenAt", file.takenAt().toString());
    }

    private static TakenFile of(JsonObject json) {
        return new TakenFile(
                json.getString("connection"),
                json.getString("folder"),
                new ListedFile(json.getString("name"), json.getString("state")),
                json.getLong("size"),
                new ContentHash(json.getString("content")),
                Instant.parse(json.getString("takenAt")));
    }
}
