package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.OrderStanding;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderOfInvoiceTest {

    private static final OrderLine LINE = AnOrderLine.numbered(1).build();
    private static final OpenOrder OURS = Orders.open(LINE);
    private static final OpenOrder OF_ANOTHER =
            Orders.open(Partners.USMF, Orders.NUMBER, new VendorAccount("9999"), LINE);

    private static Alignment<OpenOrder> find(String number, OpenOrder... orders) {
        return OrderOfInvoice.find("INV-9001", Optional.of(number), Partners.acme(), List.of(orders));
    }

    private static Problem missing(Alignment<OpenOrder> answer) {
        if (answer instanceof Alignment.Missing<OpenOrder>(Problem why)) {
            assertThat(Problems.givesAdvice(why)).as("%s", why).isTrue();
            return why;
        }
        throw new AssertionError("Found: " + answer);
    }

    @Test
    void the_order_is_the_one_that_belongs_to_the_sender() {
        assertThat(find(Orders.NUMBER, OURS)).isInstanceOfSatisfying(Alignment.Found.class, found -> {
            assertThat(found.value()).isEqualTo(OURS);
            assertThat(found.explanation()).contains(Orders.NUMBER, "usmf", "1001");
            assertThat(found.rule()).isEqualTo("order-of-vendor");
        });
    }

    @Test
    void the_same_number_in_another_company_with_another_vendor_is_passed_over() {
        OpenOrder elsewhere = Orders.open(Partners.GBSI, Orders.NUMBER, new VendorAccount("GB-1"), LINE);

        assertThat(find(Orders.NUMBER, elsewhere, OURS))
                .isInstanceOfSatisfying(
                        Alignment.Found.class,
                        found -> assertThat(found.value()).isEqualTo(OURS));
    }

    @Test
    void an_order_number_is_compared_without_regard_to_case_and_blanks() {
        assertThat(find(" po-000471 ", OURS)).isInstanceOf(Alignment.Found.class);
    }

    @Test
    void whoever_invoices_for_the_vendor_counts_as_the_vendor() {
        var order = new OpenOrder(
                Partners.USMF,
                Orders.NUMBER,
                new VendorAccount("9999"),
                Partners.ACME_IN_USMF,
                Orders.DOLLARS,
                OrderStanding.OPEN,
                List.of(LINE));

        assertThat(find(Orders.NUMBER, order)).isInstanceOf(Alignment.Found.class);
    }

    @Test
    void an_invoice_that_names_no_order_is_stopped() {
        Problem why = missing(OrderOfInvoice.find("INV-9001", Optional.empty(), Partners.acme(), List.of(OURS)));

        assertThat(why.code()).isEqualTo("order-missing");
        assertThat(why.message()).contains("INV-9001");
    }

    @Test
    void an_order_that_dynamics_does_not_have_is_unknown() {
        Problem why = missing(find("PO-7", OURS));

        assertThat(why.code()).isEqualTo("order-unknown");
        assertThat(why.causeKey()).isEqualTo("order-unknown:acme:PO-7");
        assertThat(why.message()).contains("INV-9001", "PO-7", "F&O does not have in gbsi, usmf");
    }

    @Test
    void an_order_of_another_vendor_is_never_taken() {
        Problem why = missing(find(Orders.NUMBER, OF_ANOTHER));

        assertThat(why.code()).isEqualTo("order-of-other-vendor");
        assertThat(why.message()).contains("vendor 9999", "not to partner acme");
    }

    @Test
    void a_number_that_the_partner_has_in_two_companies_is_ambiguous() {
        OpenOrder british = Orders.open(Partners.GBSI, Orders.NUMBER, Partners.ACME_IN_GBSI, LINE);
        Problem why = missing(find(Orders.NUMBER, OURS, british));

        assertThat(why.code()).isEqualTo("order-ambiguous");
        assertThat(why.message()).contains("usmf, gbsi");
    }
}
