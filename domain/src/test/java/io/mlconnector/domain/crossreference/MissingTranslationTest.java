package io.mlconnector.domain.crossreference;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.trade.LegalEntity;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingTranslationTest {

    @Test
    void an_unknown_unit_of_a_partner_is_translated_into_ours() {
        CrossReference free = MissingTranslation.of("unit-unknown:acme:CT", false)
                .orElseThrow()
                .by("ctn", Optional.empty(), Optional.empty());

        assertThat(free).isEqualTo(CrossReference.always(Partners.ACME, CrossReference.Kind.UNIT, "CT", "ctn"));
    }

    @Test
    void an_unknown_unit_of_ours_is_translated_into_the_partners() {
        CrossReference free = MissingTranslation.of("unit-unknown:acme:ctn", true)
                .orElseThrow()
                .by("CT", Optional.empty(), Optional.empty());

        assertThat(free.theirs()).isEqualTo("CT");
        assertThat(free.ours()).isEqualTo("ctn");
    }

    @Test
    void an_unknown_item_may_hold_in_one_legal_entity_from_one_day() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        CrossReference free = MissingTranslation.of("item-unknown:acme:VN:A:7", false)
                .orElseThrow()
                .by("ITEM-1", Optional.of(new LegalEntity("usmf")), Optional.of(day));

        assertThat(free.theirs()).isEqualTo("VN:A:7");
        assertThat(free.scope())
                .isEqualTo(new CrossReferenceScope(Optional.of(Partners.ACME), Optional.of(new LegalEntity("usmf"))));
        assertThat(free.dates().from()).contains(day);
    }

    @Test
    void no_translation_helps_where_the_cause_is_another_one_or_names_no_word() {
        assertThat(MissingTranslation.of("price-differs:acme:1", false)).isEmpty();
        assertThat(MissingTranslation.of("item-unknown:acme:ITEM-1", true)).isEmpty();
        assertThat(MissingTranslation.of("unit-unknown:acme", false)).isEmpty();
        assertThat(MissingTranslation.of("unit-unknown:acme: ", false)).isEmpty();
        assertThat(MissingTranslation.of("unit-unknown:ACME CORP:CT", false)).isEmpty();
    }
}
