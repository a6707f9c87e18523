package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.invoicing.detail.InformativeCharge;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.Tax;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.x12.internal.invoice.detail.SparseCollections;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Charges and taxes of one level, a line or the whole invoice: segments SAC (before 004010: ITA) and TXI (reference x12, section 13). */
final class LevelDraft {
    /** SAC12, ITA04: billed or paid some other way, or information only. */
    private static final Set<String> NOT_COUNTED = Set.of("01", "03", "04", "05", "12", "15");

    private List<ChargeDraft> charges = List.of();
    private List<InformativeCharge> informative = List.of();
    private List<Tax> taxes = List.of();

    void charge(SegmentCursor segment, NeededValues needed, Findings findings) {
        ChargeSegment at = ChargeSegment.of(segment);
        String indicator = segment.upperCode(1);
        boolean counts = indicator.equals("A") || indicator.equals("C");
        if (!counts || NOT_COUNTED.contains(segment.code(at.handling()))) {
            informative = SparseCollections.with(informative, informative(segment, at, needed));
            return;
        }
        var charge = new ChargeDraft(
                indicator,
                segment.upperCode(at.code()),
                needed.amount(segment, at.amount()),
                needed.decimal(segment, at.percent()),
                needed.decimal(segment, at.rate()),
                needed.decimal(segment, at.quantity()),
                segment.upperCode(at.handling()),
                segment.stripped(at.description()),
                segment.upperCode(at.agency()),
                segment.stripped(at.agencyCode()));
        if (charge.hasAmount()) {
            charges = SparseCollections.with(charges, charge);
        } else {
            informative = SparseCollections.with(informative, informative(segment, at, needed));
            findings.warn(
                    "charge-without-amount",
                    "",
                    segment,
                    at.amount(),
                    "The allowance or charge has no amount (" + ChargeSegment.name(segment, at.amount())
                            + "), percentage (" + ChargeSegment.name(segment, at.percent()) + ") or rate ("
                            + ChargeSegment.name(segment, at.rate()) + ") and is ignored. Send one of them.");
        }
    }

    private static InformativeCharge informative(SegmentCursor segment, ChargeSegment at, NeededValues values) {
        return new InformativeCharge(
                segment.upperCode(1),
                segment.upperCode(at.code()),
                values.anyAmount(segment, at.amount()),
                values.anyDecimal(segment, at.percent()),
                segment.upperCode(at.handling()),
                segment.stripped(at.description()));
    }

    /** Takes a TXI; false if it has no amount. */
    boolean tax(SegmentCursor txi, NeededValues needed) {
        var amount = needed.decimal(txi, 2);
        amount.ifPresent(stated -> taxes = SparseCollections.with(
                taxes,
                new Tax(txi.upperCode(1), Money.round(stated), needed.anyDecimal(txi, 3), needed.anyDecimal(txi, 8))));
        return amount.isPresent();
    }

    /** The charges that are information only. */
    List<InformativeCharge> informative() {
        return informative;
    }

    /** The charges; those that are tax are among the taxes. */
    List<Charge> charges(Supplier<BigDecimal> basis, Supplier<BigDecimal> quantity, Signs signs) {
        return charges.stream()
                .filter(charge -> !charge.isTax())
                .map(charge -> new Charge(
                        charge.code(),
                        added(charge, basis, quantity, signs),
                        charge.description(),
                        charge.indicator(),
                        charge.handling(),
                        charge.agency(),
                        charge.agencyCode()))
                .toList();
    }

    /** The taxes. A tax sent both as TXI and as SAC counts once: TXI takes precedence. */
    List<Tax> taxes(Supplier<BigDecimal> basis, Supplier<BigDecimal> quantity, Signs signs) {
        if (!taxes.isEmpty()) {
            return taxes.stream()
                    .map(tax -> new Tax(tax.type(), signs.amount(tax.amount()), tax.rate(), tax.base()))
                    .toList();
        }
        return charges.stream()
                .filter(ChargeDraft::isTax)
                .map(charge -> new Tax(
                        charge.code(), added(charge, basis, quantity, signs), Optional.empty(), Optional.empty()))
                .toList();
    }

    /** Whether there are neither charges nor taxes. */
    boolean isEmpty() {
        return charges.isEmpty() && taxes.isEmpty();
    }

    private static BigDecimal added(
            ChargeDraft charge, Supplier<BigDecimal> basis, Supplier<BigDecimal> quantity, Signs signs) {
        return signs.charge(charge.size(basis, quantity), charge.allowance());
    }
}
