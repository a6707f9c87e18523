package io.mlconnector.dynamics.internal.wire;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final Vertx vertx = Vertx.vertx();
    private final Gathering gathering = new Gathering(vertx, Duration.ofMillis(300));
    private final CountDownLatch begun = new CountDownLatch(1);

    @AfterEach
    void close() {
        await(vertx.close().toCompletionStage());
    }

    @Test
    void what_a_verticle_let_begin_begins_although_the_verticle_has_ended() throws InterruptedException {
        String verticle = await(vertx.deployVerticle(new VerticleBase() {
                    @Override
                    public Future<?> start() {
                        gathering.then(begun::countDown);
                        return Future.succeededFuture();
                    }
                })
                .toCompletionStage());
        await(vertx.undeploy(verticle).toCompletionStage());
        assertThat(begun.getCount()).as("it has not begun yet").isEqualTo(1);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
