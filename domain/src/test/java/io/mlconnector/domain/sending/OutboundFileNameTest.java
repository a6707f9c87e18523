package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.fixture.Chance;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.trade.PartnerId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundFileNameTest {

    private static final Instant MORNING = Instant.parse("2026-03-10T09:15:00.123Z");

    @Test
    void a_name_holds_what_people_search_for() {
        assertThat(OutboundFileName.of("850", Partners.ACME, MORNING, Orders.revision(1), 123, "edi"))
                .isEqualTo("850_acme_20260310T091500123Z_usmf-PO-000471-1_000000123.edi");
    }

    @Test
    void names_sort_in_time() {
        String earlier = OutboundFileName.of("850", Partners.ACME, MORNING, Orders.revision(9), 999, "edi");
        String later = OutboundFileName.of("850", Partners.ACME, MORNING.plusMillis(1), Orders.revision(1), 1, "edi");

        assertThat(earlier).isLessThan(later);
    }

    @Test
    void characters_that_a_file_system_might_mind_become_dashes() {
        var key = new OrderKey(Partners.USMF, "PO/1", "PO/1: ä\\2");

        assertThat(OutboundFileName.of("860", Partners.ACME, MORNING, key, 1, "edi"))
                .contains("_usmf-PO-1----2_");
    }

    @Test
    void a_name_tells_its_partner_its_revision_and_its_control_number() {
        String name = OutboundFileName.of("850", Partners.ACME, MORNING, Orders.revision(1), 123, "edi");

        assertThat(OutboundFileName.numberIn(name, Partners.ACME)).hasValue(123);
        assertThat(OutboundFileName.isOf(name, Partners.ACME, Orders.revision(1)))
                .isTrue();
        assertThat(OutboundFileName.isOf(name, Partners.ACME, Orders.revision(2)))
                .isFalse();
        assertThat(OutboundFileName.isOf(name, new PartnerId("other"), Orders.revision(1)))
                .isFalse();
        assertThat(OutboundFileName.numberIn(name, new PartnerId("other"))).isEmpty();
        assertThat(OutboundFileName.numberIn("850_orders.edi", Partners.ACME)).isEmpty();
    }

    @RepeatedTest(10)
    void every_name_fits_an_outbound_file(RepetitionInfo repetition) {
        Chance.withSeed(repetition.getCurrentRepetition(), chance -> {
            var key = new OrderKey(Partners.USMF, "PO", "P" + chance.text("AZ09 /\\:äß|_", chance.below(60)));
            var partner = new PartnerId(chance.text("az09-", chance.between(1, 40)));
            String name = OutboundFileName.of("850", partner, MORNING, key, chance.below(999_999_999) + 1L, "json");

            assertThat(file(name).name()).hasSizeLessThanOrEqualTo(100);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b.edi", "a b.edi", "ä.edi", "a\\b.edi"})
    void a_file_cannot_have_a_name_that_leads_elsewhere(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> file(name));
        assertThatIllegalArgumentException().isThrownBy(() -> file("x".repeat(101)));
    }

    @Test
    void a_revision_has_an_order_number_and_a_confirmation_number() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderKey(Partners.USMF, " ", "PO-1-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderKey(Partners.USMF, "PO-1", ""));
        assertThat(Orders.revision(2)).hasToString("usmf/PO-000471/PO-000471-2");
    }

    private static OutboundFile file(String name) {
        return new OutboundFile(Partners.UPLOAD, name, new ContentHash("ab".repeat(32)), 1, "850", Optional.empty());
    }
}
