package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.verification.measure.MeasuredDocuments;
import io.mlconnector.verification.support.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often F&O is asked, by the program as a whole. */
class FewCallsTest {

    @TempDir
    private Path folder;

    private static void posted(World world, String number) {
        Awaiting.until(
                "invoice " + number + " settles",
                Duration.ofSeconds(60),
                () -> world.documents().stream()
                        .anyMatch(document -> document.keys().invoiceNumber().equals(number)
                                && document.condition().settled()));
        assertThat(world.documents())
                .as(world::standstills)
                .filteredOn(document -> document.keys().invoiceNumber().equals(number))
                .allMatch(document -> document.condition() == Condition.DONE);
    }

    @Test
    void an_invoice_of_two_hundred_lines_costs_two_calls_when_its_items_are_known_and_five_when_nothing_is() {
        TwinOptions demo = TwinOptions.demo(1);
        TwinOptions options =
                demo.withDynamics(demo.dynamics().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED));
        try (World world = new World(
                "few_calls",
                folder,
                options,
                yaml -> yaml.replace("headerReference: assigned", "headerReference: ours"))) {
            MeasuredDocuments documents = new MeasuredDocuments(world.twin());
            documents.order("PO-COLD", 200);
            documents.order("PO-WARM", 200);
            world.start();

            documents.invoice("INV-COLD", "PO-COLD", 200);
            posted(world, "INV-COLD");
            long cold = documents.calls();
            assertThat(cold).isBetween(3L, 5L);

            documents.invoice("INV-WARM", "PO-WARM", 200);
            posted(world, "INV-WARM");
            assertThat(documents.calls() - cold).isEqualTo(2);
            assertThat(world.twin().dynamics().invoices())
                    .allSatisfy(invoice -> assertThat(invoice.lines()).hasSize(200));
        }
    }

    private static int discarded(World world) {
        int count = 0;
        Optional<DocumentId> after = Optional.empty();
        List<DocumentRecord> page;
        do {
            DocumentFilter next = DocumentFilter.ALL.page(500, after);
            page = Awaiting.await(world.resources()
                    .engine()
                    .onContext(world.resources().journal().list(next)));
            count += (int) page.stream()
                    .filter(document -> document.condition() == Condition.DISCARDED)
                    .count();
            after = page.isEmpty() ? after : Optional.of(page.getLast().id());
        } while (page.size() == 500);
        return count;
    }

    @Test
    void three_thousand_confirmations_for_vendors_that_are_no_partner_cost_no_call_each() {
        try (World world = new World("strangers", folder, TwinOptions.demo(1), yaml -> yaml)) {
            MeasuredDocuments documents = new MeasuredDocuments(world.twin());
            IntStream.rangeClosed(1, 3_000).forEach(documents::confirmForAStranger);
            world.start();
            Awaiting.until("all are recorded", Duration.ofMinutes(2), () -> discarded(world) == 3_000);
            assertThat(documents.calls()).isLessThanOrEqualTo(1);
        }
    }
}
