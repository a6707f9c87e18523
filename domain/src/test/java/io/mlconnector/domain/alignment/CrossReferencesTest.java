package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.alignment.CrossReference.Kind;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.ProductId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossReferencesTest {
    private static final PartnerId GLOBEX = new PartnerId("globex");
    private static final CrossReferences ALL = new CrossReferences(List.of(
            new CrossReference(GLOBEX, Kind.ITEM, "EA", "ITEM-9"),
            new CrossReference(Partners.ACME, Kind.UNIT, "EA", "ea"),
            new CrossReference(Partners.ACME, Kind.ITEM, "A-2", "ITEM-7"),
            new CrossReference(Partners.ACME, Kind.ITEM, "EA", "ITEM-1"),
            new CrossReference(Partners.ACME, Kind.ITEM, "A-3", "ITEM-1")));

    @Test
    void a_word_is_translated_for_its_partner_its_kind_and_itself_only() {
        assertThat(ALL.ours(Partners.ACME, Kind.ITEM, "ea")).contains("ITEM-1");
        assertThat(ALL.ours(GLOBEX, Kind.UNIT, "EA")).isEmpty();
        assertThat(ALL.ours(Partners.ACME, Kind.ITEM, "A-9")).isEmpty();
    }

    @Test
    void our_word_may_have_several_of_theirs_and_the_first_counts() {
        assertThat(ALL.allTheirs(Partners.ACME, Kind.ITEM, "item-1")).containsExactly("EA", "A-3");
        assertThat(ALL.theirs(Partners.ACME, Kind.ITEM, "ITEM-1")).contains("EA");
        assertThat(ALL.theirs(GLOBEX, Kind.ITEM, "ITEM-1")).isEmpty();
    }

    @Test
    void a_gtin_is_told_in_thirteen_digits_only_if_it_has_no_more() {
        Gtin short13 = Gtin.read("4006381333931").orElseThrow();
        assertThat(short13.as("EN")).contains(new ProductId("EN", "4006381333931"));
        Gtin case14 = Gtin.read("10012345678902").orElseThrow();
        assertThat(case14.as("EN")).isEmpty();
    }
}
