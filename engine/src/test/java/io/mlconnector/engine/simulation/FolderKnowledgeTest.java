package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.intake.knowledge.ConsumeOnRead;
import io.mlconnector.engine.intake.knowledge.DeleteRight;
import io.mlconnector.engine.intake.knowledge.FolderKnowledge;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the work on a folder shows about the gateway is in the journal for whoever asks. */
class FolderKnowledgeTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Shelf shelf = new Shelf();

    private static TradingPartner partner(boolean weRemove) {
        return weRemove ? Trade.CONTOSO.globex() : Trade.CONTOSO.acme();
    }

    private static FolderReference folder(boolean weRemove) {
        return Trade.download(partner(weRemove).id().id());
    }

    private void start(boolean weRemove) {
        Life life = new Life(time, new Story(time, false), defect -> {
            throw new AssertionError(defect);
        });
        Engine engine =
                SimulatedEngine.of(life, journal, new X12Codec(), time::now, new Chance(1).generator(), "node-1");
        new FolderPoller(
                        engine,
                        Trade.CONTOSO.usually(new Companies(time, HeaderReference.ASSIGNED), shelf),
                        partner(weRemove),
                        folder(weRemove),
                        new OneAtATime(),
                        new Health())
                .start();
    }

    private void put(int number, boolean weRemove) {
        shelf.put(
                "" + number,
                "f" + number + ".edi",
                "t" + number,
                Paper.file(
                        partner(weRemove),
                        List.of(Paper.Interchange.of(
                                number, "FA", new Paper.Set("997", List.of("AK1*PO*" + number, "AK9*A*1*1*1"))))));
    }

    private void pass(Duration duration) {
        time.runUntil(time.now().plus(duration));
    }

    private FolderKnowledge known(boolean weRemove) {
        String connection = Trade.CONTOSO.connection();
        FolderReference folder = folder(weRemove);
        return FolderKnowledge.of(
                false,
                journal.cursors(List.of(
                                FolderKnowledge.consumeCursor(connection, folder),
                                FolderKnowledge.deleteCursor(connection, folder)))
                        .toCompletableFuture()
                        .join(),
                connection,
                folder);
    }

    @Test
    void a_right_to_delete_is_not_known_before_a_removal_then_denied_and_proven_once_it_is_granted() {
        shelf.mayRemove = false;
        start(true);
        pass(Duration.ofSeconds(20));
        assertThat(known(true).deleteRight()).isEqualTo(DeleteRight.NOT_KNOWN);
        put(1, true);
        pass(Duration.ofMinutes(2));
        assertThat(known(true).deleteRight()).isEqualTo(DeleteRight.DENIED);
        shelf.mayRemove = true;
        pass(Duration.ofHours(25));
        assertThat(known(true)).isEqualTo(new FolderKnowledge(ConsumeOnRead.NOT_KNOWN, DeleteRight.PROVEN));
    }

    @Test
    void where_files_are_left_the_right_to_delete_stays_unknown() {
        start(false);
        put(1, false);
        pass(Duration.ofMinutes(2));
        assertThat(known(false)).isEqualTo(new FolderKnowledge(ConsumeOnRead.NOT_KNOWN, DeleteRight.NOT_KNOWN));
    }

    @Test
    void a_gateway_that_removes_what_is_read_is_known_as_such() {
        shelf.removesWhatIsRead = true;
        start(false);
        put(1, false);
        pass(Duration.ofMinutes(2));
        assertThat(known(false).consumeOnRead()).isEqualTo(ConsumeOnRead.FOUND);
    }

    @Test
    void what_is_configured_needs_no_sign() {
        assertThat(FolderKnowledge.of(true, Map.of(), "c1", folder(true)).consumeOnRead())
                .isEqualTo(ConsumeOnRead.CONFIGURED);
    }
}
