package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.agreement.OrderAgreement.Format;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.trade.VendorAccount;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderRecipientTest {

    private static final VendorAccount STRANGER = new VendorAccount("9999");

    private static final TradingPartner SILENT = Partners.acme();

    private static final OrderAgreement AGREED = new OrderAgreement(
            Format.X12, Partners.UPLOAD, Changes.CHANGE_ORDER, OnUnknownOutcome.HOLD, Optional.empty());

    private static final TradingPartner ACME = new TradingPartner(
            SILENT.id(), SILENT.name(), SILENT.vendors(), SILENT.interchange(), Optional.of(AGREED), SILENT.invoices());

    private static OrderRecipient of(TradingPartner partner, VendorAccount vendor, boolean skip) {
        return OrderRecipient.of(Partners.USMF, vendor, new TradingPartners(List.of(partner)), skip);
    }

    @Test
    void the_partner_behind_the_vendor_gets_the_order() {
        assertThat(of(ACME, Partners.ACME_IN_USMF, false)).isEqualTo(new OrderRecipient.Partner(ACME, AGREED));
    }

    @Test
    void an_order_of_a_vendor_that_is_no_partner_is_held() {
        assertThat(of(ACME, STRANGER, false)).isInstanceOfSatisfying(OrderRecipient.Undecided.class, held -> {
            assertThat(held.why().code()).isEqualTo("partner-unknown");
            assertThat(held.why().message()).contains("9999", "partners[].vendors");
        });
    }

    @Test
    void it_is_passed_over_where_that_is_configured() {
        assertThat(of(ACME, STRANGER, true))
                .isInstanceOfSatisfying(
                        OrderRecipient.Nobody.class,
                        nobody -> assertThat(nobody.why().code()).isEqualTo("partner-unknown"));
    }

    @Test
    void a_partner_without_an_agreement_about_orders_holds_even_where_others_are_passed_over() {
        assertThat(of(SILENT, Partners.ACME_IN_USMF, true))
                .isInstanceOfSatisfying(
                        OrderRecipient.Undecided.class,
                        held -> assertThat(held.why().code()).isEqualTo("orders-not-agreed"));
    }
}
