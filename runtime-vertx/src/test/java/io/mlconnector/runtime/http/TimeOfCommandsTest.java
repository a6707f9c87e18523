package io.mlconnector.runtime.http;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.engine.loop.Health;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.runtime.http.entrance.Counts;
import io.mlconnector.runtime.http.entrance.Entrance;
import io.mlconnector.runtime.http.entrance.HttpLimits;
import io.mlconnector.runtime.http.entrance.SignIns;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.InterfaceParts;
import io.mlconnector.runtime.local.LocalAccess;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands of this machine have long for an answer (OpenConnectionsTest), and nobody else has. */
@Timeout(60)
class TimeOfCommandsTest {

    private static final String LOCAL = LocalAccess.freshToken();

    /** What the entrance leaves with a request for {@link Entrance#ofACommand}. */
    private static final String GRANT = "of-a-command";

    private final AtomicInteger granted = new AtomicInteger();

    @Test
    void the_interface_grants_it_to_whoever_presents_the_token_of_this_machine(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (ServedDaemon served = new ServedDaemon("", folder);
                HttpClient client = HttpClient.newHttpClient()) {
            DaemonResources resources = served.daemon().resources();
            HttpServer server = await(resources
                    .vertx()
                    .createHttpServer()
                    .requestHandler(router(resources))
                    .listen(0, "127.0.0.1"));
            assertThat(status(client, server, ServedDaemon.TOKEN)).isEqualTo(200);
            assertThat(status(client, server, "no token")).isEqualTo(401);
            assertThat(granted).hasValue(0);
            assertThat(status(client, server, LOCAL)).isEqualTo(200);
            assertThat(granted).hasValue(1);
            await(server.close());
        }
    }

    private Router router(DaemonResources resources) {
        Vertx vertx = resources.vertx();
        Counts counts = new Counts();
        Router router = Router.router(vertx);
        Entrance entrance = new Entrance(vertx, HttpLimits.USUAL, counts);
        router.route().handler(context -> {
            context.put(GRANT, (Runnable) granted::incrementAndGet);
            context.next();
        });
        Operators operators = new Operators(
                resources.database().pool(),
                InstantSource.system(),
                Optional.of(ServedDaemon.TOKEN),
                LOCAL,
                LocalAccess.OPERATOR);
        new InterfaceParts(resources, List.of())
                .api(operators, new Health())
                .mount(router, new SignIns(InstantSource.system(), 20, false, counts), entrance.bodies());
        return router;
    }

    private static int status(HttpClient client, HttpServer server, String token)
            throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1/documents"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
