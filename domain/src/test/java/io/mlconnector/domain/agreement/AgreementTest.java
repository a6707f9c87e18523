package io.mlconnector.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.agreement.FolderReference.ById;
import io.mlconnector.domain.agreement.FolderReference.ByPath;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.VendorAccount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {

    @ParameterizedTest
    @CsvSource({
        "/upload/acme, /upload/acme",
        "upload/acme, /upload/acme",
        "/upload/acme/, /upload/acme",
        "//upload///acme//, /upload/acme",
        "\\upload\\acme, /upload/acme",
        "' /upload/acme foods ', /upload/acme foods",
        "/, /",
        "'', /"
    })
    void a_folders_path_is_brought_into_one_form(String written, String path) {
        assertThat(new ByPath(written).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f-17", "{x}", "A:b/c", "{id: nested}"})
    void a_folders_id_is_taken_as_it_is_and_read_back(String id) {
        assertThat(FolderReference.parse(new ById(id).toString())).isEqualTo(new ById(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/upload/acme", "/", "/{id: x}"})
    void a_folders_path_is_read_back(String path) {
        assertThat(FolderReference.parse(new ByPath(path).toString())).isEqualTo(new ByPath(path));
    }

    @Test
    void a_folders_id_is_not_empty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ById(" "));
    }

    @Test
    void a_tolerance_is_never_negative() {
        BigDecimal less = new BigDecimal("-0.01");
        BigDecimal none = BigDecimal.ZERO;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Checks(less, none, none, OnMismatch.HOLD))
                .withMessageContaining("priceTolerance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Checks(none, less, none, OnMismatch.HOLD))
                .withMessageContaining("quantityTolerance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Checks(none, none, less, OnMismatch.HOLD))
                .withMessageContaining("totalTolerance");
    }

    @Test
    void a_partner_is_a_vendor_only_where_it_is_configured() {
        TradingPartner acme = Partners.acme();

        assertThat(acme.isVendor(Partners.GBSI, new VendorAccount("gb-77"))).isTrue();
        assertThat(acme.isVendor(Partners.GBSI, Partners.ACME_IN_USMF)).isFalse();
        assertThat(acme.isVendor(new LegalEntity("demf"), Partners.ACME_IN_USMF))
                .isFalse();
    }

    @Test
    void partners_are_found_by_name_and_by_vendor() {
        var partners = new TradingPartners(List.of(Partners.acme()));

        assertThat(partners.named(Partners.ACME)).isPresent();
        assertThat(partners.named(new PartnerId("other"))).isEmpty();
        assertThat(partners.withVendor(Partners.USMF, Partners.ACME_IN_USMF)).isPresent();
        assertThat(partners.withVendor(Partners.USMF, Partners.ACME_IN_GBSI)).isEmpty();
    }

    @Test
    void two_partners_behind_one_address_are_told_apart_by_their_group() {
        var east = new InterchangeAddress("01", "123456789", "EAST");
        var west = new InterchangeAddress("01", "123456789", "WEST");
        var partners = new TradingPartners(
                List.of(Partners.partner("east", east, Map.of()), Partners.partner("west", west, Map.of())));

        assertThat(partners.sending(new InterchangeAddress("01", "123456789", "west")))
                .map(TradingPartner::id)
                .contains(new PartnerId("west"));
        assertThat(partners.sending(new InterchangeAddress("01", "123456789", "NORTH")))
                .isEmpty();
    }

    @Test
    void a_partner_alone_behind_its_address_may_use_any_group() {
        var partners = new TradingPartners(List.of(Partners.acme()));

        assertThat(partners.sending(new InterchangeAddress("01", "123456789", "WHATEVER")))
                .isPresent();
        assertThat(partners.sending(new InterchangeAddress("12", "123456789", "ACME")))
                .isEmpty();
    }
}
