package io.mlconnector.domain.trade.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantitySumTest {

    private static final UnitSymbol EACH = new UnitSymbol("ea");

    private static Quantity of(String amount, String unit) {
        return new Quantity(new BigDecimal(amount), new UnitSymbol(unit));
    }

    private static QuantitySum sum(Quantity... quantities) {
        return QuantitySum.of(List.of(quantities), EACH, List.of("ITEM-1"), UnitConversions.NONE);
    }

    @Test
    void units_are_one_whatever_their_case() {
        assertThat(sum(of("3", "ea"), of("4", "EA")).toString()).isEqualTo("7");
    }

    @Test
    void what_dynamics_does_not_convert_stands_beside_the_sum() {
        QuantitySum sum = sum(of("10", "ea"), of("3", "cs"));

        assertThat(sum.toString()).isEqualTo("10 and 3 cs");
        assertThat(sum.maybeMore()).isTrue();
        assertThat(sum.maybeLess()).isFalse();
    }

    @Test
    void what_was_given_back_may_make_it_less() {
        QuantitySum sum = sum(of("10", "ea"), of("-3", "cs"));

        assertThat(sum.maybeMore()).isFalse();
        assertThat(sum.maybeLess()).isTrue();
    }

    @Test
    void what_adds_up_to_nothing_is_not_told() {
        assertThat(sum(of("10", "ea"), of("3", "cs"), of("-3", "cs")).uncounted())
                .isEmpty();
    }

    @Test
    void two_sums_are_added_with_what_stands_beside_them() {
        QuantitySum both = sum(of("1", "ea"), of("2", "cs")).and(sum(of("5", "ea"), of("1", "box")));

        assertThat(both.toString()).isEqualTo("6 and 2 cs and 1 box");
    }
}
