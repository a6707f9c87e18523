package io.mlconnector.examples.mailbox;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.testing.memory.Ending;
import io.mlconnector.testing.memory.MemoryMailbox;
import io.mlconnector.testing.memory.MemoryVendorInvoices;
import io.mlconnector.testing.memory.MemoryVendorInvoices.Numbering;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same service over a directory and over memory: an adapter is swapped where the service is made. */
class InvoiceLookupTest {
    private static final LegalEntity ENTITY = new LegalEntity("usmf");
    private static final VendorAccount VENDOR = new VendorAccount("V10023");
    private static final FolderReference FOLDER = new FolderReference.ByPath("/upload/acme");

    private final MemoryVendorInvoices invoices = new MemoryVendorInvoices(Numbering.OURS_ALLOWED);
    private final MemoryMailbox memory = new MemoryMailbox(InstantSource.fixed(Instant.parse("2026-03-02T08:00:00Z")));

    private String told(Mailbox mailbox, String number) {
        done(new InvoiceLookup(invoices, mailbox).tell(ENTITY, VENDOR, number, FOLDER));
        FolderEntry answer = done(mailbox.list(FOLDER)).stream()
                .filter(entry -> entry.name().equals("invoice-" + number + ".txt"))
                .findFirst()
                .orElseThrow();
        return new String(done(mailbox.fetch(answer)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static InvoiceToPost invoice(String number) {
        BigDecimal amount = new BigDecimal("99.50");
        var line = new InvoiceToPost.Line(
                1,
                "PO-000471",
                1,
                Optional.of(new ItemNumber("ITEM-1001")),
                "",
                "CORN CHIPS",
                new Quantity(BigDecimal.TEN, new UnitSymbol("ea")),
                Price.each(new BigDecimal("9.95")),
                amount);
        return new InvoiceToPost(
                ENTITY,
                VENDOR,
                number,
                LocalDate.of(2026, 3, 1),
                new CurrencyCode("USD"),
                "PO-000471",
                amount,
                BigDecimal.ZERO,
                "MARK-" + number,
                List.of(line),
                List.of(),
                Set.of());
    }

    @Test
    void an_invoice_is_told_to_be_pending_and_then_posted() {
        memory.folder("/upload/acme");
        invoices.enter(invoice("INV-1"));
        assertThat(told(memory, "INV-1")).isEqualTo("INV-1 is pending");
        invoices.post("MARK-INV-1");
        assertThat(told(memory, "INV-1")).isEqualTo("INV-1 is posted");
    }

    @Test
    void memory_serves_as_well_as_a_directory(@TempDir Path root) throws IOException {
        memory.folder("/upload/acme");
        assertThat(told(memory, "INV-1")).isEqualTo("INV-1 has not arrived");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var directory = new DirectoryMailbox(root, threads);
            directory.folder("/upload/acme");
            assertThat(told(directory, "INV-1")).isEqualTo("INV-1 has not arrived");
        }
    }

    @Test
    void an_upload_in_doubt_is_told_as_such_and_not_repeated() {
        memory.folder("/upload/acme");
        memory.nextEnding(Ending.UNKNOWN_DONE);
        assertThat(await(new InvoiceLookup(invoices, memory).tell(ENTITY, VENDOR, "INV-1", FOLDER)))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(memory.received()).hasSize(1);
    }

    @Test
    void nothing_is_told_while_nobody_can_look() {
        memory.folder("/upload/acme");
        invoices.nextReadEnding(Ending.NOT_NOW);
        assertThat(await(new InvoiceLookup(invoices, memory).tell(ENTITY, VENDOR, "INV-1", FOLDER)))
                .isInstanceOf(Outcome.NotNow.class);
        assertThat(memory.received()).isEmpty();
    }
}
