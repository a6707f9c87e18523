package io.mlconnector.domain.ordering;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What became of one line between two revisions (860, segment POC).
 *
 * @param kind what changed
 * @param line the line in its new state; for a cancelled line its last open state
 * @param quantity the new total quantity; zero for a cancelled line
 */
public record LineChange(Kind kind, AlignedLine line, BigDecimal quantity) {

    public LineChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(quantity, "quantity");
    }

    /** POC02, data element 670. */
    public enum Kind {
        ADDED("AI"),
        CANCELLED("DI"),
        QUANTITY_UP("QI"),
        QUANTITY_DOWN("QD"),
        PRICE("PC"),
        PRICE_AND_QUANTITY("PQ"),
        DATE("RS"),
        DATE_AND_QUANTITY("RQ"),
        DATE_AND_PRICE("PR"),
        /** Several things at once for which there is no code of their own. */
        SEVERAL("MU"),
        /** Something else of the line: its unit, product ids, text, place, discounts, charges or references. */
        OTHER("CA"),
        /** Nothing changed; told only to partners who want to see every line. */
        UNCHANGED("NC");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code of POC02. */
        public String code() {
            return code;
        }
    }
}
