package io.mlconnector.runtime.http;

import static io.mlconnector.postgres.support.Awaiting.await;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.support.TestPostgres;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.lifecycle.Daemon;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** A daemon on a database of its own, whose remote systems refuse every connection: only its interface is of interest. */
final class ServedDaemon implements AutoCloseable {

    static final String TOKEN = "a-token-of-an-operator";
    static final String EVENT_KEY = "event-key";
    static final String PREVIOUS_EVENT_KEY = "event-key-before";
    static final String FILE_KEY = "file-key";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final Vertx vertx = Vertx.vertx();
    private final String yaml;
    private final Daemon daemon;

    /**
     * Starts it.
     *
     * @param http what stands under {@code http} besides the host, such as {@code limits: {requests: 1}}; any free port
     *     unless it begins with one
     * @param folder for its data
     */
    ServedDaemon(String http, Path folder) {
        this(http, folder, TestPostgres.database("served"));
    }

    ServedDaemon(String http, Path folder, DatabaseAddress database) {
        this(http, folder, database, "key: " + FILE_KEY);
    }

    /**
     * Starts it.
     *
     * @param fileArrived what stands under {@code cleo.fileArrived}
     */
    ServedDaemon(String http, Path folder, DatabaseAddress database, String fileArrived) {
        String listening = http.startsWith("port:") ? http : "port: 0" + (http.isEmpty() ? "" : ", " + http);
        this.yaml = """
                database: {url: "postgresql://%s@%s:%d/%s"}
                http: {host: 127.0.0.1, %s}
                operators: {token: %s}
                connections:
                  - id: c1
                    dynamics:
                      environmentUrl: http://127.0.0.1:1
                      tokenUrl: http://127.0.0.1:1/token
                      clientId: x
                      clientSecret: x
                      legalEntities: [usmf]
                      businessEvents: {key: %s, previousKey: %s}
                    cleo:
                      baseUrl: http://127.0.0.1:1/api
                      username: x
                      password: x
                      fileArrived: {%s}
                    partners:
                      - id: acme
                        name: Acme
                        vendors: {usmf: "1001"}
                        interchange:
                          us: {qualifier: "ZZ", id: "CONTOSO"}
                          them: {qualifier: "01", id: "123456789"}
                        orders: {folder: /upload/acme}
                        %s
                """.formatted(
                        database.user(),
                        database.host(),
                        database.port(),
                        database.name(),
                        listening,
                        TOKEN,
                        EVENT_KEY,
                        PREVIOUS_EVENT_KEY,
                        fileArrived,
                        fileArrived.contains("x12") ? "invoices: {folder: /download/acme}" : "");
        Configuration configuration = ConfigurationReader.parse(yaml, "test.yaml", folder);
        DaemonResources resources = await(DaemonResources.open(vertx, configuration, InstantSource.system()));
        try {
            daemon = await(Daemon.start(resources));
        } catch (RuntimeException e) {
            await(resources.close());
            await(vertx.close());
            throw e;
        }
    }

    int port() {
        return daemon.port();
    }

    /** Its configuration, as it stands in the file. */
    String yaml() {
        return yaml;
    }

    Daemon daemon() {
        return daemon;
    }

    /** A request that is not sent yet. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer to " + request.build(), e);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).header("Authorization", "Bearer " + TOKEN));
    }

    HttpResponse<byte[]> post(String path, String body) {
        return send(request(path).header("Authorization", "Bearer " + TOKEN).POST(BodyPublishers.ofString(body)));
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        await(daemon.stop());
        await(vertx.close());
    }
}
