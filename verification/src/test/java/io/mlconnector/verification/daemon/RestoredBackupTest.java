package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord;
import io.mlconnector.verification.support.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredBackupTest {

    private static final Logger LOG = Logger.getLogger("io.mlconnector.runtime");

    @TempDir
    private Path folder;

    @Test
    void a_database_restored_from_an_old_backup_does_nothing_a_second_time() {
        try (World world = new World("restored", folder, kept(5), yaml -> yaml)) {
            world.start();
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            TwinRecord before = world.twin().record();
            long delivered = delivered(world);
            assertThat(delivered).isGreaterThan(20);
            assertThat(before.invoices()).isNotEmpty();

            LOG.setLevel(Level.OFF);
            world.restoreTheOldestBackup().start();
            LOG.setLevel(null);
            world.settle(Duration.ofSeconds(60));

            TwinRecord after = world.twin().record();
            assertThat(after.uploads()).extracting(file -> file.name()).isEqualTo(names(before));
            assertThat(after.invoices()).hasSameSizeAs(before.invoices());
            assertThat(delivered(world)).as("found in the folders").isEqualTo(delivered);
            assertThat(world.documents())
                    .filteredOn(document -> document.state() instanceof InvoiceState.Posted)
                    .as("our own invoices are recognised")
                    .isNotEmpty();
        } finally {
            LOG.setLevel(null);
        }
    }

    @Test
    void control_numbers_that_lie_in_a_folder_are_not_given_out_again_by_a_restored_database() {
        try (World world = new World("numbers", folder, kept(6), yaml -> yaml)) {
            world.start();
            world.twin().play();
            world.settle(Duration.ofSeconds(60));

            LOG.setLevel(Level.OFF);
            world.restoreTheOldestBackup().start();
            LOG.setLevel(null);
            world.settle(Duration.ofSeconds(60));

            List<Long> last = Awaiting.await(world.resources()
                    .database()
                    .pool()
                    .query("select last from control_number")
                    .execute()
                    .map(rows -> {
                        List<Long> numbers = new ArrayList<>();
                        rows.forEach(row -> numbers.add(row.getLong("last")));
                        return numbers;
                    }));
            assertThat(last)
                    .isNotEmpty()
                    .allSatisfy(number -> assertThat(number).isGreaterThan(1));
        } finally {
            LOG.setLevel(null);
        }
    }

    /** Folders in which files stay: what a router has taken out nobody can see there. */
    private static TwinOptions kept(long seed) {
        TwinOptions demo = TwinOptions.demo(seed);
        return demo.withCleo(demo.cleo().withKeptFolders(Set.of("/upload/acme", "/upload/globex", "/upload/initech")));
    }

    private static long delivered(World world) {
        return world.documents().stream()
                .filter(document -> document.state() instanceof SendingState.Delivered)
                .count();
    }

    private static List<String> names(TwinRecord record) {
        return record.uploads().stream().map(TwinRecord.ReceivedFile::name).toList();
    }
}
