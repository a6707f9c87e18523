package io.mlconnector.domain.invoicing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VendorInvoiceTest {

    @Test
    void lines_charges_and_taxes_add_up() {
        VendorInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1).charge("D240", "5.00"), AnInvoiceLine.at(2))
                .charge("C310", "-3.50")
                .tax("12.34")
                .build();

        assertThat(invoice.computedTotal()).isEqualByComparingTo("212.84");
        assertThat(invoice.statedTax()).isEqualByComparingTo("12.34");
    }

    @Test
    void line_tax_that_the_summary_repeats_counts_once() {
        VendorInvoice invoice = AnInvoice.over(
                        AnInvoiceLine.at(1).tax("7.00"), AnInvoiceLine.at(2).tax("1.00"))
                .tax("5.50")
                .tax("2.50")
                .build();

        assertThat(invoice.computedTotal()).isEqualByComparingTo("207.00");
        assertThat(invoice.statedTax()).isEqualByComparingTo("8.00");
    }

    @Test
    void line_tax_beside_another_tax_of_the_summary_counts_too() {
        VendorInvoice invoice =
                AnInvoice.over(AnInvoiceLine.at(1).tax("7.00")).tax("2.00").build();

        assertThat(invoice.computedTotal()).isEqualByComparingTo("108.50");
        assertThat(invoice.statedTax()).isEqualByComparingTo("9.00");
    }

    @Test
    void line_tax_alone_counts() {
        VendorInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1).tax("7.00")).build();

        assertThat(invoice.computedTotal()).isEqualByComparingTo("106.50");
    }

    @Test
    void a_credit_adds_up_below_zero() {
        VendorInvoice invoice = AnInvoice.over(
                        AnInvoiceLine.at(1).of("-10", "EA").tax("-7.00"))
                .asCredit()
                .tax("-7.00")
                .build();

        assertThat(invoice.computedTotal()).isEqualByComparingTo("-106.50");
    }

    @Test
    void every_line_is_rounded_before_it_is_added() {
        VendorInvoice invoice = AnInvoice.over(
                        AnInvoiceLine.at(1).of("1", "EA").priced("0.005"),
                        AnInvoiceLine.at(2).of("1", "EA").priced("0.005"))
                .build();

        assertThat(invoice.computedTotal()).isEqualByComparingTo("0.02");
    }

    @Test
    void an_invoice_to_post_has_at_least_one_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invoices.toPost(0))
                .withMessageContaining(AnInvoice.NUMBER);
    }

    @Test
    void lines_to_post_are_chosen_by_number() {
        InvoiceToPost invoice = Invoices.toPost(3);

        assertThat(invoice.parts()).containsExactly(1, 2, 3);
        assertThat(invoice.lines(Set.of(3, 1, 9)))
                .extracting(InvoiceToPost.Line::number)
                .containsExactly(1, 3);
    }
}
