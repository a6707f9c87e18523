package io.mlconnector.verification.cli;

import static io.mlconnector.verification.support.Http.json;
import static io.mlconnector.verification.support.Terminal.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the account of Cleo sees, from a terminal and over the interface. */
@Timeout(120)
class ExploreCommandTest {

    @TempDir
    private Path folder;

    @Test
    void the_daemon_is_asked_and_without_one_the_same_is_printed() throws IOException {
        try (World world = new World("explorecommand", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            String id = world.twin().cleo().folder("/somewhere/deep");
            for (int i = 10; i < 35; i++) {
                world.twin().cleo().put("/somewhere/deep", i + ".edi", new byte[] {1, 2, 3});
            }
            world.twin().cleo().folder("/somewhere/deep/a/b/c");
            Path yaml = Files.writeString(
                    folder.resolve("ml-connector.yaml"),
                    // Whoever signs in by himself is refused.
                    world.yaml().replaceFirst("(cleo:(?s:.*?)password:) *\\S+", "$1 wrong"));
            // Read by the daemon as it is.
            Files.setLastModifiedTime(yaml, FileTime.from(Instant.EPOCH));
            Http http = new Http(world.port());

            Printed tree = command(yaml, "cleo", "explore");
            assertThat(tree.code()).as(tree.err()).isZero();
            assertThat(tree.lines().getFirst()).startsWith("demo  http://127.0.0.1:");
            assertThat(tree.out())
                    .contains("\n    deep/  {id: " + id + "}  /somewhere/deep\n")
                    .contains("\n      29.edi  {id: ")
                    .doesNotContain("30.edi")
                    .contains("3 bytes  ")
                    .contains("\n      and 5 more files\n")
                    .contains("/somewhere/deep/a/b\n")
                    .doesNotContain("/somewhere/deep/a/b/c");
            Printed all = command(yaml, "cleo", "explore", "--json", "--depth", "5");
            assertThat(all.out()).contains("30.edi", "/somewhere/deep/a/b/c");
            JsonObject flat = json(http.get("/api/v1/connections/demo/folders?depth=1"));
            assertThat(flat.getBoolean("more")).isFalse();
            assertThat(flat.encode()).contains("/somewhere").doesNotContain("deep");
            assertThat(http.get("/api/v1/connections/other/folders").statusCode())
                    .isEqualTo(404);
            assertThat(http.get("/api/v1/connections/demo/folders?depth=0").statusCode())
                    .isEqualTo(400);
            assertThat(json(http.get("/api/v1/connections/demo/folders?dept=1")).getString("detail"))
                    .contains("did you mean depth?");

            world.twin().faults().next(FaultPlan.System.CLEO, "GET", "/api/folders", new Fault.Throttle(1));
            assertThat(command(yaml, "cleo", "explore")).as("after a wait").isEqualTo(tree);
            world.twin()
                    .faults()
                    .next(FaultPlan.System.CLEO, "GET", "/api/folders", new Fault.Answer(403, "no", Map.of()))
                    .times(50);
            Printed refused = command(yaml, "cleo", "explore");
            assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.REMOTE);
            assertThat(refused.out()).isEmpty();
            world.twin().faults().clear();

            Files.setLastModifiedTime(yaml, FileTime.from(Instant.now()));
            assertThat(command(yaml, "cleo", "explore").code())
                    .as("whoever changes the configuration sees what it does, without a restart")
                    .isEqualTo(ExitCode.REMOTE);
            world.kill();
            Files.writeString(yaml, world.yaml());
            assertThat(command(yaml, "cleo", "explore")).isEqualTo(tree);
            assertThat(command(yaml, "cleo", "explore", "--json", "--depth", "5"))
                    .isEqualTo(all);
        }
    }
}
