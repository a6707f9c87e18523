package io.mlconnector.runtime.local;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where a running daemon answers, and a token that is good until it stops. It lies in the data directory, readable for the user of
 * the daemon alone: whoever may read the keys there may also ask.
 *
 * @param host name or address that this machine can connect to
 * @param port from 1
 * @param certificate PEM of what the listener shows; empty for plain HTTP
 * @param token random, of this run
 */
public record LocalAccess(String host, int port, Optional<String> certificate, String token) {

    /** Name in the history of whoever acts with this token. */
    public static final String OPERATOR = "local operator";

    private static final String FILE = "daemon.json";

    private static final Integer DNS_NAME = 2;
    private static final Integer ADDRESS = 7;

    private static final int LONGEST = 1 << 20;

    /** A token that nobody has seen. */
    public static String freshToken() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return "mlc_local_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * Where a listener is reached from its own machine.
     *
     * @param host what it listens on; one that stands for all addresses becomes the loopback address
     */
    public static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]", "0:0:0:0:0:0:0:0" -> "::1";
            default -> host;
        };
    }

    /**
     * Leaves it in the data directory, in place of what an earlier run left.
     *
     * @throws UncheckedIOException if it cannot be written there
     */
    public void write(Path dataDirectory) {
        JsonObject json = new JsonObject().put("host", host).put("port", port).put("token", token);
        certificate.ifPresent(pem -> json.put("certificate", pem));
        Path part = dataDirectory.resolve(FILE + ".part");
        try {
            Files.createDirectories(dataDirectory);
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, json.encodePrettily());
            Files.move(part, dataDirectory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a daemon left there, which may have ended since; empty if nothing, or nothing that can be read. */
    public static Optional<LocalAccess> read(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            JsonObject json = new JsonObject(Files.readString(file, StandardCharsets.UTF_8));
            String host = json.getString("host");
            Integer port = json.getInteger("port");
            String token = json.getString("token");
            return host == null || port == null || token == null
                    ? Optional.empty()
                    : Optional.of(
                            new LocalAccess(host, port, Optional.ofNullable(json.getString("certificate")), token));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | DecodeException | ClassCastException e) {
            // Somebody else's file, or one that this user may not read: the same as no daemon.
            return Optional.empty();
        }
    }

    /** When a daemon left it there, which is when it had started; empty if none did. */
    public static Optional<Instant> since(Path dataDirectory) {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(dataDirectory.resolve(FILE)).toInstant());
        } catch (IOException e) {
            // None runs, or it is somebody else's: the same as no daemon.
            return Optional.empty();
        }
    }

    /** A name for which the certificate is good; the host where there is no certificate, or it bears none. */
    public String nameToVerify() {
        return certificate.flatMap(LocalAccess::nameIn).orElse(host);
    }

    /** The first DNS name or address among its alternative names (RFC 5280, section 4.2.1.6). */
    private static Optional<String> nameIn(String pem) {
        try {
            X509Certificate own = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            Collection<List<?>> names = own.getSubjectAlternativeNames();
            return names == null
                    ? Optional.empty()
                    : names.stream()
                            .filter(name -> DNS_NAME.equals(name.get(0)) || ADDRESS.equals(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)).replace("*", "any"))
                            .findFirst();
        } catch (CertificateException e) {
            // The listener would not have started with it; without a name, the host is verified.
            return Optional.empty();
        }
    }

    /** Takes it away again, at an orderly stop. */
    public static void remove(Path dataDirectory) {
        try {
            Files.deleteIfExists(dataDirectory.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "LocalAccess[" + host + ":" + port + "]";
    }
}
