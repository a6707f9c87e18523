package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the ids by which a line was found, and which of a partner's words are ids of the vendor. */
class WitnessesTest {

    private static String reason(AnInvoiceLine line) {
        OpenOrder order = Orders.open(AnOrderLine.numbered(1).build());
        Alignment<OrderLine> found = new InvoiceLineAlignment(Partners.acme(), ProductFacts.NONE)
                .find(
                        line.build(),
                        order,
                        new LinesOfOrder(order, Partners.acme().id(), ProductFacts.NONE, CrossReferences.NONE));
        if (found instanceof Alignment.Found<OrderLine> there) {
            return there.explanation();
        }
        throw new AssertionError("Not found: " + found);
    }

    @Test
    void an_id_that_cannot_be_compared_is_told_beside_the_number() {
        assertThat(reason(AnInvoiceLine.at(1).named("UP:012345678905"))).contains("F&O knows no such id");
    }

    @Test
    void an_id_of_another_kind_is_no_witness_at_all() {
        assertThat(reason(AnInvoiceLine.at(1).named("ZZ:012345678905"))).endsWith("its number names it");
    }

    @Test
    void only_a_word_with_a_qualifier_of_the_vendor_is_his_number_of_an_item() {
        var references = new CrossReferences(List.of(
                CrossReference.always(Partners.ACME, Kind.ITEM, "UP:012345678905", "ITEM-1"),
                CrossReference.always(Partners.ACME, Kind.ITEM, "VC:C-77", "ITEM-1")));
        OrderAlignment.Result result = OrderAlignment.align(
                Orders.confirmed(AnOrderLine.numbered(1).build()), Partners.acme(), ProductFacts.NONE, references);

        assertThat(result.order().orElseThrow().lines().getFirst().productIds())
                .extracting(Object::toString)
                .contains("VC:C-77");
    }
}
