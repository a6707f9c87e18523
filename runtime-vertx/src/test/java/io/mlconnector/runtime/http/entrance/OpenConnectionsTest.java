package io.mlconnector.runtime.http.entrance;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that takes longer than answers may take. */
class OpenConnectionsTest {

    private static final Duration ANSWER = Duration.ofMillis(300);
    private static final int WORK_MILLIS = 1_200;

    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void serve() {
        HttpServer server = vertx.createHttpServer();
        OpenConnections connections = new OpenConnections(vertx, HttpLimits.USUAL, new Counts(), ANSWER);
        server.connectionHandler(connections::opened);
        server.requestHandler(request -> {
            connections.requestBegins(request.connection());
            if (request.path().equals("/command")) {
                connections.ofACommand(request.connection());
            }
            request.response().endHandler(ignored -> connections.requestEnds(request.connection()));
            vertx.setTimer(WORK_MILLIS, ignored -> request.response().end("done"));
        });
        port = await(server.listen(0, "127.0.0.1")).actualPort();
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private String asked(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void is_cut_off_for_a_program_and_waited_for_by_a_command() throws IOException, InterruptedException {
        assertThatThrownBy(() -> asked("/program")).isInstanceOf(IOException.class);
        assertThat(asked("/command")).isEqualTo("done");
    }
}
