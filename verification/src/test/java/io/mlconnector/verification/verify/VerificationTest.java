package io.mlconnector.verification.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.verification.verify.evaluation.Report;
import io.mlconnector.verification.verify.trouble.Trouble;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shortest verification there is; kinds of trouble that lead to doubts take minutes to settle. */
class VerificationTest {

    @TempDir
    private Path folder;

    @Test
    void without_trouble_a_daemon_of_its_own_moves_everything_as_promised() {
        Vertx vertx = Vertx.vertx();
        List<String> progress = new ArrayList<>();
        try (Verification verification = Verification.start(vertx, folder, 5, InstantSource.system(), progress::add)) {
            Report report = verification.run(Duration.ZERO, List.of(Trouble.NONE));
            assertThat(report.findings())
                    .as(() -> progress + "\n" + verification.lastOutput(50))
                    .isEmpty();
            assertThat(report.rows()).hasSize(1);
            assertThat(report.rows().getFirst().orders()).isGreaterThanOrEqualTo(3);
        } finally {
            Awaiting.await(vertx.close());
        }
    }
}
