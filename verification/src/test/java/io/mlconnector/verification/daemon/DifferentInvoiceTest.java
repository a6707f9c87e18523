package io.mlconnector.verification.daemon;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer to a write is lost, and what F&O then has is not what was meant. */
class DifferentInvoiceTest {

    @Test
    void an_invoice_in_doubt_that_says_something_else_is_held_until_a_person_accepts_it(@TempDir Path folder) {
        try (World world = new World("different", folder, TwinOptions.demo(5), yaml -> yaml).start()) {
            DocumentRecord document = inDoubt(world);
            PendingInvoice invoice = pending(world, document).orElseThrow();
            assertThat(invoice.lines()).isEmpty();
            changeTotal(world, invoice);
            Awaiting.until(
                    "it is held",
                    Duration.ofSeconds(30),
                    () -> now(world, document).condition() == Condition.HELD);
            assertThat(now(world, document).reason().orElseThrow().code()).isEqualTo("invoice-differs");
            assertThat(now(world, document).reason().orElseThrow().message())
                    .contains(invoice.headerReference(), "total: ", "1.23 in F&O");
            assertThat(pending(world, document).orElseThrow().lines()).isEmpty();

            json(new Http(world.port()).post("/api/v1/documents/" + document.id() + "/release", "{}"));
            Awaiting.until(
                    "it is posted",
                    Duration.ofSeconds(30),
                    () -> now(world, document).condition() == Condition.DONE);
            assertThat(pending(world, document).orElseThrow().lines()).isNotEmpty();
        }
    }

    @Test
    void one_that_a_clerk_changed_and_posted_meanwhile_is_compared_with_what_the_journal_tells(@TempDir Path folder) {
        TwinOptions options =
                TwinOptions.demo(5).withDynamics(DynamicsBehaviour.defaults().withJournalDescriptions(true));
        try (World world = new World("posted", folder, options, yaml -> yaml).start()) {
            DocumentRecord document = inDoubt(world);
            PendingInvoice invoice = pending(world, document).orElseThrow();
            changeTotal(world, invoice);
            world.twin().dynamics().post(pending(world, document).orElseThrow());
            Awaiting.until(
                    "it is held",
                    Duration.ofSeconds(30),
                    () -> now(world, document).condition() == Condition.HELD);
            assertThat(now(world, document).reason().orElseThrow().code()).isEqualTo("invoice-differs");
            assertThat(now(world, document).reason().orElseThrow().message())
                    .contains("has posted", "APIV-", "total: ", "1.23 in F&O");

            json(new Http(world.port()).post("/api/v1/documents/" + document.id() + "/release", "{}"));
            Awaiting.until(
                    "it is recorded as posted",
                    Duration.ofSeconds(30),
                    () -> now(world, document).condition() == Condition.DONE);
            assertThat(pending(world, document)).isEmpty();
        }
    }

    /** An invoice whose header arrived in F&O although its answer was lost. */
    private static DocumentRecord inDoubt(World world) {
        // It shows a while after it was asked for the second time, so that there is time to change it.
        world.twin()
                .faults()
                .next(System.DYNAMICS, "POST", "/data/VendorInvoiceHeaders", new Fault.LateWork(Duration.ofSeconds(3)));
        world.twin().play();
        Awaiting.until(
                "an invoice is in doubt",
                Duration.ofSeconds(60),
                () -> doubted(world).isPresent());
        DocumentRecord document = doubted(world).orElseThrow();
        Awaiting.until(
                "it is there",
                Duration.ofSeconds(10),
                () -> pending(world, document).isPresent());
        return document;
    }

    private static void changeTotal(World world, PendingInvoice invoice) {
        world.twin()
                .dynamics()
                .changeInvoice(
                        invoice.legalEntity(),
                        invoice.headerReference(),
                        Map.of("ImportedAmount", new BigDecimal("1.23")));
    }

    private static Optional<DocumentRecord> doubted(World world) {
        return world.documents().stream()
                .filter(document -> document.type().equals("810") && document.condition() == Condition.UNKNOWN)
                .findFirst();
    }

    private static DocumentRecord now(World world, DocumentRecord document) {
        return world.documents().stream()
                .filter(one -> one.id().equals(document.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<PendingInvoice> pending(World world, DocumentRecord document) {
        return world.twin().dynamics().invoices().stream()
                .filter(invoice ->
                        invoice.invoiceNumber().equals(document.keys().invoiceNumber()))
                .findFirst();
    }
}
