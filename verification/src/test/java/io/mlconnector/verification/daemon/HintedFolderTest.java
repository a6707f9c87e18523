package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.verification.support.BilledOrder;
import io.mlconnector.verification.support.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flow that says where a file has landed has that folder listed at once, and no other one. */
class HintedFolderTest {

    private static final Duration MOST = Duration.ofSeconds(30);

    @Test
    void only_the_folder_that_a_notice_names_is_listed(@TempDir Path folder) {
        try (World world = new World(
                        "hintedfolder",
                        folder,
                        TwinOptions.demo(42),
                        yaml -> yaml.replace("      poll: 400ms", "      poll: 10m"))
                .start()) {
            BilledOrder order = BilledOrder.of(world, 100);
            Awaiting.until("every folder was looked into", MOST, () -> folders(world) == 3);
            int before = listings(world).size();

            order.bill(1, "acme", "BIG*20260311*INV-HINT*20260302*PO-7***DI", "10.00", "10000");
            Awaiting.until("the file was taken", MOST, () -> world.files().size() == 1);

            String acme = world.twin().cleo().folder("/download/acme");
            assertThat(listings(world).subList(before, listings(world).size()))
                    .isNotEmpty()
                    .allMatch(path -> path.equals("/api/folders/" + acme + "/children"));
        }
    }

    private static long folders(World world) {
        return world.twin().scenario().partners().stream()
                .map(partner -> world.twin().cleo().folder(partner.downloadFolder()))
                .filter(id -> listings(world).contains("/api/folders/" + id + "/children"))
                .count();
    }

    private static List<String> listings(World world) {
        return world.twin().requests().requests().stream()
                .filter(request -> request.system() == FaultPlan.System.CLEO && request.status() == 200)
                .map(request -> request.path())
                .filter(path -> path.endsWith("/children"))
                .toList();
    }
}
