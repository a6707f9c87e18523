package io.mlconnector.domain.invoicing.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.charging.ChargePlace;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DossierTest {

    private static final DocumentId DOCUMENT = new DocumentId("m-1");
    private static final ChargeTable PALLETS_IGNORED =
            new ChargeTable(Map.of("B840", new ChargePlace.Nowhere()), Optional.empty(), Map.of());

    private static final VendorInvoice INVOICE =
            withCharge(AnInvoice.over(AnInvoiceLine.at(1)).build());

    private static VendorInvoice withCharge(VendorInvoice plain) {
        return new VendorInvoice(
                plain.number(),
                plain.date(),
                plain.kind(),
                plain.purpose(),
                plain.orderNumber(),
                plain.orderDate(),
                plain.currency(),
                plain.references(),
                plain.parties(),
                plain.lines(),
                List.of(new Charge("B840", new BigDecimal("4.00"), "PALLET DEPOSIT", "C", "")),
                plain.taxes(),
                plain.total(),
                plain.details());
    }

    private static HistoryEntry entry(String event, String message) {
        return HistoryEntry.entry(Problems.NOON, event, message);
    }

    private static Dossier dossier(ChargeTable charges, byte[] x12, HistoryEntry... history) {
        return new Dossier(DOCUMENT, INVOICE, Optional.of(x12), List.of(history), charges);
    }

    private static Optional<String> note(Dossier dossier) {
        return dossier.attachments(Attachments.NOTE).stream()
                .map(Attachment::notes)
                .findFirst();
    }

    private static String file(Dossier dossier, String name) {
        return dossier.attachments(Attachments.ALL).stream()
                .flatMap(attachment -> attachment.file().stream())
                .filter(file -> file.name().equals(name))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_is_attached_where_nothing_is_wanted() {
        assertThat(dossier(PALLETS_IGNORED, new byte[1]).attachments(Attachments.NONE))
                .isEmpty();
    }

    @Test
    void a_note_is_written_only_where_there_is_something_to_say() {
        assertThat(note(dossier(ChargeTable.NONE, new byte[1], entry("matched", "10 ea are ordered"))))
                .isEmpty();
        assertThat(note(dossier(PALLETS_IGNORED, new byte[1])))
                .contains("Not posted, as agreed: Charge B840: 4.00  PALLET DEPOSIT");
    }

    @Test
    void the_note_says_who_accepted_what_of_the_examination_that_counted() {
        HistoryEntry released = Problems.operator("release");
        String note = note(dossier(
                        ChargeTable.NONE,
                        new byte[1],
                        entry("warning", "from an earlier examination"),
                        entry("held", "The price of line 1 differs"),
                        released,
                        entry("accepted", "The price of line 1 differs"),
                        entry("warning", "Nothing was received yet")))
                .orElseThrow();
        assertThat(note)
                .isEqualTo(String.join(
                        "\r\n",
                        "Released by maria: Maria says: release",
                        "Accepted: The price of line 1 differs",
                        "Posted in spite of: Nothing was received yet"));
    }

    @Test
    void a_long_note_is_cut() {
        String note = note(dossier(ChargeTable.NONE, new byte[1], entry("warning", "x".repeat(5_000))))
                .orElseThrow();
        assertThat(note).hasSize(Dossier.LONGEST_NOTE).endsWith("…");
    }

    @Test
    void the_files_are_the_invoice_its_bytes_and_how_it_was_matched() {
        Dossier dossier = dossier(
                ChargeTable.NONE,
                "ST*810*0001~".getBytes(StandardCharsets.UTF_8),
                Problems.operator("release"),
                entry("matched", "Of line 1 10 ea are ordered"),
                entry("post-intended", "Creating"));
        assertThat(dossier.attachments(Attachments.ALL))
                .extracting(Attachment::name)
                .containsExactly(
                        "ml-connector m-1 note",
                        "ml-connector m-1 invoice",
                        "ml-connector m-1 x12",
                        "ml-connector m-1 match");
        assertThat(file(dossier, "m-1-x12")).isEqualTo("ST*810*0001~");
        assertThat(file(dossier, "m-1-invoice"))
                .startsWith("Invoice " + AnInvoice.NUMBER)
                .contains("Line 1", "Charge B840: 4.00  PALLET DEPOSIT", "Total: ");
        assertThat(file(dossier, "m-1-match"))
                .contains("maria: Maria says: release", "Of line 1 10 ea are ordered")
                .doesNotContain("Creating");
    }

    @Test
    void a_file_that_is_too_large_says_where_to_look_instead() {
        assertThat(file(dossier(ChargeTable.NONE, new byte[Dossier.MOST_BYTES + 1]), "m-1-x12"))
                .contains("1048577 bytes", "document m-1");
        assertThat(file(dossier(ChargeTable.NONE, new byte[Dossier.MOST_BYTES]), "m-1-x12"))
                .hasSize(Dossier.MOST_BYTES);
    }

    @Test
    void a_name_fits_into_what_F_and_O_takes() {
        DocumentId longest = new DocumentId("abcdefghij0123456789");
        for (Attachment.Kind kind : Attachment.Kind.values()) {
            assertThat(Attachment.name(longest, kind)).hasSizeLessThanOrEqualTo(60);
        }
    }
}
