package io.mlconnector.domain.agreement.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.trade.LegalEntity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeTableTest {

    private static ChargeTable saying(String key, String code, Map<LegalEntity, ChargeTable> there) {
        return new ChargeTable(Map.of(key, new ChargePlace.Header(code)), Optional.empty(), there);
    }

    private static String code(ChargeTable table, LegalEntity legalEntity) {
        return table.in(legalEntity)
                .place("D240", "", "")
                .map(place -> ((ChargePlace.Header) place).chargesCode())
                .orElse("none");
    }

    @Test
    void partner_and_legal_entity_come_before_partner_before_default() {
        ChargeTable connection = saying("D240", "C", Map.of(Partners.GBSI, saying("D240", "C-GBSI", Map.of())));
        ChargeTable partner = saying("D240", "P", Map.of(Partners.USMF, saying("D240", "P-USMF", Map.of())));
        ChargeTable silent = saying("D500", "H", Map.of());

        assertThat(code(partner.over(connection), Partners.USMF)).isEqualTo("P-USMF");
        assertThat(code(partner.over(connection), Partners.GBSI)).isEqualTo("P");
        assertThat(code(silent.over(connection), Partners.GBSI)).isEqualTo("C-GBSI");
        assertThat(code(silent.over(connection), Partners.USMF)).isEqualTo("C");
        assertThat(code(silent, Partners.USMF)).isEqualTo("none");
    }

    @Test
    void the_most_exact_key_counts() {
        ChargeTable table = new ChargeTable(
                Map.of(
                        "D240 VI:FRT",
                        new ChargePlace.Header("BOTH"),
                        "VI:FRT",
                        new ChargePlace.Header("AGENCY"),
                        "D240",
                        new ChargePlace.Header("CODE"),
                        ChargeTable.OTHERS,
                        new ChargePlace.Person()),
                Optional.empty(),
                Map.of());
        assertThat(table.place("D240", "VI", "FRT")).contains(new ChargePlace.Header("BOTH"));
        assertThat(table.place("", "VI", "frt")).contains(new ChargePlace.Header("AGENCY"));
        assertThat(table.place("D500", "VI", "FRT")).contains(new ChargePlace.Header("AGENCY"));
        assertThat(table.place("D240", "ZZ", "1")).contains(new ChargePlace.Header("CODE"));
        assertThat(table.place("F050", "", "")).contains(new ChargePlace.Person());
        assertThat(ChargeTable.NONE.place("", "", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"header", "header ABCDEFGHIJK", "freight", "price 3", "Header X", "category", "ignore it", ""})
    void a_place_that_is_none_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ChargePlace.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D2", "D240X", "FREIGHT", "VI:", "D240  : x"})
    void a_key_that_no_segment_can_have_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ChargeTable.key(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "charge", "charge "})
    void a_tax_goes_nowhere_else(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TaxPlace.parse(text));
    }
}
