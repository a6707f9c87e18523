package io.mlconnector.verification.daemon;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.restoration.HeldDocument;
import io.mlconnector.engine.restoration.Reconciliation;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.postgres.backup.Backup;
import io.mlconnector.postgres.backup.Restore;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord;
import io.mlconnector.verification.support.World;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old backup is put back, and a router has taken all files out of the folders: nothing there tells what was sent. */
class EmptiedFolderTest {

    private static final Logger LOG = Logger.getLogger("io.mlconnector");
    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void nothing_is_sent_twice_and_a_person_settles_what_was_sent_since_the_backup() {
        try (World world = new World(
                "emptied",
                folder.resolve("data"),
                emptied(7),
                yaml -> yaml.replace("afterReceive: leave", "afterReceive: delete"))) {
            world.start();
            world.twin().play();
            world.twin().confirm(4);
            settle(world);
            Set<String> beforeBackup = confirmations(world);
            Instant backedUp = Instant.now();
            Backup.write(world.database(), folder.resolve("old.backup"), backedUp);
            world.twin().confirm(5);
            settle(world);
            Set<String> since = confirmations(world);
            since.removeAll(beforeBackup);
            List<TwinRecord.ReceivedFile> sent = world.twin().record().uploads();
            assertThat(since).hasSizeGreaterThanOrEqualTo(5);

            Awaiting.until("the removals are over", MOST, () -> removalsAreOver(world));
            Set<String> removed = files(world).stream()
                    .filter(file -> file.takenAt().isAfter(backedUp) && file.removed())
                    .map(FileRecord::name)
                    .collect(Collectors.toSet());
            assertThat(removed).as("files that were taken and removed since").isNotEmpty();

            LOG.setLevel(Level.OFF);
            world.kill();
            Restore.read(world.database(), folder.resolve("old.backup"), true);
            world.start();
            LOG.setLevel(null);
            settle(world);

            assertThat(names(world)).as("nothing goes out").isEqualTo(names(sent));
            OpenConnection open = await(OpenConnection.open(
                    world.resources(),
                    world.resources().configuration().connections().getFirst()));
            Reconciliation reconciliation = new Reconciliation(world.resources().engine(), List.of(open.connection()));
            Awaiting.until(
                    "exactly what was taken and removed since is told as missing",
                    MOST,
                    () -> await(reconciliation.missingFiles()).stream()
                            .map(FileRecord::name)
                            .collect(Collectors.toSet())
                            .equals(removed));
            removed.forEach(world.twin()::sendAgain);
            Awaiting.until(
                    "they have come again",
                    MOST,
                    () -> await(reconciliation.missingFiles()).isEmpty());
            settle(world);
            List<HeldDocument> held =
                    await(reconciliation.held(500, Optional.empty())).documents();
            assertThat(orders(held)).as("exactly what was confirmed since").isEqualTo(since);
            List<String> connections = List.of(open.connection().id());
            assertThat(await(reconciliation.end(connections)).held())
                    .as("not over while any is held")
                    .isEqualTo(held.size());

            DocumentId lost = held.getFirst().document().id();
            held.stream()
                    .map(one -> one.document().id())
                    .filter(id -> !id.equals(lost))
                    .forEach(id -> assertThat(await(reconciliation.markAsSent(id, "maria", "asked the vendor")))
                            .isTrue());
            settle(world);
            assertThat(names(world)).as("marked as sent, not sent").isEqualTo(names(sent));

            assertThat(await(reconciliation.letGo(lost, "maria", "the vendor lacks it")))
                    .isTrue();
            settle(world);
            List<TwinRecord.ReceivedFile> after = world.twin().record().uploads();
            assertThat(after).as("the one that was let go").hasSize(sent.size() + 1);
            assertThat(await(reconciliation.end(connections)).none()).isTrue();

            world.twin().confirm(3);
            settle(world);
            assertThat(world.twin().record().uploads()).hasSizeGreaterThanOrEqualTo(sent.size() + 4);
            assertThat(world.twin().record().uploads())
                    .extracting(file -> file.folder() + " " + file.isa13())
                    .as("no control number is used twice")
                    .doesNotHaveDuplicates();
            assertThat(world.documents())
                    .filteredOn(document -> document.keys().confirmationNumber().length() > 0)
                    .allMatch(document -> document.state() instanceof SendingState.Delivered
                            || document.condition().settled());
            open.close();
        } finally {
            LOG.setLevel(null);
        }
    }

    /** Documents settle before their file is removed: one that is removed while this is written down would be told as missing too. */
    private static boolean removalsAreOver(World world) {
        return files(world).stream()
                .allMatch(file -> await(Future.fromCompletionStage(
                                world.resources().journal().filesToRemove(file.connection(), file.folder())))
                        .isEmpty());
    }

    private static List<FileRecord> files(World world) {
        return await(Future.fromCompletionStage(world.resources().journal().files(1000, Optional.empty())));
    }

    private static void settle(World world) {
        world.settle(MOST);
        Awaiting.until("the partners are done", MOST, () -> world.twin().quiet());
        world.settle(MOST);
    }

    private static TwinOptions emptied(long seed) {
        TwinOptions stress = TwinOptions.stress(seed);
        return stress.withCleo(stress.cleo().withKeptFolders(Set.of()).withRouterTakesAfter(Duration.ofMillis(300)));
    }

    private static Set<String> confirmations(World world) {
        return world.documents().stream()
                .filter(document -> OutgoingSubject.of(document.type()) == OutgoingSubject.ORDER)
                .map(document -> document.keys().confirmationNumber())
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> orders(List<HeldDocument> held) {
        return held.stream()
                .filter(one -> OutgoingSubject.of(one.document().type()) == OutgoingSubject.ORDER)
                .map(one -> one.document().keys().confirmationNumber())
                .collect(Collectors.toSet());
    }

    private static List<String> names(World world) {
        return names(world.twin().record().uploads());
    }

    private static List<String> names(List<TwinRecord.ReceivedFile> files) {
        return files.stream().map(TwinRecord.ReceivedFile::name).toList();
    }
}
