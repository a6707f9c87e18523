package io.mlconnector.domain.invoicing.charging;

import io.mlconnector.domain.invoicing.document.MatchedLine;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * An aligned invoice whose allowances, charges and taxes have their places in F&O.
 *
 * @param lines with what went into their prices
 * @param charges of header and lines
 * @param categories what becomes a line of its own
 * @param tax that goes into {@code ImportedSalesTax}
 * @param unplaced what has no place; it counts in the vendor's total
 * @param reasons where each went, a sentence each
 * @param problems what has no place; all of them
 */
public record PlacedCharges(
        List<MatchedLine> lines,
        List<ChargeToPost> charges,
        List<CategoryLine> categories,
        BigDecimal tax,
        BigDecimal unplaced,
        List<String> reasons,
        List<Problem> problems) {

    public PlacedCharges {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
        categories = List.copyOf(categories);
        Objects.requireNonNull(tax, "tax");
        Objects.requireNonNull(unplaced, "unplaced");
        reasons = List.copyOf(reasons);
        problems = List.copyOf(problems);
    }

    /**
     * A charge that becomes a line of its own, of no order.
     *
     * @param category procurement category
     * @param amount what it adds to the invoice
     * @param description text; may be empty
     */
    public record CategoryLine(String category, BigDecimal amount, String description) {
        public CategoryLine {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(description, "description");
        }
    }

    /** What the lines of orders and the lines of categories add up to. */
    public BigDecimal net() {
        BigDecimal ofOrders = lines.stream().map(line -> line.line().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return categories.stream().map(CategoryLine::amount).reduce(ofOrders, BigDecimal::add);
    }

    /** What the charges add up to. */
    public BigDecimal charged() {
        return charges.stream().map(ChargeToPost::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What everything adds up to: what is posted, and what waits for its place. */
    public BigDecimal total() {
        return net().add(charged()).add(tax).add(unplaced);
    }
}
