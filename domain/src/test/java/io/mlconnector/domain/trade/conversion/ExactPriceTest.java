package io.mlconnector.domain.trade.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.Price;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactPriceTest {

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void the_usual_price_unit_is_kept_where_the_price_ends_within_six_decimals() {
        assertThat(ExactPrice.costing(number("12.50"), number("1000"), number("100")))
                .contains(new Price(number("1.25"), number("100")));
    }

    @Test
    void otherwise_the_price_is_that_of_the_whole_quantity() {
        assertThat(ExactPrice.costing(number("10.00"), number("3"), BigDecimal.ONE))
                .contains(new Price(number("10"), number("3")));
    }

    @Test
    void a_credit_costs_what_is_given_back() {
        assertThat(ExactPrice.costing(number("-10.00"), number("-4"), BigDecimal.ONE))
                .contains(new Price(number("2.5"), BigDecimal.ONE));
    }

    @Test
    void there_is_no_price_for_nothing_nor_one_of_another_sign() {
        assertThat(ExactPrice.costing(number("10.00"), BigDecimal.ZERO, BigDecimal.ONE))
                .isEmpty();
        assertThat(ExactPrice.costing(number("10.00"), number("-1"), BigDecimal.ONE))
                .isEmpty();
        assertThat(ExactPrice.costing(number("-10.00"), number("1"), BigDecimal.ONE))
                .isEmpty();
    }

    @Test
    void what_costs_nothing_has_a_price_of_zero() {
        assertThat(ExactPrice.costing(BigDecimal.ZERO, number("5"), BigDecimal.ONE))
                .hasValueSatisfying(price -> assertThat(price.amount()).isEqualByComparingTo("0"));
    }

    @Test
    void a_number_of_more_than_six_decimals_is_none_that_dynamics_keeps() {
        assertThat(ExactPrice.fits(number("0.123456"))).isTrue();
        assertThat(ExactPrice.fits(number("0.1234560"))).isTrue();
        assertThat(ExactPrice.fits(number("0.1234567"))).isFalse();
        assertThat(ExactPrice.costing(number("1.00"), number("0.3333333"), BigDecimal.ONE))
                .isEmpty();
        assertThat(ExactPrice.costing(number("1.00"), number("7"), number("0.0000001")))
                .contains(new Price(number("1"), number("7")));
    }

    @Test
    void round_numbers_are_written_plainly() {
        assertThat(ExactPrice.exact(number("1000"), number("1")).map(BigDecimal::toString))
                .contains("1000");
        assertThat(ExactPrice.exact(number("1.50"), number("1")).map(BigDecimal::toString))
                .contains("1.5");
        assertThat(ExactPrice.exact(number("1"), number("3"))).isEmpty();
    }

    /** Whatever price is given, quantity times price is the amount. */
    @Test
    void quantity_times_price_is_the_amount() {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(50_000), random.nextInt(4));
            BigDecimal per = BigDecimal.valueOf(new int[] {1, 10, 12, 100}[random.nextInt(4)]);
            Optional<Price> price = ExactPrice.costing(amount, quantity, per);
            assertThat(price).as("seed %d", seed).hasValueSatisfying(found -> {
                assertThat(found.amount().multiply(quantity)).isEqualByComparingTo(amount.multiply(found.per()));
                assertThat(ExactPrice.fits(found.amount())).isTrue();
                assertThat(ExactPrice.fits(found.per())).isTrue();
            });
        }
    }
}
