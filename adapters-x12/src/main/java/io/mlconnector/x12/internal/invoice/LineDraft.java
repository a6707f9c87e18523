package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.invoicing.InvoiceLine;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of an invoice while its IT1 loop is being read (reference x12, sections 6 and 10). */
final class LineDraft {
    private static final int FIRST_PAIR = 6;
    private static final int LAST_PAIR = 24;
    private static final int LONGEST_UNIT = 10;
    private static final int LONGEST_PRODUCT_ID = 80;

    /** Data element 355: mutually defined. Stands in for the unit of a line that has none. */
    private static final UnitCode NO_UNIT = new UnitCode("ZZ");

    private final int position;
    private final Optional<String> lineNumber;
    private final BigDecimal quantity;
    private final UnitCode unit;
    private final Price price;
    private final List<ProductId> productIds;
    private final LevelDraft level = new LevelDraft();
    private final StringBuilder description = new StringBuilder();
    private Optional<String> orderNumber;

    private LineDraft(
            int position,
            Optional<String> lineNumber,
            BigDecimal quantity,
            UnitCode unit,
            Price price,
            List<ProductId> productIds) {
        this.position = position;
        this.lineNumber = lineNumber;
        this.quantity = quantity;
        this.unit = unit;
        this.price = price;
        this.productIds = productIds;
        this.orderNumber = find("PO", productIds).map(ProductId::id);
    }

    static LineDraft begin(int position, SegmentCursor it1, NeededValues needed, Findings findings) {
        complete(it1, findings);
        String lineNumber = it1.text(1).strip();
        return new LineDraft(
                position,
                lineNumber.isEmpty() ? Optional.empty() : Optional.of(lineNumber),
                needed.decimal(it1, 2).orElse(BigDecimal.ZERO),
                unit(it1, findings),
                new Price(needed.decimal(it1, 4).orElse(BigDecimal.ZERO), PriceBasis.divisor(it1.code(5))),
                pairs(it1, findings));
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
                    "The line has neither quantity, unit nor price; only its charges and taxes count.");
            return;
        }
        findings.unusable(
                "element-conditionally-missing",
                "AK403 2",
                it1,
                missing,
                "Quantity, unit and price of a line are given together.");
    }

    private static UnitCode unit(SegmentCursor it1, Findings findings) {
        String code = it1.code(3);
        if (code.length() > LONGEST_UNIT) {
            findings.unusable("element-too-long", "AK403 5", it1, 3, "A unit of measure has two characters.");
        }
        if (code.isEmpty() && !it1.isEmpty(3)) {
            findings.unusable("character-invalid", "AK403 6", it1, 3, "A unit of measure has two letters or digits.");
        }
        return code.isEmpty() || code.length() > LONGEST_UNIT ? NO_UNIT : new UnitCode(code);
    }

    private static List<ProductId> pairs(SegmentCursor it1, Findings findings) {
        var ids = new ArrayList<ProductId>();
        for (int i = FIRST_PAIR; i <= LAST_PAIR && i <= it1.elements(); i += 2) {
            String qualifier = it1.code(i);
            String id = it1.code(i + 1);
            boolean readable = !qualifier.isEmpty()
                    && qualifier.length() <= 2
                    && !id.isEmpty()
                    && id.length() <= LONGEST_PRODUCT_ID;
            if (!readable) {
                continue;
            }
            var productId = new ProductId(qualifier, id);
            if (find(productId.qualifier(), ids).isPresent()) {
                findings.warn(
                        "product-id-repeated",
                        "",
                        it1,
                        i,
                        "This kind of product id comes twice; the first one counts.");
            } else {
                ids.add(productId);
            }
        }
        return ids;
    }

    private static Optional<ProductId> find(String qualifier, List<ProductId> ids) {
        for (ProductId id : ids) {
            if (id.qualifier().equals(qualifier)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    LevelDraft level() {
        return level;
    }

    void describe(SegmentCursor pid) {
        String text = pid.text(5).strip();
        if (!text.isEmpty()) {
            description.append(description.isEmpty() ? "" : " ").append(text);
        }
    }

    /** A REF under IT1 that names the order; the id pair of IT1 comes first. */
    void reference(SegmentCursor ref) {
        String number = ref.text(2).strip();
        if (orderNumber.isEmpty() && ref.code(1).equalsIgnoreCase("PO") && !number.isEmpty()) {
            orderNumber = Optional.of(number);
        }
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
        return new InvoiceLine(
                position,
                lineNumber,
                orderNumber,
                signs.quantity(quantity, price.amount()),
                unit,
                new Price(signs.price(price.amount()), price.per()),
                productIds,
                description.toString(),
                level.charges(this::amount, quantity, signs),
                level.taxes(this::amount, quantity, signs));
    }
}
