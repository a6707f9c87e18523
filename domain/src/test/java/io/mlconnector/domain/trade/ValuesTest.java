package io.mlconnector.domain.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static Stream<Arguments> bounded() {
        return Stream.of(
                bounded("item number", 20, text -> new ItemNumber(text).number()),
                bounded("vendor account", 20, text -> new VendorAccount(text).number()),
                bounded("legal entity", 4, text -> new LegalEntity(text).id()),
                bounded("unit symbol", 10, text -> new UnitSymbol(text).symbol()),
                bounded(
                        "unit code",
                        10,
                        text -> new UnitCode(text.toUpperCase(java.util.Locale.ROOT))
                                .code()
                                .toLowerCase(java.util.Locale.ROOT)),
                bounded("product id", 80, text -> new ProductId("VN", text).id()),
                bounded("partner id", 40, text -> new PartnerId(text).id()));
    }

    private static Arguments bounded(String what, int most, Function<String, String> make) {
        return Arguments.of(what, most, make);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounded")
    void a_name_may_be_as_long_as_its_bound_and_no_longer(String what, int most, Function<String, String> make) {
        assertThat(make.apply("a")).isEqualTo("a");
        assertThat(make.apply("a".repeat(most))).hasSize(most);
        assertThatIllegalArgumentException().isThrownBy(() -> make.apply("a".repeat(most + 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounded")
    void a_name_is_never_empty(String what, int most, Function<String, String> make) {
        assertThatIllegalArgumentException().isThrownBy(() -> make.apply(""));
        assertThatIllegalArgumentException().isThrownBy(() -> make.apply("   "));
    }

    @Test
    void a_legal_entity_is_written_in_lower_case_and_ordered_by_name() {
        assertThat(new LegalEntity(" USMF ")).isEqualTo(new LegalEntity("usmf")).hasToString("usmf");
        assertThat(new LegalEntity("gbsi")).isLessThan(new LegalEntity("usmf"));
    }

    @Test
    void an_item_number_keeps_leading_blanks_and_loses_trailing_ones() {
        assertThat(new ItemNumber(" 1000  ").number()).isEqualTo(" 1000");
        assertThat(new ItemNumber("d0001").same(new ItemNumber("D0001"))).isTrue();
        assertThat(new ItemNumber("D0001").same(new ItemNumber("D0002"))).isFalse();
        assertThat(new ItemNumber("D0001")).hasToString("D0001");
    }

    @Test
    void vendor_accounts_and_unit_symbols_compare_without_regard_to_case() {
        assertThat(new VendorAccount(" gb-77 ").same(new VendorAccount("GB-77")))
                .isTrue();
        assertThat(new VendorAccount("1001").same(new VendorAccount("1002"))).isFalse();
        assertThat(new UnitSymbol("Ea").same(new UnitSymbol("ea"))).isTrue();
        assertThat(new UnitSymbol("ea").same(new UnitSymbol("box"))).isFalse();
    }

    @Test
    void a_unit_code_and_a_qualifier_are_upper_case() {
        assertThat(new UnitCode(" ea ")).isEqualTo(new UnitCode("EA")).hasToString("EA");
        assertThat(new ProductId("vn", " abc-1 ")).hasToString("VN:abc-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "acme foods", "acme_foods", "äcme"})
    void a_partner_id_is_made_of_lower_case_letters_digits_and_dashes(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PartnerId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "US", "USDX", "U5D", "€€€"})
    void a_currency_has_exactly_three_letters(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyCode(code));
    }

    @Test
    void a_currency_is_upper_case() {
        assertThat(new CurrencyCode(" usd ")).isEqualTo(new CurrencyCode("USD")).hasToString("USD");
    }

    @Test
    void a_content_hash_has_64_lower_case_hexadecimal_digits() {
        assertThat(new ContentHash("ab".repeat(32))).hasToString("ab".repeat(32));
        assertThatIllegalArgumentException().isThrownBy(() -> new ContentHash("AB".repeat(32)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ContentHash("ab".repeat(31)));
    }

    @Test
    void a_product_id_says_who_gave_it() {
        assertThat(Stream.of("UP", "EN", "UK", "EO", "UA", "UI").map(q -> new ProductId(q, "1").source()))
                .containsOnly(ProductId.Source.GTIN);
        assertThat(Stream.of("VN", "VP", "VA", "VC").map(q -> new ProductId(q, "1").source()))
                .containsOnly(ProductId.Source.VENDOR);
        assertThat(Stream.of("BP", "IN", "SK", "CB", "PI", "IT").map(q -> new ProductId(q, "1").source()))
                .containsOnly(ProductId.Source.BUYER);
        assertThat(new ProductId("SZ", "XL").source()).isEqualTo(ProductId.Source.OTHER);
    }

    @Test
    void an_address_of_which_nothing_is_known_is_empty() {
        assertThat(new Address("", " ", "", "", "", "", "").isEmpty()).isTrue();
        assertThat(new Address("", "", "", "", "", "", "US").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1.005, 1.01", "1.004, 1.00", "-1.005, -1.01", "2, 2.00", "0.0049999, 0.00"})
    void money_on_a_document_has_two_decimals_half_up(BigDecimal amount, BigDecimal rounded) {
        assertThat(new Money(amount, new CurrencyCode("USD")).rounded().amount())
                .isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, 100, 240, 30.00",
        "12.50, 100, 1, 0.13",
        "9.95, 1, 10, 99.50",
        "9.95, 1.0, 10, 99.50",
        "1, 3, 1, 0.33",
        "2, 3, 1, 0.67",
        "0, 1, 500, 0.00",
        "9.95, 1, -2, -19.90",
        "0.000001, 1000, 1000000000, 1.00"
    })
    void a_price_counts_per_its_number_of_units(
            BigDecimal money, BigDecimal per, BigDecimal quantity, BigDecimal costs) {
        assertThat(new Price(money, per).times(quantity)).isEqualTo(costs);
    }

    @Test
    void the_price_of_one_unit_is_exact_for_hundreds_and_thousands() {
        assertThat(new Price(new BigDecimal("12.50"), new BigDecimal("100")).perUnit())
                .isEqualByComparingTo("0.125");
        assertThat(new Price(new BigDecimal("0.01"), new BigDecimal("1000")).perUnit())
                .isEqualByComparingTo("0.00001");
        assertThat(Price.each(new BigDecimal("9.95")).perUnit()).isEqualByComparingTo("9.95");
    }

    @Test
    void a_price_is_never_per_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Price(BigDecimal.TEN, BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Price(BigDecimal.TEN, BigDecimal.ONE.negate()));
    }
}
