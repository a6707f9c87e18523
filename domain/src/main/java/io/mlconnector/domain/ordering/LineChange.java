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
        /** Something else of the line, or several things at once. */
        OTHER("CA");

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
