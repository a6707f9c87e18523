package io.mlconnector.domain.invoicing.whatif;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another tolerance for one check of a partner's invoices.
 *
 * @param check price, quantity or total
 * @param tolerance as in {@link Checks}: a fraction, of the total an amount; 0 or more
 * @param legalEntity where it would apply; empty: everywhere
 */
public record ToleranceChange(Check check, BigDecimal tolerance, Optional<LegalEntity> legalEntity) {

    /** More than a hundredfold is a slip of the pen. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    public ToleranceChange {
        if (finding(check).isEmpty()) {
            throw new IllegalArgumentException(
                    "has no tolerance of its own; price, quantity and total have, not " + check.word());
        }
        if (tolerance.signum() < 0 || tolerance.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("A tolerance is 0 to 100, or 0% to 10000%, not " + tolerance);
        }
    }

    /**
     * The check alone, as a person writes it.
     *
     * @param word {@code price} (also {@code unit-price}), {@code quantity} or {@code total}
     * @throws IllegalArgumentException with a sentence, if it is none of them
     */
    public static Check check(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "price", "unit-price" -> Check.PRICE;
            case "quantity" -> Check.QUANTITY;
            case "total" -> Check.TOTAL;
            default ->
                throw new IllegalArgumentException(
                        "The check is price (also unit-price), quantity or total, not " + word);
        };
    }

    /**
     * As a person writes it.
     *
     * @param check {@code price} (also {@code unit-price}), {@code quantity} or {@code total}
     * @param tolerance {@code 3%} or {@code 0.03}; of the total an amount
     * @throws IllegalArgumentException with a sentence, if it is neither
     */
    public static ToleranceChange parse(String check, String tolerance, Optional<LegalEntity> legalEntity) {
        Check meant = check(check);
        String text = tolerance.strip();
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1).strip() : text;
        if (percent && meant == Check.TOTAL) {
            throw new IllegalArgumentException(
                    "The tolerance of the total is an amount such as 0.05, not " + tolerance);
        }
        if (!number.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("A tolerance is written as 3% or 0.03, not " + tolerance);
        }
        BigDecimal value = new BigDecimal(number);
        return new ToleranceChange(meant, percent ? value.movePointLeft(2) : value, legalEntity);
    }

    private static Set<ProblemCode> finding(Check check) {
        return switch (check) {
            case PRICE -> Set.of(ProblemCode.PRICE_DIFFERS);
            case QUANTITY ->
                Set.of(ProblemCode.QUANTITY_DIFFERS, ProblemCode.INVOICED_BEFORE, ProblemCode.RECEIVED_LESS);
            case TOTAL -> Set.of(ProblemCode.TOTAL_OUT_OF_BALANCE);
            default -> Set.of();
        };
    }

    /** Codes of the problems that are found with this tolerance. */
    public Set<String> finds() {
        return finding(check).stream().map(ProblemCode::text).collect(Collectors.toSet());
    }

    /** Whether another tolerance could let it pass: nothing else stands in its way. */
    public boolean decides(Stream<Cause> causes) {
        Set<String> found = causes.map(Cause::code).collect(Collectors.toSet());
        return !found.isEmpty() && finds().containsAll(found);
    }

    /** The partner with whom it is agreed. */
    public TradingPartner agreedWith(TradingPartner partner) {
        return new TradingPartner(
                partner.id(),
                partner.name(),
                partner.vendors(),
                partner.interchange(),
                partner.orders(),
                partner.invoices()
                        .map(agreed -> new InvoiceAgreement(
                                agreed.folder(),
                                agreed.afterReceive(),
                                in(agreed.checks()),
                                agreed.acknowledgement(),
                                agreed.leniency(),
                                agreed.charges(),
                                agreed.advice(),
                                agreed.attachments(),
                                agreed.header())));
    }

    private Checks in(Checks checks) {
        Map<LegalEntity, Checks> special = new LinkedHashMap<>(checks.inLegalEntities());
        if (legalEntity.isPresent()) {
            special.put(legalEntity.get(), changed(checks.in(legalEntity.get()), Map.of()));
            return with(checks, checks.priceTolerance(), checks.quantityTolerance(), checks.totalTolerance(), special);
        }
        special.replaceAll((where, there) -> changed(there, Map.of()));
        return changed(checks, special);
    }

    private Checks changed(Checks checks, Map<LegalEntity, Checks> special) {
        return with(
                checks,
                check == Check.PRICE ? tolerance : checks.priceTolerance(),
                check == Check.QUANTITY ? tolerance : checks.quantityTolerance(),
                check == Check.TOTAL ? tolerance : checks.totalTolerance(),
                special);
    }

    private static Checks with(
            Checks checks, BigDecimal price, BigDecimal quantity, BigDecimal total, Map<LegalEntity, Checks> special) {
        return new Checks(price, quantity, total, checks.onMismatch(), checks.matching(), checks.levels(), special);
    }
}
