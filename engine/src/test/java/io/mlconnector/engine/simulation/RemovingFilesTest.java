package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.intake.RemovalRule;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only what was read is removed, also where a partner writes a file over another one. The folder is listed every 15 seconds. */
class RemovingFilesTest {

    private static final TradingPartner PARTNER = Trade.CONTOSO.globex();

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Shelf shelf = new Shelf();
    private int listings;

    @BeforeEach
    void begin() {
        shelf.listing = progressed -> {
            listings++;
            return CompletableFuture.completedFuture("");
        };
        Life life = new Life(time, new Story(time, false), defect -> {
            throw new AssertionError(defect);
        });
        Engine engine =
                SimulatedEngine.of(life, journal, new X12Codec(), time::now, new Chance(1).generator(), "node-1");
        new FolderPoller(
                        engine,
                        Trade.CONTOSO.usually(new Companies(time, HeaderReference.ASSIGNED), shelf),
                        PARTNER,
                        Trade.download(PARTNER.id().id()),
                        new OneAtATime(),
                        new Health())
                .start();
    }

    private void put(int id, String modified, int number) {
        shelf.put(
                "" + id,
                "f" + id + ".edi",
                modified,
                Paper.file(
                        PARTNER,
                        List.of(Paper.Interchange.of(
                                number, "FA", new Paper.Set("997", List.of("AK1*PO*" + number, "AK9*A*1*1*1"))))));
    }

    private void pass(int seconds) {
        time.runUntil(time.now().plus(Duration.ofSeconds(seconds)));
    }

    private List<FileRecord> taken() {
        return journal.files(100, Optional.empty()).toCompletableFuture().join();
    }

    @Test
    void a_file_that_is_written_over_one_that_was_taken_while_others_are_being_taken_is_not_removed_unread() {
        put(1, "t1", 101);
        put(2, "t2", 102);
        AtomicInteger asked = new AtomicInteger();
        shelf.fetching = () -> {
            CompletableFuture<String> slow = new CompletableFuture<>();
            time.after(Duration.ofSeconds(asked.getAndIncrement() == 0 ? 0 : 20), () -> slow.complete(""));
            return slow;
        };
        pass(10);
        assertThat(taken()).extracting(FileRecord::name).containsExactly("f1.edi");
        put(1, "t3", 103);
        pass(120);
        assertThat(taken()).extracting(FileRecord::name).containsExactlyInAnyOrder("f1.edi", "f2.edi", "f1.edi");
        assertThat(shelf.removed).extracting(FolderEntry::modified).containsExactlyInAnyOrder("t2", "t3");
    }

    @Test
    void many_files_are_removed_by_few_listings_each_of_which_is_used_for_a_few_seconds_at_most() {
        for (int number = 1; number <= 95; number++) {
            put(number, "t" + number, 100 + number);
        }
        pass(1);
        assertThat(taken()).hasSize(95);
        listings = 0;
        pass(60);
        assertThat(shelf.removed).hasSize(95);
        assertThat(listings).isBetween(95 / RemovalRule.MOST_PER_LISTING, 12);
    }

    @Test
    void a_gateway_that_does_not_list_again_is_asked_once_a_look_and_no_file_is_removed_by_the_old_listing() {
        for (int number = 1; number <= 30; number++) {
            put(number, "t" + number, 100 + number);
        }
        shelf.listing = progressed -> {
            listings++;
            return listings % 2 == 0
                    ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                    : CompletableFuture.completedFuture("");
        };
        pass(1);
        assertThat(taken()).hasSize(30);
        assertThat(shelf.removed).hasSize(RemovalRule.MOST_PER_LISTING);
        assertThat(listings).isEqualTo(2);
    }
}
