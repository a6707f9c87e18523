package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.invoicing.Charge;
import io.mlconnector.domain.invoicing.Tax;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Charges and taxes of one level, a line or the whole invoice: segments SAC and TXI (reference x12, section 13). */
final class LevelDraft {
    /** SAC12: billed or paid some other way, or information only. */
    private static final Set<String> NOT_COUNTED = Set.of("01", "03", "04", "05", "12", "15");

    private final List<ChargeDraft> charges = new ArrayList<>();
    private final List<Tax> taxes = new ArrayList<>();

    void charge(SegmentCursor sac, NeededValues needed, Findings findings) {
        String indicator = sac.code(1).toUpperCase(Locale.ROOT);
        boolean counts = indicator.equals("A") || indicator.equals("C");
        if (!counts || NOT_COUNTED.contains(sac.code(12))) {
            return;
        }
        var charge = new ChargeDraft(
                indicator.equals("A"),
                sac.code(2).toUpperCase(Locale.ROOT),
                needed.amount(sac, 5),
                needed.decimal(sac, 7),
                needed.decimal(sac, 8),
                needed.decimal(sac, 10),
                sac.text(15).strip());
        if (charge.hasAmount()) {
            charges.add(charge);
        } else {
            findings.warn(
                    "charge-without-amount",
                    "",
                    sac,
                    5,
                    "The allowance or charge has neither amount, percentage nor rate; it is not counted.");
        }
    }

    void tax(SegmentCursor txi, NeededValues needed) {
        needed.decimal(txi, 2)
                .ifPresent(amount -> taxes.add(new Tax(txi.code(1).toUpperCase(Locale.ROOT), Money.round(amount))));
    }

    /** The charges; those that are tax are among the taxes. */
    List<Charge> charges(Supplier<BigDecimal> basis, BigDecimal quantity, Signs signs) {
        if (charges.isEmpty()) {
            return List.of();
        }
        return charges.stream()
                .filter(charge -> !charge.isTax())
                .map(charge -> new Charge(charge.code(), added(charge, basis, quantity, signs), charge.description()))
                .toList();
    }

    /** The taxes. A tax told as TXI and as SAC counts once: TXI wins. */
    List<Tax> taxes(Supplier<BigDecimal> basis, BigDecimal quantity, Signs signs) {
        if (!taxes.isEmpty()) {
            return taxes.stream()
                    .map(tax -> new Tax(tax.type(), signs.amount(tax.amount())))
                    .toList();
        }
        if (charges.isEmpty()) {
            return List.of();
        }
        return charges.stream()
                .filter(ChargeDraft::isTax)
                .map(charge -> new Tax(charge.code(), added(charge, basis, quantity, signs)))
                .toList();
    }

    private static BigDecimal added(ChargeDraft charge, Supplier<BigDecimal> basis, BigDecimal quantity, Signs signs) {
        return signs.charge(charge.size(basis, quantity), charge.allowance());
    }
}
