package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.engine.intervention.Interventions;
import io.mlconnector.engine.intervention.Interventions.Verb;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.verification.support.World;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The daemon is killed in the middle of everything and started again: nothing is lost, nothing happens twice. */
class CrashTest {

    private static final int KILLS = 6;

    private static final Logger LOG = Logger.getLogger("io.mlconnector.runtime");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = 11)
    void whatever_the_moment_of_a_crash_nothing_is_lost_or_doubled(long seed) {
        Random random = new Random(seed);
        TwinOptions demo = TwinOptions.demo(seed);
        TwinOptions options = demo.withCleo(demo.cleo().withRouterTakesAfter(Duration.ofSeconds(4)));
        try (World world = new World("crash" + seed, folder, options, yaml -> yaml)) {
            world.start();
            world.twin().play();
            // A killed daemon complains about its database all along.
            LOG.setLevel(Level.OFF);
            for (int kill = 0; kill < KILLS; kill++) {
                int calls = calls(world) + 5 + random.nextInt(60);
                Awaiting.until("some calls are made", Duration.ofSeconds(20), () -> calls(world) >= calls);
                world.kill();
                world.start();
            }
            world.settle(Duration.ofSeconds(60), () -> decideDoubts(world));
            check(world);
        } finally {
            LOG.setLevel(null);
        }
    }

    /** A person looks at Cleo for every file of which nobody knows whether it arrived, as the message says. */
    static void decideDoubts(World world) {
        Interventions interventions = new Interventions(
                world.resources().journal(), world.resources().engine().clock());
        for (DocumentRecord document : world.documents()) {
            if (document.state() instanceof Held held && held.why().code().equals("upload-in-doubt")) {
                boolean arrived = world.twin().record().uploads().stream()
                        .anyMatch(file -> file.name().equals(document.keys().fileName()));
                interventions
                        .act(document.id(), arrived ? Verb.DISCARD : Verb.RELEASE, "jane", "looked at Cleo")
                        .toCompletableFuture()
                        .join();
            }
        }
    }

    private static int calls(World world) {
        return world.twin().record().calls().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    static void check(World world) {
        TwinRecord twin = world.twin().record();
        List<DocumentRecord> documents = world.documents();
        assertThat(twin.uploads()).extracting(TwinRecord.ReceivedFile::name).doesNotHaveDuplicates();
        assertThat(twin.uploads())
                .extracting(file -> file.folder() + " " + file.isa13())
                .doesNotHaveDuplicates();
        assertThat(twin.uploads())
                .allSatisfy(file -> assertThat(file.problems()).isEmpty());
        assertThat(twin.invoices())
                .extracting(invoice -> invoice.invoiceAccount() + " " + invoice.invoiceNumber())
                .doesNotHaveDuplicates();
        assertThat(twin.invoices()).allSatisfy(CrashTest::whole);
        Set<String> received = twin.uploads().stream()
                .map(TwinRecord.ReceivedFile::name)
                .collect(Collectors.toCollection(HashSet::new));
        for (DocumentRecord document : documents) {
            assertThat(document.condition().settled()).isTrue();
            assertThat(document.condition() == Condition.DONE
                            || document.reason().isPresent())
                    .as("%s is done or has a reason", document)
                    .isTrue();
            assertThat(HistoryChain.firstBroken(document.id(), world.history(document)))
                    .isEmpty();
            if (document.state() instanceof SendingState.Delivered delivered) {
                assertThat(received).contains(delivered.file().name());
            }
        }
    }

    private static void whole(PendingInvoice invoice) {
        assertThat(invoice.lines()).isNotEmpty();
        List<BigDecimal> numbers =
                invoice.lines().stream().map(PendingInvoice.Line::number).toList();
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.stream().max(BigDecimal::compareTo).orElseThrow().intValueExact())
                .isEqualTo(numbers.size());
    }
}
