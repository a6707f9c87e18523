package io.mlconnector.domain.invoicing.charging;

import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import java.math.BigDecimal;
import java.util.Optional;

/** The known ways in which vendors state a total that is off (reference x12, section 13); told to a person, never applied. */
public final class TotalDeviation {

    private static final BigDecimal CENTS = BigDecimal.valueOf(100);

    private TotalDeviation() {}

    /** What explains the difference exactly, a sentence; empty if nothing known does. */
    public static Optional<String> of(VendorInvoice invoice, PlacedCharges placed) {
        BigDecimal stated = invoice.total();
        BigDecimal computed = placed.total();
        BigDecimal ofLines = invoice.lines().stream()
                .flatMap(line -> line.charges().stream())
                .map(Charge::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal atTheEnd = invoice.charges().stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (ofLines.signum() != 0 && ofLines.compareTo(atTheEnd) == 0 && same(stated, computed.subtract(atTheEnd))) {
            return Optional.of("The allowances and charges at the end seem to repeat those of the lines.");
        }
        if (same(stated.multiply(CENTS), computed) || same(stated, computed.multiply(CENTS))) {
            return Optional.of("It is off by the factor 100: TDS01 is written in cents, without a point.");
        }
        if (invoice.statedTax().signum() != 0 && same(stated, computed.subtract(invoice.statedTax()))) {
            return Optional.of("It is exactly the sum without the tax.");
        }
        if (same(stated, placed.net())) {
            return Optional.of("It is exactly the sum of the lines, without allowances, charges and tax.");
        }
        BigDecimal all = atTheEnd.add(ofLines);
        if (all.signum() != 0 && same(stated, computed.add(all))) {
            return Optional.of(
                    "It is exactly the sum with the allowances and charges counted once more: where the agreement calls"
                            + " one of them information only (ignore), it is part of what the vendor wants.");
        }
        return Optional.empty();
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
