package io.mlconnector.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Chance;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.ordering.document.OrderKey;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DedupeKeysTest {

    private static OrderKey key(String order, String confirmation) {
        return new OrderKey(Partners.USMF, order, confirmation);
    }

    @Test
    void every_confirmation_of_an_order_has_a_key_of_its_own_and_all_share_one_sequence() {
        assertThat(DedupeKeys.ofOrder("contoso", Orders.revision(1)))
                .isEqualTo("ORDER|CONTOSO|USMF|PO-000471|PO-000471-1")
                .isNotEqualTo(DedupeKeys.ofOrder("contoso", Orders.revision(2)));
        assertThat(DedupeKeys.sequenceOfOrder("contoso", Orders.revision(1)))
                .isEqualTo(DedupeKeys.sequenceOfOrder("contoso", Orders.revision(2)));
    }

    @Test
    void two_connections_never_share_a_key() {
        assertThat(DedupeKeys.ofOrder("contoso", Orders.revision(1)))
                .isNotEqualTo(DedupeKeys.ofOrder("fabrikam", Orders.revision(1)));
    }

    @Test
    void case_and_padding_make_no_difference() {
        assertThat(DedupeKeys.ofOrder("contoso", key(" po-000471 ", "po-000471-1")))
                .isEqualTo(DedupeKeys.ofOrder("contoso", Orders.revision(1)));
    }

    @Test
    void control_numbers_are_compared_as_numbers() {
        assertThat(DedupeKeys.ofEnvelope("contoso", Partners.envelope("000000123", "45", "0007")))
                .isEqualTo(DedupeKeys.ofEnvelope("contoso", Partners.envelope("123", "0045", "7")))
                .isNotEqualTo(DedupeKeys.ofEnvelope("contoso", Partners.envelope("123", "45", "8")))
                .isNotEqualTo(DedupeKeys.ofEnvelope("contoso", Partners.envelope("124", "45", "7")))
                .isNotEqualTo(DedupeKeys.ofEnvelope("contoso", Partners.envelope("123", "46", "7")));
    }

    @Test
    void a_control_number_of_zeros_or_letters_is_kept() {
        assertThat(DedupeKeys.ofEnvelope("contoso", Partners.envelope("000", "", "A001")))
                .endsWith("|810|0||A001");
    }

    @Test
    void an_invoice_is_the_same_where_legal_entity_vendor_and_number_are() {
        assertThat(DedupeKeys.ofInvoice("contoso", Invoices.toPost(1)))
                .isEqualTo("INVOICE|CONTOSO|USMF|1001|INV-9001")
                .isEqualTo(DedupeKeys.ofInvoice("contoso", Invoices.toPost(3)));
    }

    @RepeatedTest(10)
    void whatever_characters_they_hold_different_orders_have_different_keys(RepetitionInfo repetition) {
        Chance.withSeed(repetition.getCurrentRepetition(), chance -> {
            for (int i = 0; i < 2_000; i++) {
                OrderKey one = random(chance);
                OrderKey other = random(chance);

                assertThat(DedupeKeys.ofOrder("c", one).equals(DedupeKeys.ofOrder("c", other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(one.equals(other));
            }
        });
    }

    private static OrderKey random(Chance chance) {
        return key("A" + chance.text("|\\A", chance.below(4)), chance.text("|\\A", chance.below(4)) + "A");
    }

    @Test
    void a_separator_within_a_number_does_not_make_two_orders_one() {
        assertThat(DedupeKeys.ofOrder("contoso", key("PO|", "1")))
                .isNotEqualTo(DedupeKeys.ofOrder("contoso", key("PO", "|1")));
    }
}
