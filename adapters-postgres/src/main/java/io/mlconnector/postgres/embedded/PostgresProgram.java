package io.mlconnector.postgres.embedded;

import io.mlconnector.postgres.address.DatabaseException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of the PostgreSQL that is shipped: initdb, pg_ctl and postgres. They run with an environment of their own,
 * because a locale, port or library path that a user has set for other programs must not decide whether they start.
 */
final class PostgresProgram {

    /** A failed program is quoted by the end of its output; more would not be read. */
    private static final int MOST_OUTPUT = 8_000;

    private final Path folder;
    private @Nullable Path home;

    private PostgresProgram(Path folder) {
        this.folder = folder;
    }

    /**
     * How a program ended.
     *
     * @param good whether its exit code was 0
     * @param output the end of what it printed
     */
    record Ended(boolean good, String output) {}

    /**
     * The programs below the folder, unpacked when the first one is run unless they are there. Whoever joins a server that runs needs
     * none of them, and finding out which ones are shipped reads all of the archive.
     */
    static PostgresProgram below(Path folder) {
        return new PostgresProgram(folder);
    }

    /** Where they are. Blocks. */
    private synchronized Path home() throws IOException {
        if (home == null) {
            home = unpacked(folder);
        }
        return home;
    }

    private static Path unpacked(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve("program").resolve("PG-" + digest(archive));
        // The mark is written last: a program that was unpacked half is unpacked again.
        if (!Files.exists(home.resolve(".exists"))) {
            delete(home);
            Path fresh = folder.resolve("program").resolve("unpacking");
            delete(fresh);
            Files.createDirectories(fresh);
            unpack(archive, fresh);
            Files.writeString(fresh.resolve(".exists"), "");
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new DatabaseException(
                    "There is not exactly one PostgreSQL for " + system + " on " + machine + " among the libraries ("
                            + e.getMessage() + "). Name a PostgreSQL of your own under database.url.",
                    e);
        }
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(archive));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("The archive of PostgreSQL names a file outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
                    }
                }
            }
        }
    }

    /** Removes a folder with everything in it, if it exists. Blocks. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /**
     * Runs one of the programs to its end. Blocks.
     *
     * @param input for its standard input; it is small
     * @param limit after which it is killed, which counts as a failure
     */
    Ended run(String name, List<String> arguments, String input, Duration limit) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL does not run as root; in a user namespace of its own root is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home().resolve("bin").resolve(name).toString());
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, name, ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            Map<String, String> environment = builder.environment();
            String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
            environment.clear();
            environment.putAll(Map.of("PATH", path, "LC_ALL", "C", "LANG", "C"));
            Process process = builder.start();
            try (OutputStream stream = process.getOutputStream()) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It ended before it had read everything; its exit code and its output tell why.
                process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Ended(
                        false, end(output) + "\n" + name + " had not ended after " + limit.toSeconds() + " seconds");
            }
            return new Ended(process.exitValue() == 0, end(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while " + name + " was running", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** The end of a text file; empty if there is none. Blocks. */
    static String end(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - MOST_OUTPUT));
            var bytes = java.nio.ByteBuffer.allocate(MOST_OUTPUT);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Read on until the end.
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        }
    }
}
