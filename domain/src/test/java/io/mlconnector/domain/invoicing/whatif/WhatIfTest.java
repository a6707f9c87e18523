package io.mlconnector.domain.invoicing.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.AfterReceive;
import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.invoicing.whatif.TriedInvoice.Line;
import io.mlconnector.domain.invoicing.whatif.TriedInvoice.Verdict;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.DocumentId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {

    private static final LegalEntity HERE = new LegalEntity("usmf");
    private static final LegalEntity THERE = new LegalEntity("gbsi");

    @ParameterizedTest
    @CsvSource({
        "price, 3%, PRICE, 0.03",
        "unit-price, 0.03, PRICE, 0.03",
        "QUANTITY, 12.5%, QUANTITY, 0.125",
        "total, 0.05, TOTAL, 0.05"
    })
    void a_tolerance_is_written_in_percent_or_as_a_fraction(String check, String text, Check meant, BigDecimal value) {
        ToleranceChange change = ToleranceChange.parse(check, text, Optional.empty());

        assertThat(change.check()).isEqualTo(meant);
        assertThat(change.tolerance()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"price, -1%", "price, much", "total, 3%", "nearDuplicate, 1%", "price, ''", "price, 99999%"})
    void what_is_none_is_refused(String check, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ToleranceChange.parse(check, text, Optional.empty()));
    }

    @Test
    void in_one_legal_entity_it_changes_nothing_elsewhere() {
        Checks usual = Checks.USUAL;
        Checks there = new Checks(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, OnMismatch.WARN);
        Checks agreed = new Checks(
                usual.priceTolerance(),
                usual.quantityTolerance(),
                usual.totalTolerance(),
                usual.onMismatch(),
                usual.matching(),
                usual.levels(),
                Map.of(THERE, there));

        assertThat(tolerance(agreed, Optional.empty(), HERE)).isEqualByComparingTo("0.05");
        assertThat(tolerance(agreed, Optional.empty(), THERE)).isEqualByComparingTo("0.05");
        assertThat(tolerance(agreed, Optional.of(THERE), HERE)).isEqualByComparingTo("0.02");
        assertThat(tolerance(agreed, Optional.of(THERE), THERE)).isEqualByComparingTo("0.05");
        assertThat(tolerance(agreed, Optional.of(HERE), HERE)).isEqualByComparingTo("0.05");
        assertThat(tolerance(agreed, Optional.of(HERE), THERE)).isEqualByComparingTo("1");
    }

    private static BigDecimal tolerance(Checks checks, Optional<LegalEntity> legalEntity, LegalEntity where) {
        TradingPartner acme = Partners.acme();
        return ToleranceChange.parse("price", "5%", legalEntity)
                .agreedWith(new TradingPartner(
                        acme.id(),
                        acme.name(),
                        acme.vendors(),
                        acme.interchange(),
                        acme.orders(),
                        Optional.of(new InvoiceAgreement(Partners.UPLOAD, AfterReceive.LEAVE, checks))))
                .invoices()
                .map(InvoiceAgreement::checks)
                .orElseThrow()
                .in(where)
                .priceTolerance();
    }

    @Test
    void another_tolerance_lets_pass_only_what_nothing_else_stops() {
        ToleranceChange change = ToleranceChange.parse("price", "5%", Optional.empty());
        Cause price = new Cause("price-differs", "");

        assertThat(change.decides(Stream.of(price, price))).isTrue();
        assertThat(change.decides(Stream.of(price, new Cause("item-unknown", ""))))
                .isFalse();
        assertThat(change.decides(Stream.empty())).isFalse();
    }

    @Test
    void it_tells_what_would_pass_and_what_would_be_held_with_value_and_largest_line() {
        WhatIf result = WhatIf.of(
                List.of(
                        tried(1, "USD", "100.00", "60.00", Verdict.STOPS, Verdict.PASSES),
                        tried(2, "USD", "50.50", "-70.00", Verdict.STOPS, Verdict.PASSES),
                        tried(3, "GBP", "7.00", "7.00", Verdict.STOPS, Verdict.PASSES),
                        tried(4, "USD", "9.00", "9.00", Verdict.PASSES, Verdict.STOPS),
                        tried(5, "USD", "1.00", "1.00", Verdict.STOPS, Verdict.STOPS),
                        tried(6, "USD", "1.00", "1.00", Verdict.PASSES, Verdict.PASSES),
                        tried(7, "USD", "1.00", "1.00", Verdict.OTHERWISE, Verdict.OTHERWISE),
                        tried(8, "USD", "1.00", "1.00", Verdict.STOPS, Verdict.OTHERWISE)),
                false);

        assertThat(result.freed()).extracting(TriedInvoice::number).containsExactly("INV-1", "INV-2", "INV-3");
        assertThat(WhatIf.value(result.freed()))
                .isEqualTo(Map.of("USD", new BigDecimal("150.50"), "GBP", new BigDecimal("7.00")));
        assertThat(WhatIf.largestLine(result.freed()))
                .hasValueSatisfying(one -> assertThat(one.number()).isEqualTo("INV-2"));
        assertThat(result.stopped()).extracting(TriedInvoice::number).containsExactly("INV-4");
        assertThat(result.unchanged()).isEqualTo(2);
        assertThat(result.untold()).isEqualTo(2);
    }

    private static TriedInvoice tried(
            int number, String currency, String total, String line, Verdict before, Verdict after) {
        return new TriedInvoice(
                new DocumentId("d-" + number),
                "INV-" + number,
                currency,
                new BigDecimal(total),
                Optional.of(new Line(1, new BigDecimal(line))),
                before,
                after);
    }
}
