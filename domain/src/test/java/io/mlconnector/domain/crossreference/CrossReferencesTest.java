package io.mlconnector.domain.crossreference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.ProductId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossReferencesTest {
    private static final PartnerId GLOBEX = new PartnerId("globex");
    private static final LegalEntity USMF = new LegalEntity("usmf");
    private static final LegalEntity GBSI = new LegalEntity("gbsi");
    private static final LocalDate DECEMBER = LocalDate.parse("2026-12-01");
    private static final CrossReferences ALL = new CrossReferences(List.of(
            CrossReference.always(GLOBEX, Kind.ITEM, "EA", "ITEM-9"),
            CrossReference.always(Partners.ACME, Kind.UNIT, "EA", "ea"),
            CrossReference.always(Partners.ACME, Kind.ITEM, "A-2", "ITEM-7"),
            CrossReference.always(Partners.ACME, Kind.ITEM, "EA", "ITEM-1"),
            CrossReference.always(Partners.ACME, Kind.ITEM, "A-3", "ITEM-1")));

    private static CrossReference item(
            Optional<PartnerId> partner, Optional<LegalEntity> where, String ours, EffectiveDates dates) {
        return new CrossReference(new CrossReferenceScope(partner, where), Kind.ITEM, "VN:1", ours, dates);
    }

    private static EffectiveDates from(LocalDate day) {
        return new EffectiveDates(Optional.of(day), Optional.empty());
    }

    @Test
    void a_word_is_translated_for_its_partner_its_kind_and_itself_only() {
        assertThat(ALL.ours(Partners.ACME, Kind.ITEM, "ea")).contains("ITEM-1");
        assertThat(ALL.ours(GLOBEX, Kind.UNIT, "EA")).isEmpty();
        assertThat(ALL.ours(Partners.ACME, Kind.ITEM, "A-9")).isEmpty();
    }

    @Test
    void our_word_may_have_several_of_theirs_and_one_of_them_is_the_first_whatever_the_order_of_reading() {
        List<CrossReference> shuffled = new ArrayList<>(ALL.all());
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            CrossReferences all = new CrossReferences(shuffled);
            assertThat(all.allTheirs(Partners.ACME, Kind.ITEM, "item-1")).containsExactly("A-3", "EA");
            assertThat(all.theirs(Partners.ACME, Kind.ITEM, "ITEM-1")).contains("A-3");
            assertThat(all.theirs(GLOBEX, Kind.ITEM, "ITEM-1")).isEmpty();
        }
    }

    @Test
    void the_narrower_scope_wins() {
        List<CrossReference> all = new ArrayList<>(List.of(
                item(Optional.empty(), Optional.empty(), "ANY", EffectiveDates.ALWAYS),
                item(Optional.empty(), Optional.of(USMF), "USMF", EffectiveDates.ALWAYS),
                item(Optional.of(Partners.ACME), Optional.empty(), "ACME", EffectiveDates.ALWAYS),
                item(Optional.of(Partners.ACME), Optional.of(USMF), "ACME-USMF", EffectiveDates.ALWAYS)));
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(all, new Random(seed));
            CrossReferences us = new CrossReferences(all).applying(USMF, Optional.empty());
            CrossReferences gb = new CrossReferences(all).applying(GBSI, Optional.empty());
            assertThat(us.ours(Partners.ACME, Kind.ITEM, "VN:1")).contains("ACME-USMF");
            assertThat(gb.ours(Partners.ACME, Kind.ITEM, "VN:1")).contains("ACME");
            assertThat(us.ours(GLOBEX, Kind.ITEM, "VN:1")).contains("USMF");
            assertThat(gb.ours(GLOBEX, Kind.ITEM, "VN:1")).contains("ANY");
            assertThat(us.allTheirs(Partners.ACME, Kind.ITEM, "ANY")).isEmpty();
            assertThat(gb.allTheirs(GLOBEX, Kind.ITEM, "ANY")).containsExactly("VN:1");
        }
    }

    @Test
    void the_day_of_the_document_decides_which_one_holds() {
        Optional<PartnerId> acme = Optional.of(Partners.ACME);
        CrossReferences all = new CrossReferences(List.of(
                item(acme, Optional.empty(), "OLD", EffectiveDates.ALWAYS),
                item(acme, Optional.empty(), "NEW", from(DECEMBER))));
        assertThat(all.applying(USMF, Optional.of(DECEMBER.minusDays(1))).ours(Partners.ACME, Kind.ITEM, "VN:1"))
                .contains("OLD");
        assertThat(all.applying(USMF, Optional.of(DECEMBER)).ours(Partners.ACME, Kind.ITEM, "VN:1"))
                .contains("NEW");
        CrossReferences ended = new CrossReferences(List.of(
                item(acme, Optional.empty(), "OLD", new EffectiveDates(Optional.empty(), Optional.of(DECEMBER)))));
        assertThat(ended.applying(USMF, Optional.of(DECEMBER)).ours(Partners.ACME, Kind.ITEM, "VN:1"))
                .contains("OLD");
        assertThat(ended.applying(USMF, Optional.of(DECEMBER.plusDays(1))).ours(Partners.ACME, Kind.ITEM, "VN:1"))
                .isEmpty();
        assertThatThrownBy(() -> new EffectiveDates(Optional.of(DECEMBER), Optional.of(DECEMBER.minusDays(1))))
                .hasMessageContaining("before");
    }

    @Test
    void a_gtin_is_told_in_thirteen_digits_only_if_it_has_no_more() {
        Gtin short13 = Gtin.read("4006381333931").orElseThrow();
        assertThat(short13.as("EN")).contains(new ProductId("EN", "4006381333931"));
        Gtin case14 = Gtin.read("10012345678902").orElseThrow();
        assertThat(case14.as("EN")).isEmpty();
    }
}
