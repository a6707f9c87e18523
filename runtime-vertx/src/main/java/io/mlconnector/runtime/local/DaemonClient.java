package io.mlconnector.runtime.local;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a daemon on this machine over its own interface, as commands do; waits for each answer. It uses what the JDK brings, because a
 * command that asks one question is over before a larger client has started.
 */
public final class DaemonClient {

    private static final int MOST_BYTES = 64 << 20;
    private static final int FOR_A_CONNECTION_MILLIS = 1_000;
    private static final int FOR_A_SIGN_OF_LIFE_MILLIS = 2_000;
    private static final int FOR_AN_ANSWER_MILLIS = 180_000;

    /** Names who asks, on this machine; taken from whoever has the local token. */
    public static final String USER_HEADER = "X-Local-User";

    private final LocalAccess access;
    private final String user;
    private final Optional<SSLContext> trust;

    private DaemonClient(LocalAccess access, String user, Optional<SSLContext> trust) {
        this.access = access;
        this.user = user;
        this.trust = trust;
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param json its body; empty where it is no JSON object
     * @param bytes its body as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Answer(int status, JsonObject json, byte[] bytes) {

        /** Whether it is one of success. */
        public boolean good() {
            return status / 100 == 2;
        }

        /** What is wrong, in words; never empty. */
        public String why() {
            String detail = json.getString("detail", "");
            return detail.isBlank() ? "The daemon answered with status " + status + "." : detail;
        }
    }

    /** The daemon that works in this data directory, if it answers. */
    public static Optional<DaemonClient> find(Path dataDirectory, String user) {
        return LocalAccess.read(dataDirectory).map(access -> to(access, user)).filter(DaemonClient::lives);
    }

    /**
     * Whatever listens there.
     *
     * @param user stands in the history for what is done
     */
    public static DaemonClient to(LocalAccess access, String user) {
        return new DaemonClient(access, user, access.certificate().map(DaemonClient::trusting));
    }

    private boolean lives() {
        try {
            return asked("GET", "/health/live", new byte[0], FOR_A_SIGN_OF_LIFE_MILLIS)
                            .json()
                            .getValue("status")
                    != null;
        } catch (IOException e) {
            // Left behind by one that has ended: the same as no daemon.
            return false;
        }
    }

    /**
     * Reads.
     *
     * @param query names and values; empty values are left out
     */
    public Answer get(String path, Map<String, String> query) {
        String words = query.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return ask("GET", words.isEmpty() ? path : path + "?" + words, new byte[0]);
    }

    /** Has something done. */
    public Answer send(String method, String path, JsonObject body) {
        return ask(method, path, body.encode().getBytes(StandardCharsets.UTF_8));
    }

    /** Has something done with bytes. */
    public Answer send(String method, String path, Map<String, String> query, byte[] body) {
        String words = query.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return ask(method, words.isEmpty() ? path : path + "?" + words, body);
    }

    /** A part of a path. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer ask(String method, String path, byte[] body) {
        try {
            return asked(method, path, body, FOR_AN_ANSWER_MILLIS);
        } catch (IOException e) {
            throw new DaemonGoneException(
                    "The daemon on this machine did not answer " + method + " " + path.replaceFirst("[?].*", "") + ": "
                            + e.getMessage()
                            + ". Whether it was done is not known: look at the document's history, then do it again.",
                    e);
        }
    }

    private Answer asked(String method, String path, byte[] body, int millis) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create((trust.isPresent() ? "https://" : "http://") + host() + ":" + access.port() + path)
                        .toURL()
                        .openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection secured) {
            secured.setSSLSocketFactory(trust.orElseThrow().getSocketFactory());
            // Exactly this certificate is trusted; the name under which it listens here need not be one that it bears.
            secured.setHostnameVerifier((ignored, session) -> session.isValid());
        }
        connection.setConnectTimeout(FOR_A_CONNECTION_MILLIS);
        connection.setReadTimeout(millis);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + access.token());
        connection.setRequestProperty(USER_HEADER, encoded(user));
        if (body.length > 0) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        byte[] bytes;
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            bytes = in == null ? new byte[0] : in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException("its answer has more than " + MOST_BYTES + " bytes");
        }
        return new Answer(status, json(bytes), bytes);
    }

    private String host() {
        return access.host().indexOf(':') >= 0 && !access.host().startsWith("[")
                ? "[" + access.host() + "]"
                : access.host();
    }

    private static JsonObject json(byte[] bytes) {
        try {
            return bytes.length > 0 && bytes[0] == '{'
                    ? new JsonObject(new String(bytes, StandardCharsets.UTF_8))
                    : new JsonObject();
        } catch (DecodeException e) {
            return new JsonObject();
        }
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "daemon",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new DaemonGoneException(
                    "The certificate that the daemon left in its data directory cannot be read.", e);
        }
    }
}
