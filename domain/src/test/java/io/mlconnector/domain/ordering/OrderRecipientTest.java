package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.agreement.OrderAgreement.Format;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.ordering.OrderRecipient.Rules;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.VendorAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderRecipientTest {

    private static final VendorAccount STRANGER = new VendorAccount("9999");

    private static final TradingPartner SILENT = Partners.acme();

    private static final OrderAgreement AGREED = new OrderAgreement(
            Format.X12, Partners.UPLOAD, Changes.CHANGE_ORDER, OnUnknownOutcome.HOLD, Optional.empty());

    private static final TradingPartner ACME = new TradingPartner(
            SILENT.id(), SILENT.name(), SILENT.vendors(), SILENT.interchange(), Optional.of(AGREED), SILENT.invoices());

    private static OrderRecipient of(TradingPartner partner, VendorAccount vendor, boolean skip) {
        return of(partner, vendor, OrderKind.UNKNOWN, new Rules(!skip, Set.of(OrderKind.PURCHASE)));
    }

    private static OrderRecipient of(TradingPartner partner, VendorAccount vendor, OrderKind kind, Rules rules) {
        return OrderRecipient.of(Partners.USMF, vendor, kind, new TradingPartners(List.of(partner)), rules);
    }

    @Test
    void the_partner_behind_the_vendor_gets_the_order() {
        assertThat(of(ACME, Partners.ACME_IN_USMF, false)).isEqualTo(new OrderRecipient.Partner(ACME, AGREED));
    }

    @Test
    void an_order_of_a_vendor_that_is_no_partner_is_held_where_that_is_configured() {
        assertThat(of(ACME, STRANGER, false)).isInstanceOfSatisfying(OrderRecipient.Undecided.class, held -> {
            assertThat(held.why().code()).isEqualTo("partner-unknown");
            assertThat(held.why().message()).contains("9999", "partners[].vendors");
        });
    }

    @Test
    void by_itself_it_is_not_for_edi() {
        assertThat(of(ACME, STRANGER, true)).isInstanceOfSatisfying(OrderRecipient.Nobody.class, nobody -> {
            assertThat(nobody.why().causeKey()).isEqualTo("not-for-edi:vendor-no-partner");
            assertThat(nobody.why().details()).containsEntry("vendor", "9999");
        });
    }

    @Test
    void a_partner_without_an_agreement_about_orders_holds_even_where_others_are_passed_over() {
        assertThat(of(SILENT, Partners.ACME_IN_USMF, true))
                .isInstanceOfSatisfying(
                        OrderRecipient.Undecided.class,
                        held -> assertThat(held.why().code()).isEqualTo("orders-not-agreed"));
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderKind.class,
            names = {"JOURNAL", "BLANKET", "RETURN", "FORMER"})
    void an_order_that_is_no_purchase_is_not_for_edi_unless_its_kind_is_agreed(OrderKind kind) {
        assertThat(of(ACME, Partners.ACME_IN_USMF, kind, Rules.USUAL))
                .isInstanceOfSatisfying(OrderRecipient.Nobody.class, nobody -> {
                    assertThat(nobody.why().code()).isEqualTo("not-for-edi");
                    assertThat(nobody.why().message()).contains(kind.words(), "dynamics.orders.kinds");
                });
        assertThat(of(ACME, Partners.ACME_IN_USMF, kind, new Rules(false, Set.of(kind))))
                .isInstanceOf(OrderRecipient.Partner.class);
    }

    @Test
    void a_kind_that_f_and_o_does_not_tell_counts_as_a_purchase() {
        assertThat(OrderKind.of("Purch")).isEqualTo(OrderKind.PURCHASE);
        assertThat(OrderKind.of("ReturnItem")).isEqualTo(OrderKind.RETURN);
        assertThat(OrderKind.of("DEL_Blanket")).isEqualTo(OrderKind.BLANKET);
        assertThat(OrderKind.of("Contoso_Special")).isEqualTo(OrderKind.UNKNOWN);
        assertThat(of(ACME, Partners.ACME_IN_USMF, OrderKind.UNKNOWN, Rules.USUAL))
                .isInstanceOf(OrderRecipient.Partner.class);
    }
}
