package io.mlconnector.domain.trade;

/**
 * A unit of measure as F&O names it, such as {@code ea} or {@code box}. Symbols are the tenant's own data.
 *
 * @param symbol 1 to 10 characters, compared without regard to case
 */
public record UnitSymbol(String symbol) {

    public UnitSymbol {
        symbol = Text.within("unit symbol", symbol.strip(), 10);
    }

    /** Whether both name the same unit. */
    public boolean same(UnitSymbol other) {
        return symbol.equalsIgnoreCase(other.symbol);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
