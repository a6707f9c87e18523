package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.verification.demo.Comparing;
import io.mlconnector.verification.support.World;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program against the twin over HTTP, on a real database: our record and the twin's must agree. */
class BothDirectionsTest {

    @TempDir
    private Path folder;

    @Test
    void everything_arrives_once_where_fo_assigns_the_header_reference() {
        try (World world = new World("assigned", folder, TwinOptions.demo(42), yaml -> yaml)) {
            play(world);
        }
    }

    @Test
    void everything_arrives_once_where_the_header_reference_is_ours() {
        TwinOptions demo = TwinOptions.demo(7);
        TwinOptions options =
                demo.withDynamics(demo.dynamics().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED));
        try (World world = new World(
                "ours", folder, options, yaml -> yaml.replace("headerReference: assigned", "headerReference: ours"))) {
            play(world);
        }
    }

    private static void play(World world) {
        world.start();
        world.twin().play();
        world.settle(Duration.ofSeconds(60));
        assertThat(Comparing.differences(
                        world.documents(), world.files(), world.twin().record()))
                .isEmpty();
        assertThat(world.documents()).extracting(DocumentRecord::condition).contains(Condition.DONE);
        for (DocumentRecord document : world.documents()) {
            assertThat(HistoryChain.firstBroken(document.id(), world.history(document)))
                    .isEmpty();
        }
    }
}
