package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.header.DocumentNumber;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.agreement.header.TermsTable;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.dynamics.examination.Extent;
import io.mlconnector.dynamics.examination.FieldAccess;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which fields an environment lacks is told by name before they are used. */
class FieldExaminationTest {

    private final DynamicsBench bench = new DynamicsBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    private List<FieldAccess> examined() {
        return await(bench.dynamics.examineFields(new Extent(true, true)));
    }

    private FieldAccess of(String set) {
        return examined().stream()
                .filter(one -> one.what().equals(set))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_environment_that_has_all_that_is_needed_is_good_and_what_is_left_out_is_named() {
        assertThat(examined())
                .allSatisfy(one -> assertThat(one.good()).as(one.toString()).isTrue());
        assertThat(of("PurchaseOrderConfirmationHeaders").words()).contains("has no", "PurchaseType", "left out");
        assertThat(examined())
                .extracting(FieldAccess::what)
                .doesNotContain("VendorInvoiceHeaders", "VendorInvoiceLines");
    }

    @Test
    void a_field_that_is_written_and_not_there_is_named_with_its_set_and_what_it_is_for() {
        bench.twin.dynamics().hideField("VendorInvoiceHeaders", "InvoiceDescription");
        FieldAccess access = of("VendorInvoiceHeaders");
        assertThat(access.good()).isFalse();
        assertThat(access.words())
                .contains(
                        "has no InvoiceDescription (our mark, by which an invoice in doubt is found again)",
                        "VendorInvoiceHeaderEntity");
    }

    private static InvoiceAgreement agreed(Attachments attachments, HeaderAgreement header) {
        return new InvoiceAgreement(
                FolderReference.parse("/download"),
                InvoiceAgreement.AfterReceive.LEAVE,
                InvoiceAgreement.Checks.USUAL,
                Optional.empty(),
                Leniency.NONE,
                ChargeTable.NONE,
                InvoiceAgreement.Advice.ASKED,
                attachments,
                header);
    }

    @Test
    void what_is_attached_must_be_writable_as_far_as_it_is_attached() {
        bench.twin.dynamics().fixField("VendorInvoiceDocumentAttachments", "FileContents");
        Extent notes = Extent.of(false, List.of(agreed(Attachments.NOTE, HeaderAgreement.USUAL)));
        assertThat(await(bench.dynamics.examineFields(notes)))
                .extracting(FieldAccess::what)
                .doesNotContain("VendorInvoiceDocumentAttachments");
        Extent files = Extent.of(
                false,
                List.of(
                        agreed(Attachments.ALL, HeaderAgreement.USUAL),
                        agreed(Attachments.NOTE, HeaderAgreement.USUAL)));
        assertThat(await(bench.dynamics.examineFields(files)))
                .filteredOn(one -> one.what().equals("VendorInvoiceDocumentAttachments"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.good()).isFalse();
                    assertThat(one.words())
                            .contains("cannot be written: FileContents (the file itself)", "attachments");
                });
        bench.twin.dynamics().hideField("VendorInvoiceDocumentAttachments", "Notes");
        assertThat(await(bench.dynamics.examineFields(notes)))
                .filteredOn(one -> one.what().equals("VendorInvoiceDocumentAttachments"))
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains("has no Notes (the text of a note)"));
    }

    @Test
    void a_field_of_the_header_is_looked_for_where_it_is_written_and_its_key_is_named() {
        bench.twin.dynamics().hideField("VendorInvoiceHeaders", "TermsOfPayment");
        bench.twin.dynamics().fixField("VendorInvoiceHeaders", "DueDate");
        assertThat(examined())
                .as("nobody writes them")
                .extracting(FieldAccess::what)
                .doesNotContain("VendorInvoiceHeaders");
        HeaderAgreement all = new HeaderAgreement(
                true,
                ZoneOffset.UTC,
                new TermsTable(Map.of("net 30", "N030"), Map.of()),
                true,
                DocumentNumber.parse("REF BM"));
        Extent extent = Extent.of(
                true, List.of(agreed(Attachments.NONE, HeaderAgreement.USUAL), agreed(Attachments.NONE, all)));
        assertThat(extent.headerFields())
                .containsExactlyInAnyOrder("InvoiceReceivedDate", "TermsOfPayment", "DueDate", "DocumentNumber");
        assertThat(await(bench.dynamics.examineFields(extent)))
                .filteredOn(one -> one.what().equals("VendorInvoiceHeaders"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.good()).isFalse();
                    assertThat(one.words())
                            .contains(
                                    "has no TermsOfPayment (terms of payment;",
                                    "cannot be written: DueDate (the day of payment; dueDate: false")
                            .doesNotContain("DocumentNumber", "InvoiceReceivedDate");
                });
    }

    @Test
    void a_field_that_cannot_be_written_is_named() {
        bench.twin.dynamics().fixField("VendorInvoiceLines", "NetAmount");
        FieldAccess access = of("VendorInvoiceLines");
        assertThat(access.good()).isFalse();
        assertThat(access.words()).contains("cannot be written: NetAmount (the amount of the line)");
        bench.twin.dynamics().fixField("PurchaseOrderHeadersV2", "CurrencyCode");
        assertThat(examined())
                .as("it is only read")
                .extracting(FieldAccess::what)
                .doesNotContain("PurchaseOrderHeadersV2");
    }

    @Test
    void a_field_by_which_rows_are_found_is_a_failure_and_one_that_is_only_told_is_not() {
        bench.twin.dynamics().hideField("VendInvoiceJourBiEntities", "InvoiceId");
        bench.twin.dynamics().hideField("VendorsV2", "OnHoldStatus");
        assertThat(of("VendInvoiceJourBiEntities").good()).isFalse();
        assertThat(of("VendorsV2").good()).isTrue();
        assertThat(of("VendorsV2").words()).contains("OnHoldStatus", "left out");
    }

    @Test
    void what_works_with_less_is_said_and_no_failure() {
        bench.twin.dynamics().hideField("ProductReceiptLines", "ReceivedPurchaseQuantity");
        FieldAccess access = of("ProductReceiptLines");
        assertThat(access.good()).isTrue();
        assertThat(access.words()).contains("ReceivedPurchaseQuantity", "Without it quantities that were received");
    }

    @Test
    void metadata_that_may_not_be_read_is_said_plainly_and_no_failure() {
        for (int status : new int[] {403, 404}) {
            bench.twin.dynamics().denyMetadata(status);
            assertThat(examined()).singleElement().satisfies(one -> {
                assertThat(one.good()).isTrue();
                assertThat(one.words()).contains("not readable (status " + status + ")", "not looked at");
            });
        }
    }

    @Test
    void it_takes_a_handful_of_requests() {
        examined();
        int before = metadataCalls();
        examined();
        assertThat(metadataCalls() - before).isBetween(1, 4);
    }

    private int metadataCalls() {
        return bench.twin.record().calls().entrySet().stream()
                .filter(call -> call.getKey().contains("/metadata"))
                .mapToInt(java.util.Map.Entry::getValue)
                .sum();
    }
}
