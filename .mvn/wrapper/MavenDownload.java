import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Properties;

/**
 * Brings the Maven named in maven.properties, run by {@code mvnw} with nothing but a JDK (17 or newer).
 * Arguments: the properties file, the folder to unpack into.
 * The repository is the environment variable MVNW_REPOURL, else the public one, whose host is "repo" before
 * Maven's own group id read backwards.
 */
class MavenDownload {

    public static void main(String[] arguments) throws Exception {
        Properties wanted = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            wanted.load(in);
        }
        String version = wanted.getProperty("version");
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target.getParent());

        URI source = URI.create(repository() + "/org/apache/maven/apache-maven/" + version + "/apache-maven-" + version
                + "-bin.tar.gz");
        Path archive = Files.createTempFile(target.getParent(), "maven", ".tar.gz");
        try {
            download(source, archive);
            check(archive, wanted.getProperty("sha512"));
            Path unpacked = Files.createTempDirectory(target.getParent(), "unpack");
            Tar.unpack(archive, unpacked);
            try {
                Files.move(unpacked.resolve("apache-maven-" + version), target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
                // A second build unpacked it meanwhile; either copy serves.
                return;
            } finally {
                Files.deleteIfExists(unpacked);
            }
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private static String repository() {
        String configured = System.getenv("MVNW_REPOURL");
        if (configured != null && !configured.isBlank()) {
            return configured.replaceAll("/+$", "");
        }
        var parts = new ArrayList<>(Arrays.asList("org.apache.maven".split("\\.")));
        Collections.reverse(parts);
        return "https://repo." + String.join(".", parts) + "/maven2";
    }

    private static void download(URI source, Path into) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(java.net.ProxySelector.getDefault())
                .connectTimeout(Duration.ofSeconds(30))
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(source).timeout(Duration.ofMinutes(5)).build();
        HttpResponse<Path> answer = client.send(request, HttpResponse.BodyHandlers.ofFile(into));
        if (answer.statusCode() != 200) {
            throw new IOException("Maven could not be downloaded: " + source.getPath() + " answered "
                    + answer.statusCode() + ". Set MVNW_REPOURL to a Maven repository that this machine reaches.");
        }
    }

    private static void check(Path archive, String expected) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive));
        String found = HexFormat.of().formatHex(digest);
        if (!found.equals(expected)) {
            throw new IOException("The downloaded Maven is not the expected one: SHA-512 is " + found
                    + " and should be " + expected + ".");
        }
    }

    /** As much of the tar format as Maven's own archive needs: directories and files with a mode. */
    static final class Tar {
        static void unpack(Path archive, Path into) throws IOException {
            try (InputStream in = new java.util.zip.GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
                byte[] header = new byte[512];
                while (in.readNBytes(header, 0, 512) == 512 && header[0] != 0) {
                    String name = text(header, 345, 155);
                    name = (name.isEmpty() ? "" : name + "/") + text(header, 0, 100);
                    long size = Long.parseLong(text(header, 124, 12).trim(), 8);
                    int mode = Integer.parseInt(text(header, 100, 8).trim(), 8);
                    char kind = (char) header[156];
                    Path path = into.resolve(name).normalize();
                    if (!path.startsWith(into)) {
                        throw new IOException("The Maven archive names a file outside of its folder: " + name);
                    }
                    if (kind == '5') {
                        Files.createDirectories(path);
                    } else if (kind == '0' || kind == 0) {
                        Files.createDirectories(path.getParent());
                        Files.write(path, in.readNBytes((int) size));
                        if ((mode & 0100) != 0) {
                            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                        }
                        in.skipNBytes((512 - size % 512) % 512);
                        continue;
                    }
                    in.skipNBytes((size + 511) / 512 * 512);
                }
            }
        }

        private static String text(byte[] block, int from, int length) {
            int end = from;
            while (end < from + length && block[end] != 0) {
                end++;
            }
            return new String(block, from, end - from, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
