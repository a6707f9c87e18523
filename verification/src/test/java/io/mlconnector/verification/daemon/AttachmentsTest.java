package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.payables.InvoiceAttachment;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.verification.support.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What explains a posted invoice stands beside it in F&O, once, whatever happens on the way. */
class AttachmentsTest {

    private static final Duration LONG = Duration.ofSeconds(90);

    private static final Logger LOG = Logger.getLogger("io.mlconnector");

    @TempDir
    private Path folder;

    private World world(String name) {
        TwinOptions demo = TwinOptions.demo(5);
        return new World(
                name,
                folder,
                demo.withCleo(demo.cleo().withRouterTakesAfter(Duration.ofSeconds(4))),
                yaml -> yaml.replace("headerReference: assigned", "headerReference: assigned\n      attachments: all"));
    }

    private static List<DocumentRecord> posted(World world) {
        return world.documents().stream()
                .filter(document -> document.type().equals("810") && document.condition() == Condition.DONE)
                .toList();
    }

    private static void settled(World world) {
        world.settle(LONG, () -> CrashTest.decideDoubts(world));
        Awaiting.until(
                "every attachment has come to its end",
                LONG,
                () -> posted(world).stream().allMatch(document -> document.state() instanceof InvoiceState.Posted));
    }

    private static List<InvoiceAttachment> of(World world, DocumentRecord document) {
        return world.twin().dynamics().attachments().stream()
                .filter(attachment -> attachment.name().startsWith("ml-connector " + document.id() + " "))
                .toList();
    }

    private static long told(World world, DocumentRecord document, String event) {
        return world.history(document).stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.event().equals(event))
                .count();
    }

    private static String text(InvoiceAttachment attachment) {
        return new String(Base64.getDecoder().decode(attachment.contents()), StandardCharsets.UTF_8);
    }

    private static void onceEach(World world) {
        assertThat(posted(world)).isNotEmpty().allSatisfy(document -> {
            List<InvoiceAttachment> attached = of(world, document);
            assertThat(attached).extracting(InvoiceAttachment::name).doesNotHaveDuplicates();
            assertThat(attached)
                    .extracting(InvoiceAttachment::fileName)
                    .contains(document.id() + "-invoice", document.id() + "-x12", document.id() + "-match");
            assertThat(attached)
                    .extracting(InvoiceAttachment::invoiceNumber)
                    .containsOnly(document.keys().invoiceNumber());
            assertThat(told(world, document, "attached")).isEqualTo(1);
            assertThat(told(world, document, "not-attached")).isZero();
        });
    }

    @Test
    void a_posted_invoice_has_the_invoice_its_transaction_set_and_the_explanation_of_its_match() {
        try (World world = world("attached").start()) {
            world.twin().play();
            settled(world);
            onceEach(world);
            DocumentRecord document = posted(world).getFirst();
            List<InvoiceAttachment> attached = of(world, document);
            assertThat(attached)
                    .filteredOn(attachment -> attachment.fileName().endsWith("-x12"))
                    .singleElement()
                    .satisfies(attachment ->
                            assertThat(text(attachment)).startsWith("ST*810*").contains("SE*"));
            assertThat(attached)
                    .filteredOn(attachment -> attachment.fileName().endsWith("-invoice"))
                    .singleElement()
                    .satisfies(attachment -> assertThat(text(attachment))
                            .startsWith("Invoice " + document.keys().invoiceNumber())
                            .contains("Line 1", "Total: "));
            assertThat(attached)
                    .filteredOn(attachment -> attachment.fileName().endsWith("-match"))
                    .singleElement()
                    .satisfies(attachment ->
                            assertThat(text(attachment)).contains("are ordered", "is in F&O as vendor invoice"));
        }
    }

    @Test
    void a_kill_between_the_write_and_its_outcome_doubles_nothing() {
        try (World world = world("attachedkill").start()) {
            world.twin().play();
            // A killed daemon complains about its database all along.
            LOG.setLevel(Level.OFF);
            for (int kill = 0; kill < 3; kill++) {
                int before = world.twin().dynamics().attachments().size();
                // What the daemon sends next is done, and its answer never arrives: killed then, it knows of nothing.
                world.twin().faults().next(System.DYNAMICS, "POST", "/data/$batch", new Fault.DropAfterWork());
                Awaiting.until(
                        "something is attached",
                        LONG,
                        () -> world.twin().dynamics().attachments().size() > before
                                || posted(world).size() > 9);
                world.kill();
                world.start();
            }
            settled(world);
            onceEach(world);
        } finally {
            LOG.setLevel(null);
        }
    }

    @Test
    void where_F_and_O_has_no_attachments_the_history_says_so_once_and_the_invoice_is_done() {
        try (World world = world("attachedabsent")) {
            world.twin().dynamics().deny("VendorInvoiceDocumentAttachments", 404);
            world.start();
            world.twin().play();
            settled(world);
            assertThat(world.twin().dynamics().attachments()).isEmpty();
            assertThat(posted(world)).isNotEmpty().allSatisfy(document -> {
                assertThat(document.condition()).isEqualTo(Condition.DONE);
                assertThat(told(world, document, "not-attached")).isEqualTo(1);
                assertThat(world.history(document))
                        .anySatisfy(recorded -> assertThat(recorded.entry().message())
                                .contains("VendorInvoiceDocumentAttachments", "posted all the same"));
            });
        }
    }
}
