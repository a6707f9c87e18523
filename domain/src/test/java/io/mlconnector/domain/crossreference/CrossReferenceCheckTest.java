package io.mlconnector.domain.crossreference;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferenceCheck.Known;
import io.mlconnector.domain.crossreference.CrossReferenceCheck.Unfounded;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrossReferenceCheckTest {

    private static final PartnerId ACME = new PartnerId("acme");
    private static final LegalEntity USMF = new LegalEntity("usmf");
    private static final LegalEntity GBSI = new LegalEntity("gbsi");
    private static final Map<PartnerId, Map<LegalEntity, VendorAccount>> VENDORS =
            Map.of(ACME, Map.of(USMF, new VendorAccount("1001"), GBSI, new VendorAccount("GB-7")));
    private static final Known KNOWN = new Known(
            Map.of(USMF, Set.of(new VendorAccount("1001")), GBSI, Set.of(new VendorAccount("GB-7"))),
            Map.of(USMF, Set.of(new ItemNumber("A-1"))),
            Set.of(new UnitSymbol("ctn")));

    private static CrossReference in(Optional<PartnerId> partner, Optional<LegalEntity> where, Kind kind, String ours) {
        return new CrossReference(new CrossReferenceScope(partner, where), kind, "VN:X", ours, EffectiveDates.ALWAYS);
    }

    private static List<Unfounded> judged(Known known, CrossReference... references) {
        return new CrossReferenceCheck(List.of(references), VENDORS).judge(known);
    }

    @Test
    void an_item_has_to_be_released_in_the_named_company_and_otherwise_in_one_of_them() {
        assertThat(judged(
                        KNOWN,
                        in(Optional.of(ACME), Optional.empty(), Kind.ITEM, "a-1"),
                        in(Optional.of(ACME), Optional.of(GBSI), Kind.ITEM, "A-1"),
                        in(Optional.empty(), Optional.of(USMF), Kind.ITEM, "A-1"),
                        in(Optional.empty(), Optional.empty(), Kind.ITEM, "B-9")))
                .containsExactly(
                        new Unfounded(
                                1, "item A-1 is not released in gbsi. Correct it, or release the product there first"),
                        new Unfounded(
                                3,
                                "item B-9 is not released in gbsi, usmf. Correct it, or release the product there"
                                        + " first"));
    }

    @Test
    void a_unit_has_to_be_one_of_all_units() {
        assertThat(judged(
                        KNOWN,
                        in(Optional.of(ACME), Optional.empty(), Kind.UNIT, "CTN"),
                        in(Optional.of(ACME), Optional.empty(), Kind.UNIT, "cnt")))
                .extracting(Unfounded::position)
                .containsExactly(1);
    }

    @Test
    void the_partner_needs_a_vendor_account_that_exists() {
        Known withoutVendor = new Known(Map.of(), KNOWN.items(), KNOWN.units());
        assertThat(judged(
                        withoutVendor,
                        in(Optional.of(ACME), Optional.of(USMF), Kind.ITEM, "A-1"),
                        in(Optional.empty(), Optional.empty(), Kind.UNIT, "ctn"),
                        in(Optional.of(ACME), Optional.of(new LegalEntity("frrt")), Kind.UNIT, "ctn")))
                .extracting(Unfounded::why)
                .containsExactly(
                        "F&O has no vendor account of acme in usmf. Correct vendors in the configuration, or enter the"
                                + " vendor in F&O first",
                        "acme has no vendor account in frrt by the configuration. Name another legal entity, or enter"
                                + " the account under vendors");
    }

    @Test
    void each_number_is_asked_for_once() {
        CrossReferenceCheck check = new CrossReferenceCheck(
                List.of(
                        in(Optional.of(ACME), Optional.of(USMF), Kind.ITEM, "A-1"),
                        in(Optional.of(ACME), Optional.of(USMF), Kind.ITEM, "A-1")),
                VENDORS);
        assertThat(check.itemsToAsk()).isEqualTo(Map.of(USMF, Set.of(new ItemNumber("A-1"))));
        assertThat(check.vendorsToAsk()).isEqualTo(Map.of(USMF, Set.of(new VendorAccount("1001"))));
        assertThat(check.namesUnits()).isFalse();
    }
}
