package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner bills once more what is in F&O already, through the whole program. */
class BilledAgainTest {

    private static final Duration MOST = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init") // before each test
    private World world;

    @SuppressWarnings("NullAway.Init") // before each test
    private DocumentRecord posted;

    @BeforeEach
    void work_through_the_demo(@TempDir Path folder) {
        world = new World("again", folder, TwinOptions.demo(42), yaml -> yaml).start();
        world.twin().play();
        world.settle(MOST);
        posted = world.documents().stream()
                .filter(document -> document.type().equals("810") && document.condition() == Condition.DONE)
                .filter(document -> document.keys().invoiceNumber().contains("-"))
                .filter(document -> text(document).split("BIG\\*", -1).length == 2)
                .filter(document -> !text(document).contains("*CR"))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private FileRecord file(DocumentRecord document) {
        return world.files().stream()
                .filter(one -> document.file().orElseThrow().equals(one.id()))
                .findFirst()
                .orElseThrow();
    }

    private String text(DocumentRecord document) {
        Optional<Payload> payload = Awaiting.await(world.resources()
                .engine()
                .onContext(world.resources().journal().payload(file(document).content())));
        return new String(payload.orElseThrow().bytes(), StandardCharsets.ISO_8859_1);
    }

    /** The same invoice under another number and of another day; what became of it. */
    private DocumentRecord again(String number) {
        String file = text(posted);
        String isa13 = file.substring(0, 105).split("\\*")[13];
        world.twin()
                .put(
                        file(posted).folder(),
                        "again.edi",
                        Buffer.buffer(file.replace(isa13, String.format("%09d", Integer.parseInt(isa13) + 700))
                                .replace(posted.keys().invoiceNumber(), number)
                                .replaceAll("BIG\\*\\d{8}", "BIG*20250101")
                                .getBytes(StandardCharsets.ISO_8859_1)));
        Awaiting.until("it is there", MOST, () -> find(number).isPresent());
        world.settle(MOST);
        return find(number).orElseThrow();
    }

    private Optional<DocumentRecord> find(String number) {
        return world.documents().stream()
                .filter(document -> document.keys().invoiceNumber().equals(number))
                .findFirst();
    }

    private PendingInvoice invoice() {
        return world.twin().dynamics().receivedInvoices().stream()
                .filter(one -> one.invoiceNumber().equals(posted.keys().invoiceNumber()))
                .findFirst()
                .orElseThrow();
    }

    private int billed() {
        return world.twin().dynamics().receivedInvoices().size();
    }

    @Test
    void a_number_in_another_writing_is_held_with_both_numbers() {
        int before = billed();
        String number = posted.keys().invoiceNumber().replace("-", "") + "R";

        DocumentRecord again = again(number);

        assertThat(again.condition()).as(world::standstills).isEqualTo(Condition.HELD);
        assertThat(again.reason().orElseThrow().message())
                .contains(number, posted.keys().invoiceNumber(), "(pending)");
        assertThat(billed()).isEqualTo(before);
    }

    @Test
    void more_than_was_received_is_held_with_the_numbers() {
        int before = billed();
        PendingInvoice.Line line = invoice().lines().getFirst();
        world.twin()
                .dynamics()
                .receive(
                        invoice().legalEntity(),
                        line.purchaseOrderNumber(),
                        line.purchaseOrderLine(),
                        BigDecimal.ONE,
                        "PR-1");

        DocumentRecord again = again("QX/77777");

        assertThat(again.condition()).as(world::standstills).isEqualTo(Condition.HELD);
        assertThat(again.reason().orElseThrow().message()).contains("1 received");
        assertThat(billed()).isEqualTo(before);
    }
}
