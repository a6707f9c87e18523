package io.mlconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.ports.access.AnswerTooLargeException;
import io.mlconnector.ports.access.AnswerTooSlowException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedAnswersTest {

    private static final Buffer CHUNK = Buffer.buffer(new byte[16 * 1024]);

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private BoundedAnswers http = new BoundedAnswers(
            vertx, new WebClientOptions().setDecompressionSupported(true), new PoolOptions().setHttp1MaxSize(1));
    private HttpServer server = vertx.createHttpServer(
            new HttpServerOptions().setCompressionSupported(true).setCompressionLevel(9));

    @BeforeEach
    void start() throws Exception {
        server.connectionHandler(connection -> connection.closeHandler(ignored -> closed.complete(null)));
        server.requestHandler(request -> {
            HttpServerResponse response = request.response().setChunked(true);
            switch (request.path()) {
                case "/endless" -> endless(response);
                case "/dripping" ->
                    vertx.setPeriodic(20, timer -> {
                        if (response.closed() || response.ended()) {
                            vertx.cancelTimer(timer);
                        } else {
                            response.write("x");
                        }
                    });
                default -> response.end("all of it");
            }
        });
        await(server.listen(0, "127.0.0.1"));
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        await(vertx.close());
    }

    /** A few chunks at a time: the event loop may be the client's too. */
    private void endless(HttpServerResponse response) {
        for (int i = 0; i < 16 && !response.closed() && !response.writeQueueFull(); i++) {
            response.write(CHUNK);
        }
        if (!response.closed()) {
            vertx.setTimer(1, ignored -> endless(response));
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private Future<HttpResponse<Buffer>> get(String path, long mostBytes, Duration time, boolean compressed) {
        var request = http.request(
                HttpMethod.GET, "http://127.0.0.1:" + server.actualPort() + path, new AnswerLimits(mostBytes, time));
        if (compressed) {
            request.putHeader("Accept-Encoding", "gzip");
        }
        return BoundedAnswers.told(request, request.send());
    }

    @Test
    void an_answer_within_its_limits_is_read_whole() throws Exception {
        assertThat(await(get("/", 9, Duration.ofSeconds(10), false)).bodyAsString())
                .isEqualTo("all of it");
    }

    @Test
    void an_answer_of_one_byte_more_is_none() {
        assertThatThrownBy(() -> await(get("/", 8, Duration.ofSeconds(10), false)))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AnswerTooLargeException.class);
    }

    @Test
    void an_endless_answer_is_cut_off_and_its_connection_with_it() throws Exception {
        assertThatThrownBy(() -> await(get("/endless", 100_000, Duration.ofSeconds(10), false)))
                .hasCauseInstanceOf(AnswerTooLargeException.class);
        closed.get(20, TimeUnit.SECONDS);
        assertThat(await(get("/", 100, Duration.ofSeconds(10), false)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_counted_is_what_comes_out_of_the_compression() throws Exception {
        assertThatThrownBy(() -> await(get("/endless", 1_000_000, Duration.ofSeconds(10), true)))
                .hasCauseInstanceOf(AnswerTooLargeException.class);
        closed.get(20, TimeUnit.SECONDS);
    }

    @Test
    void an_answer_that_drips_is_cut_off_when_its_time_is_over_although_it_is_never_silent() throws Exception {
        assertThatThrownBy(() -> await(get("/dripping", 100_000, Duration.ofMillis(300), false)))
                .hasCauseInstanceOf(AnswerTooSlowException.class);
        closed.get(20, TimeUnit.SECONDS);
    }
}
