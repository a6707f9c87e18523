package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.twin.cleo.Upload;
import io.mlconnector.twin.relay.RelayFault;
import io.mlconnector.twin.relay.RelayFault.Direction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Over a line that breaks at every point of a request and of its answer, that goes silent or stands still: every read ends, and what
 * an upload says of itself is compared with what the simulated Cleo has stored.
 */
class BrokenLineTest {

    private static final FolderReference.ByPath DOWNLOAD = new FolderReference.ByPath("/download/acme");
    private static final byte[] FILE = "ISA*00*~".repeat(40).getBytes(StandardCharsets.ISO_8859_1);

    /** A read asks for at most two pages, a folder and a file; each ends in its own time. */
    private static final Duration LONGEST_READ = RelayedCleo.LONGEST.multipliedBy(8);

    private final RelayedCleo relayed = new RelayedCleo();
    private FolderReference.ById upload = new FolderReference.ById("none");
    private FolderReference.ById download = new FolderReference.ById("none");

    @BeforeEach
    void create_folders() {
        upload = relayed.bench.folder("/upload/acme");
        relayed.bench.twin.cleo().put(DOWNLOAD.path(), "a.edi", FILE);
        download = relayed.bench.folder(DOWNLOAD.path());
    }

    @AfterEach
    void stop() {
        relayed.close();
    }

    /** A request with its bytes is shorter than 800 bytes, and an answer than 1,200. */
    private static List<RelayFault> faults() {
        List<RelayFault> all = new ArrayList<>();
        for (int bytes = 0; bytes <= 800; bytes += 80) {
            all.add(new RelayFault.CutAfter(bytes, Direction.TO_SERVER));
        }
        for (int bytes = 0; bytes <= 1_200; bytes += 80) {
            all.add(new RelayFault.CutAfter(bytes, Direction.TO_CLIENT));
        }
        all.add(new RelayFault.Reset());
        all.add(new RelayFault.HalfOpen(Direction.TO_SERVER));
        all.add(new RelayFault.HalfOpen(Direction.TO_CLIENT));
        all.add(new RelayFault.Frozen());
        all.add(new RelayFault.Bandwidth(200));
        all.add(new RelayFault.Dripping(Duration.ofMillis(20)));
        all.add(new RelayFault.Latency(Duration.ofMillis(400)));
        return all;
    }

    private static <T> Outcome<T> ended(CompletionStage<Outcome<T>> asked, RelayFault fault) throws Exception {
        try {
            return asked.toCompletableFuture().get(LONGEST_READ.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("did not end: " + fault, e);
        }
    }

    private long stored(String name) {
        return relayed.bench.twin.cleo().received().stream()
                .map(Upload::name)
                .filter(name::equals)
                .count();
    }

    private void untilConnections(int wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (relayed.relay.record().connections() < wanted) {
            assertThat(System.nanoTime()).as("connection " + wanted).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void an_upload_is_what_it_says_wherever_the_line_breaks() throws Exception {
        Map<String, CompletionStage<Outcome<UploadReceipt>>> under = new LinkedHashMap<>();
        Map<String, RelayFault> faults = new LinkedHashMap<>();
        for (RelayFault fault : faults()) {
            String name = "850-" + under.size() + ".edi";
            faults.put(name, fault);
            Mailbox mailbox = relayed.fresh(fault);
            under.put(name, mailbox.upload(upload, name, FILE));
            // The next connection is the one of the next fault.
            untilConnections(under.size());
        }
        Map<String, Integer> told = new LinkedHashMap<>();
        Map<String, Outcome<UploadReceipt>> outcomes = new LinkedHashMap<>();
        for (Map.Entry<String, CompletionStage<Outcome<UploadReceipt>>> one : under.entrySet()) {
            outcomes.put(one.getKey(), ended(one.getValue(), requireNonNull(faults.get(one.getKey()))));
        }
        // What stood still arrives now.
        await(relayed.relay.clear().toCompletionStage());
        await(relayed.fresh().list(upload));
        outcomes.forEach((name, outcome) -> {
            String said = outcome.getClass().getSimpleName();
            told.merge(said + (stored(name) > 0 ? ", stored" : ", not stored"), 1, Integer::sum);
            assertThat(stored(name)).as(name + " " + faults.get(name)).isLessThanOrEqualTo(1);
            switch (outcome) {
                case Outcome.Done<UploadReceipt> ignored ->
                    assertThat(stored(name)).as(name + " " + faults.get(name)).isEqualTo(1);
                case Outcome.Refused<UploadReceipt> ignored ->
                    assertThat(stored(name)).as(name + " " + faults.get(name)).isZero();
                case Outcome.NotNow<UploadReceipt> ignored ->
                    assertThat(stored(name)).as(name + " " + faults.get(name)).isZero();
                case Outcome.Unknown<UploadReceipt> ignored -> {}
            }
        });
        assertThat(told).containsKeys("Done, stored", "Unknown, stored", "Unknown, not stored");
    }

    @Test
    void a_read_ends_wherever_the_line_breaks_and_never_with_a_part() throws Exception {
        FolderEntry entry =
                done(relayed.fresh(Duration.ofSeconds(15)).list(download)).get(0);
        Map<RelayFault, CompletionStage<Outcome<List<FolderEntry>>>> listings = new LinkedHashMap<>();
        Map<RelayFault, CompletionStage<Outcome<Optional<byte[]>>>> fetches = new LinkedHashMap<>();
        int connections = relayed.relay.record().connections();
        for (RelayFault fault : faults()) {
            listings.put(fault, relayed.fresh(fault).list(download));
            untilConnections(++connections);
            fetches.put(fault, relayed.fresh(fault).fetch(entry));
            untilConnections(++connections);
        }
        int wrong = 0;
        int right = 0;
        for (RelayFault fault : faults()) {
            Outcome<List<FolderEntry>> listed = ended(requireNonNull(listings.get(fault)), fault);
            if (listed instanceof Outcome.Done<List<FolderEntry>>(List<FolderEntry> entries)) {
                assertThat(entries)
                        .as(fault.toString())
                        .extracting(FolderEntry::name)
                        .containsExactly("a.edi");
                right++;
            } else {
                assertThat(listed).as(fault.toString()).isInstanceOf(Outcome.NotNow.class);
                wrong++;
            }
            Outcome<Optional<byte[]>> fetched = ended(requireNonNull(fetches.get(fault)), fault);
            if (fetched instanceof Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes)) {
                assertThat(bytes)
                        .as(fault.toString())
                        .hasValueSatisfying(all -> assertThat(all).isEqualTo(FILE));
                right++;
            } else {
                assertThat(fetched).as(fault.toString()).isInstanceOf(Outcome.NotNow.class);
                wrong++;
            }
        }
        assertThat(right).isPositive();
        assertThat(wrong).isPositive();
    }

    @Test
    void a_connection_that_was_reset_while_it_waited_is_no_wrong_outcome() throws Exception {
        Mailbox mailbox = relayed.fresh();
        for (int i = 0; i < 10; i++) {
            String name = "850-" + i + ".edi";
            await(relayed.relay.resetAll().toCompletionStage());
            Outcome<UploadReceipt> outcome = ended(mailbox.upload(upload, name, FILE), new RelayFault.Reset());
            if (outcome instanceof Outcome.Done) {
                assertThat(stored(name)).isEqualTo(1);
            } else if (!(outcome instanceof Outcome.Unknown)) {
                assertThat(stored(name)).isZero();
            }
        }
    }
}
