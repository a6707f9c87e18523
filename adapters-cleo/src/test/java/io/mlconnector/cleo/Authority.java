package io.mlconnector.cleo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of our own, and a server's certificate that it issued; made anew by the JDK's keytool. */
final class Authority {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path file;
    private final KeyStore store;

    Authority(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        this.folder = folder;
        this.file = folder.resolve("authority.p12");
        keytool("-alias", "authority", "-dname", "CN=Authority of our own", "-ext", "bc:c=ca:true");
        keytool(
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1,dns:cleo.invalid",
                "-signer",
                "authority");
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("keytool.log");
        Process made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    /** The certificate of the authority as a PEM file. */
    Path pem() throws IOException, GeneralSecurityException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(store.getCertificate("authority").getEncoded());
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    /** For a server. */
    SSLContext serving() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        store.deleteEntry("authority");
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
