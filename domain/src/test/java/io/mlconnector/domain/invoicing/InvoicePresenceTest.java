package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.invoicing.ExistingInvoice.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvoicePresenceTest {

    private static final InvoiceToPost INVOICE = Invoices.toPost();

    private static final ExistingInvoice KEYED = new ExistingInvoice(Place.PENDING, "VI-1", "keyed by a clerk");

    private static ExistingInvoice marked(Place place, String mark) {
        return new ExistingInvoice(place, "VI-2", ExistingInvoice.SIGN + mark);
    }

    private static InvoicePresence of(List<ExistingInvoice> found, Set<String> orphans) {
        return InvoicePresence.of(found, INVOICE, Optional.empty(), orphans);
    }

    @Test
    void what_f_and_o_does_not_show_is_absent() {
        assertThat(of(List.of(), Set.of("other"))).isEqualTo(new InvoicePresence.Absent());
    }

    @Test
    void an_invoice_with_our_mark_is_ours_pending_or_posted() {
        for (Place place : Place.values()) {
            ExistingInvoice found = marked(place, INVOICE.mark());
            assertThat(of(List.of(KEYED, found), Set.of())).isEqualTo(new InvoicePresence.Ours(found));
        }
    }

    @Test
    void an_invoice_whose_header_reference_is_our_mark_is_ours() {
        ExistingInvoice found = new ExistingInvoice(Place.PENDING, INVOICE.mark(), "");
        assertThat(of(List.of(found), Set.of())).isEqualTo(new InvoicePresence.Ours(found));
    }

    @Test
    void an_invoice_under_the_reference_that_we_were_given_is_ours_whatever_its_mark() {
        assertThat(InvoicePresence.of(List.of(KEYED), INVOICE, Optional.of("VI-1"), Set.of()))
                .isEqualTo(new InvoicePresence.Ours(KEYED));
    }

    @Test
    void one_that_somebody_keyed_is_foreign() {
        assertThat(of(List.of(KEYED), Set.of())).isEqualTo(new InvoicePresence.Foreign(KEYED));
    }

    @Test
    void one_of_another_document_of_ours_is_foreign_while_the_journal_knows_that_document() {
        ExistingInvoice found = marked(Place.PENDING, "other");
        assertThat(of(List.of(found), Set.of())).isEqualTo(new InvoicePresence.Foreign(found));
    }

    @Test
    void a_pending_one_of_which_the_journal_knows_nothing_any_more_is_gone_on_with() {
        ExistingInvoice found = marked(Place.PENDING, "other");
        assertThat(of(List.of(found), Set.of("other"))).isEqualTo(new InvoicePresence.Ours(found));
    }

    @Test
    void a_posted_one_of_which_the_journal_knows_nothing_is_left_alone() {
        ExistingInvoice found = marked(Place.POSTED, "other");
        assertThat(of(List.of(found), Set.of("other"))).isEqualTo(new InvoicePresence.Foreign(found));
    }

    @Test
    void the_journal_is_asked_only_about_other_pending_documents_of_ml_connector() {
        assertThat(InvoicePresence.unknownMarks(
                        List.of(
                                KEYED,
                                marked(Place.PENDING, INVOICE.mark()),
                                marked(Place.PENDING, "other"),
                                marked(Place.POSTED, "third")),
                        INVOICE))
                .containsExactly("other");
    }
}
