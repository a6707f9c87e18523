package io.mlconnector.runtime.http.request;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonGoneException;
import io.mlconnector.runtime.local.LocalAccess;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that closes silent connections long before the answer comes. */
class AtWorkTest {

    private static final int SILENCE_MILLIS = 300;
    private static final int WORK_MILLIS = 1_500;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private DaemonClient.Answer asked(Consumer<RoutingContext> before) {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            before.accept(context);
            vertx.setTimer(WORK_MILLIS, ignored -> Answers.json(context, new JsonObject().put("done", true)));
        });
        HttpServer server = await(vertx.createHttpServer(new HttpServerOptions()
                        .setIdleTimeout(SILENCE_MILLIS)
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS))
                .requestHandler(router)
                .listen(0, "127.0.0.1"));
        DaemonClient client =
                DaemonClient.to(new LocalAccess("127.0.0.1", server.actualPort(), Optional.empty(), "t"), "ann");
        client.get("/first", Map.of());
        return client.send("POST", "/second", new JsonObject().put("on", "the same connection"));
    }

    @Test
    void a_command_waits_for_an_answer_that_takes_longer_than_connections_may_be_silent() {
        DaemonClient.Answer answer = asked(new AtWork(Duration.ofMillis(100))::tell);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(new JsonObject().put("done", true));
    }

    @Test
    void without_it_the_connection_is_closed() {
        assertThatThrownBy(() -> asked(ignored -> {})).isInstanceOf(DaemonGoneException.class);
    }
}
