package io.mlconnector.domain.trade;

/**
 * The number under which a legal entity keeps a product. Leading blanks belong to it: such items exist in the field.
 *
 * @param number 1 to 20 characters, no trailing blanks
 */
public record ItemNumber(String number) {

    public ItemNumber {
        number = Text.within("item number", number.stripTrailing(), 20);
    }

    /** Whether both are the same item: F&O does not regard case. */
    public boolean same(ItemNumber other) {
        return number.equalsIgnoreCase(other.number);
    }

    @Override
    public String toString() {
        return number;
    }
}
