package io.mlconnector.verification.demo;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong during a demo is seen where it is looked for, and passes. */
class DemoTroublesTest {

    private static final Duration MOST = Duration.ofSeconds(40);

    private static boolean locked(World world) {
        return Http.text(new Http(world.port()).get("/api/v1/connections")).contains("not permitted");
    }

    @Test
    void an_outcome_is_not_known_and_a_folder_does_not_work_for_a_while(@TempDir Path folder) {
        Vertx vertx = Vertx.vertx();
        try (World world = new World("troubles", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            DemoTroubles troubles = new DemoTroubles(vertx, world.twin());
            troubles.loseAnAnswer();
            troubles.lockFolder(Duration.ofSeconds(8));
            world.twin().play();

            Awaiting.until("the folder does not work", MOST, () -> locked(world));
            Awaiting.until(
                    "the outcome of a write is not known",
                    MOST,
                    () -> world.documents().stream().anyMatch(one -> one.condition() == Condition.UNKNOWN));
            Awaiting.until("the folder works again", MOST, () -> !locked(world));
        } finally {
            vertx.close();
        }
    }
}
