package io.mlconnector.verification.cli;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.verification.support.Http.json;
import static io.mlconnector.verification.support.Http.text;
import static io.mlconnector.verification.support.Terminal.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.postgres.credentials.MasterKey;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are entered beside a daemon, from a terminal and over the interface: their values go in and never out. */
@Timeout(120)
class CredentialsCommandTest {

    private static final String SECRET = "Correct-Horse-4711";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // started before each test
    private World world;

    @SuppressWarnings("NullAway.Init") // written before each test
    private Path yaml;

    @SuppressWarnings("NullAway.Init") // the daemon's, before each test
    private Http http;

    @BeforeEach
    void start_a_daemon() throws IOException {
        world = new World("credentialscommand", folder, TwinOptions.demo(42), text -> text).start();
        await(Credentials.removeAll(world.resources().database().pool()));
        yaml = Files.writeString(
                folder.resolve("ml-connector.yaml"),
                // Whoever opens the database by himself fails.
                world.yaml().replace("127.0.0.1:" + world.database().port() + "/", "127.0.0.1:1/"));
        http = new Http(world.port());
    }

    @AfterEach
    void stop_it() {
        world.close();
    }

    private static Printed entering(String value, Path yaml, String... words) {
        InputStream in = System.in;
        System.setIn(new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8)));
        try {
            return command(yaml, words);
        } finally {
            System.setIn(in);
        }
    }

    /** As whoever starts now reads it, with the key that lies in the data directory. */
    private Optional<String> value(String name) {
        Pool pool = world.resources().database().pool();
        MasterKey key = MasterKey.open(world.resources().configuration().dataDirectory(), Map.of(), 1);
        return await(new Credentials(pool, key, InstantSource.system()).get(name));
    }

    private List<String> names() {
        return json(http.get("/api/v1/credentials")).getJsonArray("items").stream()
                .map(one -> ((JsonObject) one).getString("name"))
                .toList();
    }

    private HttpResponse<byte[]> put(String name, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + world.port() + "/api/v1/credentials/" + name))
                .header("Authorization", "Bearer " + DemoConfiguration.TOKEN)
                .PUT(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void the_daemon_is_asked_and_without_one_the_same_is_done() throws IOException {
        Printed entered = entering(SECRET + "\n", yaml, "credentials", "set", "contoso-cleo");
        assertThat(entered.err()).isEqualTo("Stored contoso-cleo.\n");
        assertThat(entered.code()).isZero();
        assertThat(value("contoso-cleo")).contains(SECRET);
        String changed = json(http.get("/api/v1/credentials"))
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("changedAt");
        Printed listed = command(yaml, "credentials", "list");
        assertThat(listed.out())
                .isEqualTo(
                        "contoso-cleo  changed " + changed.replace('T', ' ').replaceFirst("[.][0-9]+Z", " UTC") + "\n");
        Printed listedAsJson = command(yaml, "credentials", "list", "--json");
        assertThat(new JsonArray(listedAsJson.out()))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject().put("name", "contoso-cleo").put("changedAt", changed)));
        Printed rotated = command(yaml, "credentials", "rotate");
        assertThat(rotated.err()).isEqualTo("A new master key protects 1 credentials.\n");
        Printed absent = command(yaml, "credentials", "remove", "contoso-dynamics");
        assertThat(absent.err()).isEqualTo("There is no credential contoso-dynamics; there is contoso-cleo.\n");
        assertThat(absent.code()).isEqualTo(ExitCode.FAILED);
        Printed wrong = entering("x", yaml, "credentials", "set", "contoso cleo");
        assertThat(wrong.err()).contains("A credential name may contain only");
        assertThat(wrong.code()).isEqualTo(ExitCode.WRONG);
        Printed empty = entering("", yaml, "credentials", "set", "contoso-cleo");
        assertThat(empty.err()).contains("The value of contoso-cleo is empty");
        assertThat(empty.code()).isEqualTo(ExitCode.WRONG);

        world.kill();
        Files.writeString(yaml, world.yaml());
        assertThat(command(yaml, "credentials", "list")).isEqualTo(listed);
        assertThat(command(yaml, "credentials", "list", "--json")).isEqualTo(listedAsJson);
        assertThat(command(yaml, "credentials", "rotate")).isEqualTo(rotated);
        assertThat(command(yaml, "credentials", "remove", "contoso-dynamics")).isEqualTo(absent);
        assertThat(entering("x", yaml, "credentials", "set", "contoso cleo")).isEqualTo(wrong);
        assertThat(entering("", yaml, "credentials", "set", "contoso-cleo")).isEqualTo(empty);
        assertThat(entering(SECRET, yaml, "credentials", "set", "contoso-cleo")).isEqualTo(entered);
        assertThat(command(yaml, "credentials", "remove", "contoso-cleo").err()).isEqualTo("Removed contoso-cleo.\n");
        assertThat(command(yaml, "credentials", "list").out()).isEmpty();
    }

    @Test
    void a_value_is_in_no_answer_no_log_and_no_memory_of_requests() throws IOException, InterruptedException {
        List<String> logged = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord one) {
                logged.add(one.getMessage() + one.getThrown() + List.of(Optional.ofNullable(one.getParameters())));
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger root = Logger.getLogger("");
        root.addHandler(listening);
        try {
            String body = new JsonObject().put("value", SECRET).encode();
            List<HttpResponse<byte[]>> answers = List.of(
                    put("contoso-cleo", body, "Idempotency-Key", "the-same"),
                    put("contoso-cleo", body, "Idempotency-Key", "the-same"),
                    put("no%20name", body),
                    put("contoso-cleo", "{\"value\": [\"" + SECRET + "\"]}"),
                    put("contoso-cleo", "{\"value\": \"" + SECRET),
                    put("contoso-cleo?value=1", body),
                    http.get("/api/v1/credentials"),
                    http.get("/api/v1/credentials/contoso-cleo"));
            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .containsExactly(200, 200, 400, 400, 400, 400, 200, 405);
            assertThat(answers).allSatisfy(answer -> assertThat(text(answer)).doesNotContain(SECRET));
            assertThat(put(
                                    "contoso-cleo",
                                    new JsonObject()
                                            .put("value", "x".repeat(65_537))
                                            .encode())
                            .statusCode())
                    .isEqualTo(400);
        } finally {
            root.removeHandler(listening);
        }
        assertThat(value("contoso-cleo")).contains(SECRET);
        assertThat(logged).noneMatch(line -> line.contains(SECRET));
        assertThat(await(world.resources()
                                .database()
                                .pool()
                                .query("select 1 from request_key where key = 'the-same'")
                                .execute())
                        .rowCount())
                .as("a digest of a short value would give it away")
                .isZero();
    }

    @Test
    void what_came_over_plain_http_to_a_proxy_is_not_stored() throws IOException, InterruptedException {
        String body = new JsonObject().put("value", SECRET).encode();
        HttpResponse<byte[]> refused = put("contoso-cleo", body, "X-Forwarded-Proto", "http");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(text(refused)).contains("Nothing was stored");
        assertThat(names()).isEmpty();
        assertThat(put("contoso-cleo", body, "X-Forwarded-Proto", "https").statusCode())
                .isEqualTo(200);
        assertThat(names()).containsExactly("contoso-cleo");
    }

    @Test
    void after_rotations_every_value_is_read_with_the_key_that_is_there_whatever_happened_between() {
        JsonObject first = new JsonObject().put("value", SECRET);
        http.send("PUT", "/api/v1/credentials/one", DemoConfiguration.TOKEN, first.encode());
        // Both are under way at once.
        var rotations = List.of(
                java.util.concurrent.CompletableFuture.supplyAsync(
                        () -> http.post("/api/v1/credentials:rotate", "").statusCode()),
                java.util.concurrent.CompletableFuture.supplyAsync(
                        () -> http.post("/api/v1/credentials:rotate", "").statusCode()));
        assertThat(rotations).allSatisfy(one -> assertThat(one.join()).isEqualTo(200));
        http.send("PUT", "/api/v1/credentials/two", DemoConfiguration.TOKEN, first.encode());
        assertThat(json(http.post("/api/v1/credentials:rotate", ""))).isEqualTo(new JsonObject().put("count", 2));
        assertThat(value("one")).contains(SECRET);
        assertThat(value("two")).contains(SECRET);
    }

    @Test
    void a_rotation_that_does_not_come_to_its_end_loses_nothing_and_is_done_again() {
        http.send(
                "PUT",
                "/api/v1/credentials/one",
                DemoConfiguration.TOKEN,
                new JsonObject().put("value", SECRET).encode());
        Pool pool = world.resources().database().pool();
        await(pool.preparedQuery("insert into credential (name, ciphertext, changed_at) values ('two', $1, now())")
                .execute(Tuple.of(io.vertx.core.buffer.Buffer.buffer("no ciphertext"))));
        HttpResponse<byte[]> stopped = http.post("/api/v1/credentials:rotate", "");
        assertThat(stopped.statusCode()).isEqualTo(409);
        assertThat(json(stopped).getString("detail")).contains("Enter it again: ml-connector credentials set two");
        assertThat(value("one")).as("the new key has the old one behind it").contains(SECRET);

        assertThat(http.send("DELETE", "/api/v1/credentials/two", DemoConfiguration.TOKEN, "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(http.post("/api/v1/credentials:rotate", ""))).isEqualTo(new JsonObject().put("count", 1));
        assertThat(value("one")).contains(SECRET);
    }
}
