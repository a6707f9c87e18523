package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.x12.internal.invoice.detail.LineDetailsDraft;
import io.mlconnector.x12.internal.invoice.detail.ProductIds;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A line of an invoice while its IT1 loop is being read (reference x12, sections 6 and 10). */
final class LineDraft {
    private static final int LONGEST_UNIT = 10;

    /** Data element 355: mutually defined. Stands in for the unit of a line that has none. */
    private static final UnitCode NO_UNIT = new UnitCode("ZZ");

    private final int position;
    private final Optional<String> lineNumber;
    private final BigDecimal quantity;
    private final UnitCode unit;
    private final Price price;
    private final String priceBasis;
    private final List<ProductId> productIds;
    private Optional<LevelDraft> level = Optional.empty();
    private Optional<LineDetailsDraft> details = Optional.empty();
    private String description = "";
    private Optional<String> orderNumber;

    private LineDraft(
            int position,
            Optional<String> lineNumber,
            BigDecimal quantity,
            UnitCode unit,
            Price price,
            String priceBasis,
            List<ProductId> productIds) {
        this.position = position;
        this.lineNumber = lineNumber;
        this.quantity = quantity;
        this.unit = unit;
        this.price = price;
        this.priceBasis = priceBasis;
        this.productIds = productIds;
        this.orderNumber = orderNumber(productIds);
    }

    static LineDraft begin(int position, SegmentCursor it1, NeededValues needed, Findings findings) {
        complete(it1, findings);
        String lineNumber = it1.code(1);
        String basis = it1.upperCode(5);
        return new LineDraft(
                position,
                lineNumber.isEmpty() ? Optional.empty() : Optional.of(lineNumber),
                needed.decimalOrZero(it1, 2),
                unit(it1, findings),
                new Price(needed.decimalOrZero(it1, 4), PriceBasis.divisor(basis)),
                basis,
                ProductIds.read(it1, ProductIds.LINE, findings));
    }

    /**
     * Note P020304: quantity, unit and price, all or none. A line with none of them carries charges or taxes only; it
     * counts as quantity zero at price zero.
     */
    private static void complete(SegmentCursor it1, Findings findings) {
        int missing = it1.isEmpty(2) ? 2 : it1.isEmpty(3) ? 3 : it1.isEmpty(4) ? 4 : 0;
        if (missing == 0) {
            return;
        }
        if (it1.isEmpty(2) && it1.isEmpty(3) && it1.isEmpty(4)) {
            findings.warn(
                    "line-without-amount",
                    "",
                    it1,
                    2,
                    "The line has no quantity, unit and price; only its charges and taxes are used.");
            return;
        }
        findings.unusable(
                "element-conditionally-missing",
                "AK403 2",
                it1,
                missing,
                "Quantity, unit and price of a line must be given together. Send all three.");
    }

    private static UnitCode unit(SegmentCursor it1, Findings findings) {
        String code = it1.upperCode(3);
        if (code.length() > LONGEST_UNIT) {
            findings.unusable(
                    "element-too-long", "AK403 5", it1, 3, "A unit of measure must have two characters. Correct it.");
        }
        if (code.isEmpty() && !it1.isEmpty(3)) {
            findings.unusable(
                    "character-invalid",
                    "AK403 6",
                    it1,
                    3,
                    "A unit of measure must consist of two letters or digits. Correct it.");
        }
        return code.isEmpty() || code.length() > LONGEST_UNIT ? NO_UNIT : Units.of(code);
    }

    private static Optional<String> orderNumber(List<ProductId> ids) {
        for (ProductId id : ids) {
            if (id.qualifier().equals("PO")) {
                return Optional.of(id.id());
            }
        }
        return Optional.empty();
    }

    LevelDraft level() {
        LevelDraft present = level.orElseGet(LevelDraft::new);
        if (level.isEmpty()) {
            level = Optional.of(present);
        }
        return present;
    }

    LineDetailsDraft details() {
        LineDetailsDraft present = details.orElseGet(LineDetailsDraft::new);
        if (details.isEmpty()) {
            details = Optional.of(present);
        }
        return present;
    }

    /** Processes a PID; false if it contains more than a plain text. */
    boolean describe(SegmentCursor pid) {
        String text = pid.stripped(5);
        if (!text.isEmpty()) {
            description = description.isEmpty() ? text : description + " " + text;
        }
        return pid.isEmpty(2) && pid.isEmpty(4);
    }

    /** A REF under IT1 that names the order; the id pair of IT1 comes first. False if it is another reference. */
    boolean order(SegmentCursor ref) {
        if (!ref.upperCode(1).equals("PO") || ref.isEmpty(2)) {
            return false;
        }
        String number = ref.stripped(2);
        if (orderNumber.isEmpty() && !number.isEmpty()) {
            orderNumber = Optional.of(number);
            return true;
        }
        return false;
    }

    BigDecimal quantity() {
        return quantity;
    }

    /** Quantity times price; the division of {@link Price#times} is left out where there is nothing to divide. */
    BigDecimal amount() {
        return price.per().compareTo(BigDecimal.ONE) == 0
                ? Money.round(quantity.multiply(price.amount()))
                : price.times(quantity);
    }

    InvoiceLine line(Signs signs) {
        boolean counted = level.isPresent() && !level.get().isEmpty();
        return new InvoiceLine(
                position,
                lineNumber,
                orderNumber,
                signs.quantity(quantity, price.amount()),
                unit,
                signs.credit() ? new Price(signs.price(price.amount()), price.per()) : price,
                productIds,
                description,
                counted ? level().charges(this::amount, this::quantity, signs) : List.of(),
                counted ? level().taxes(this::amount, this::quantity, signs) : List.of(),
                lineDetails());
    }

    private InvoiceLineDetails lineDetails() {
        boolean informative = level.isPresent() && !level.get().informative().isEmpty();
        return priceBasis.isEmpty() && details.isEmpty() && !informative
                ? InvoiceLineDetails.NONE
                : details().details(priceBasis, informative ? level().informative() : List.of());
    }
}
