package io.mlconnector.verification.daemon;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F&O refuses the lines after the header was created; a person discards the document, and the header with it. */
class LeftHeaderTest {

    @SuppressWarnings("NullAway.Init") // before each test
    private World world;

    @SuppressWarnings("NullAway.Init") // before each test
    private Http http;

    @BeforeEach
    void leave_headers_behind(@TempDir Path folder) {
        world = new World("leftheader", folder, TwinOptions.demo(5), yaml -> yaml).start();
        world.twin()
                .scenario()
                .items()
                .forEach(item -> world.twin()
                        .scenario()
                        .legalEntities()
                        .forEach(company -> world.twin().dynamics().blockItem(company.id(), item.number(), true)));
        world.twin().play();
        Awaiting.until("a header is left behind", Duration.ofSeconds(60), () -> left().isPresent());
        http = new Http(world.port());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Optional<DocumentRecord> left() {
        return world.documents().stream()
                .filter(document ->
                        document.state() instanceof Failed failed && failed.resume() instanceof HeaderPosted)
                .findFirst();
    }

    private DocumentRecord now(DocumentRecord document) {
        return world.documents().stream()
                .filter(one -> one.id().equals(document.id()))
                .findFirst()
                .orElseThrow();
    }

    private String reference(DocumentRecord document) {
        return ((HeaderPosted) document.state().progress()).headerReference();
    }

    private boolean pending(DocumentRecord document, String reference) {
        return world.twin().dynamics().invoices().stream()
                .anyMatch(invoice -> invoice.headerReference().equals(reference)
                        && invoice.legalEntity().equals(document.keys().legalEntity()));
    }

    private JsonObject discard(DocumentRecord document, String body) {
        return json(http.post("/api/v1/documents/" + document.id() + "/discard", body));
    }

    private void gone(DocumentRecord document) {
        Awaiting.until(
                "the document is discarded",
                Duration.ofSeconds(30),
                () -> now(document).condition() == Condition.DISCARDED);
    }

    @Test
    void it_is_foretold_deleted_and_written_down() {
        DocumentRecord document = left().orElseThrow();
        String reference = reference(document);
        assertThat(document.reason().orElseThrow().message()).contains(reference, "--delete-header");

        JsonObject forecast = discard(document, "{\"deleteHeader\": true, \"forecast\": true}");
        assertThat(forecast.getString("verdict")).as(forecast.encode()).isEqualTo("deletes");
        assertThat(now(document)).isEqualTo(document);

        discard(document, "{\"deleteHeader\": true, \"reason\": \"keyed by hand\"}");
        gone(document);
        assertThat(pending(document, reference)).isFalse();
        assertThat(world.history(document))
                .extracting(recorded -> recorded.entry().event())
                .containsSubsequence("discard", "delete-intended", "header-deleted");
        assertThat(world.history(document))
                .anySatisfy(recorded -> assertThat(recorded.entry().details())
                        .containsEntry("method", "DELETE")
                        .containsEntry("status", "204"));
    }

    /** Under the header stands its first line, as it was meant but for the quantity. */
    private void keyFirstLine(DocumentRecord document, BigDecimal quantity) {
        InvoiceToPost.Line line =
                ((HeaderPosted) document.state().progress()).invoice().lines().get(0);
        world.twin()
                .dynamics()
                .keyInvoiceLine(
                        document.keys().legalEntity(),
                        reference(document),
                        new PendingInvoice.Line(
                                BigDecimal.valueOf(line.number()),
                                line.orderNumber(),
                                line.orderLine(),
                                line.item().map(ItemNumber::number).orElse(""),
                                quantity,
                                line.quantity().unit().symbol(),
                                line.price().amount(),
                                line.price().per(),
                                line.category(),
                                line.netAmount()));
    }

    private BigDecimal firstQuantity(DocumentRecord document) {
        return ((HeaderPosted) document.state().progress())
                .invoice()
                .lines()
                .get(0)
                .quantity()
                .amount();
    }

    @Test
    void it_is_deleted_with_a_line_that_is_exactly_as_we_wrote_it() {
        DocumentRecord document = left().orElseThrow();
        String reference = reference(document);
        keyFirstLine(document, firstQuantity(document));

        JsonObject forecast = discard(document, "{\"deleteHeader\": true, \"forecast\": true}");
        assertThat(forecast.getString("verdict")).as(forecast.encode()).isEqualTo("deletes");
        assertThat(forecast.encode()).contains("with its lines [1]");
        assertThat(pending(document, reference)).isTrue();

        discard(document, "{\"deleteHeader\": true, \"reason\": \"keyed by hand\"}");
        gone(document);
        assertThat(pending(document, reference)).isFalse();
        assertThat(world.twin().dynamics().rows("VendorInvoiceLines"))
                .noneMatch(row -> reference.equals(row.get("HeaderReference"))
                        && document.keys().legalEntity().equals(row.get("dataAreaId")));
        assertThat(now(document).reason().orElseThrow().message()).contains("deleted");
    }

    @Test
    void with_a_line_that_is_not_as_we_wrote_it_it_stays_and_both_are_told() {
        DocumentRecord document = left().orElseThrow();
        String reference = reference(document);
        keyFirstLine(document, firstQuantity(document).add(BigDecimal.ONE));

        JsonObject forecast = discard(document, "{\"deleteHeader\": true, \"forecast\": true}");
        assertThat(forecast.encode()).contains("line 1 quantity: ", " meant, ");
        discard(document, "{\"deleteHeader\": true}");
        Awaiting.until(
                "the reason says why",
                Duration.ofSeconds(30),
                () -> now(document)
                        .reason()
                        .filter(why -> why.code().equals("header-not-deleted"))
                        .isPresent());
        assertThat(now(document).condition()).isEqualTo(Condition.FAILED);
        assertThat(now(document).reason().orElseThrow().message()).contains("line 1 quantity: ", " meant, ");
        assertThat(pending(document, reference)).isTrue();
    }

    @Test
    void without_being_asked_for_it_stays_and_the_answer_says_how_to_delete_it() {
        DocumentRecord document = left().orElseThrow();
        String reference = reference(document);
        JsonObject answer = discard(document, "{\"reason\": \"keyed by hand\"}");
        assertThat(answer.getString("condition")).isEqualTo("discarded");
        assertThat(answer.getJsonObject("reason").getString("message"))
                .contains("still in F&O", reference, "documents discard " + document.id() + " --delete-header");
        assertThat(pending(document, reference)).isTrue();

        discard(document, "{\"deleteHeader\": true}");
        Awaiting.until("the header is gone", Duration.ofSeconds(30), () -> !pending(document, reference));
        gone(document);
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_and_the_header_deleted_once() {
        DocumentRecord document = left().orElseThrow();
        String reference = reference(document);
        world.twin().faults().next(System.DYNAMICS, "DELETE", "/data/VendorInvoiceHeaders", new Fault.DropAfterWork());
        discard(document, "{\"deleteHeader\": true}");
        gone(document);
        assertThat(world.twin().faults().pending()).isZero();
        assertThat(pending(document, reference)).isFalse();
        assertThat(world.history(document).stream()
                        .filter(recorded -> recorded.entry().event().equals("delete-intended")))
                .hasSize(1);
    }
}
