package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.invoicing.attachment.Attachment.Kind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Notes and files of pending vendor invoices: added to {@link VendorInvoicesContract} where there are any. */
public interface InvoiceAttachmentsContract extends VendorInvoicesBench {

    DocumentId DOCUMENT = new DocumentId("m-1");

    private static List<Attachment> noteAndFile() {
        return List.of(
                Attachment.note(DOCUMENT, "Größe “L” & more"),
                Attachment.file(
                        DOCUMENT, Kind.X12, "as received", "ST*810*0001~\u00fc".getBytes(StandardCharsets.UTF_8)));
    }

    /** What F&O has of attachments of an invoice: their names, a name as often as it is there. */
    List<String> attachmentNames(String headerReference);

    /** F&O has no attachments of vendor invoices from now on. */
    void withoutAttachments();

    @Test
    default void nothing_is_attached_to_an_invoice_that_was_just_created() {
        String reference = done(vendorInvoices().createWhole(VendorInvoicesBench.invoice("INV-1", 1)));
        assertThat(done(vendorInvoices().attached(Trade.USMF, reference))).isEmpty();
        assertThat(done(vendorInvoices().attached(Trade.USMF, "no-such-reference")))
                .isEmpty();
    }

    @Test
    default void what_was_attached_is_found_by_its_name() {
        String reference = done(vendorInvoices().createWhole(VendorInvoicesBench.invoice("INV-1", 1)));
        assertThat(done(vendorInvoices().attach(Trade.USMF, reference, noteAndFile())))
                .isEqualTo(reference);
        assertThat(done(vendorInvoices().attached(Trade.USMF, reference)))
                .containsExactlyInAnyOrder("ml-connector m-1 note", "ml-connector m-1 x12");
        assertThat(attachmentNames(reference))
                .containsExactlyInAnyOrder("ml-connector m-1 note", "ml-connector m-1 x12");
    }

    @Test
    default void attachments_of_other_invoices_are_not_found() {
        InvoiceToPost other = VendorInvoicesBench.invoice("INV-2", 2);
        String reference = done(vendorInvoices().createWhole(VendorInvoicesBench.invoice("INV-1", 1)));
        String otherReference = done(vendorInvoices().createWhole(other));
        done(vendorInvoices().attach(Trade.USMF, otherReference, noteAndFile()));
        assertThat(done(vendorInvoices().attached(Trade.USMF, reference))).isEmpty();
        assertThat(done(vendorInvoices().attached(new LegalEntity("demf"), otherReference)))
                .isEmpty();
    }

    @Test
    default void nothing_is_attached_where_no_invoice_is_pending() {
        Outcome<String> outcome = await(vendorInvoices().attach(Trade.USMF, "no-such-reference", noteAndFile()));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(attachmentNames("no-such-reference")).isEmpty();
    }

    @Test
    default void without_an_intent_nothing_is_attached() {
        String reference = done(vendorInvoices().createWhole(VendorInvoicesBench.invoice("INV-1", 1)));
        Intent<Boolean> withdrawn = () -> CompletableFuture.completedFuture(Optional.empty());
        assertThat(await(vendorInvoices().attach(Trade.USMF, reference, noteAndFile(), withdrawn)))
                .isInstanceOf(Outcome.NotNow.class);
        assertThat(attachmentNames(reference)).isEmpty();
    }

    @Test
    default void that_there_are_no_attachments_is_told_as_such() {
        String reference = done(vendorInvoices().createWhole(VendorInvoicesBench.invoice("INV-1", 1)));
        withoutAttachments();
        assertThat(await(vendorInvoices().attached(Trade.USMF, reference)))
                .isInstanceOfSatisfying(Outcome.NotNow.class, outcome -> {
                    Problem why = ((Outcome.NotNow<?>) outcome).why();
                    assertThat(why.is(ProblemCode.SET_NOT_READABLE)).isTrue();
                    assertThat(why.message()).contains("VendorInvoiceDocumentAttachments");
                });
    }
}
