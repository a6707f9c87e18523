package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.fixture.Problems;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an invoice looks like to a person: the numbers of its lines, and what is said while it is in doubt. */
class InvoiceWordsTest {

    @Test
    void lines_are_numbered_from_one() {
        Examination examination = InvoiceExamination.examine(
                AnInvoice.over(AnInvoiceLine.at(1), AnInvoiceLine.at(2)).build(),
                new InvoiceExamination.Facts(
                        Partners.acme(),
                        Checks.USUAL,
                        List.of(Orders.open(
                                AnOrderLine.numbered(1).build(),
                                AnOrderLine.numbered(2).build())),
                        ProductFacts.NONE,
                        CrossReferences.NONE,
                        Set.of(),
                        Invoices.MARK,
                        Problems.NOON));

        assertThat(examination)
                .isInstanceOfSatisfying(
                        Examination.Passed.class,
                        passed -> assertThat(passed.invoice().lines())
                                .extracting(InvoiceToPost.Line::number)
                                .containsExactly(1, 2));
    }

    @Test
    void while_an_invoice_is_in_doubt_it_is_said_whether_nothing_or_that_of_somebody_else_is_there() {
        InvoiceJourney nothing = InvoiceJourney.inDoubt().dynamicsShowsNothing();
        InvoiceJourney other = InvoiceJourney.inDoubt().dynamicsShows(Invoices.keyedByHand());

        assertThat(nothing.history().getLast().message()).contains("F&O does not show invoice");
        assertThat(other.history().getLast().message()).contains("of somebody else");
    }
}
