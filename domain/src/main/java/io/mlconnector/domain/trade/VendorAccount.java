package io.mlconnector.domain.trade;

/**
 * The number under which a legal entity keeps a vendor.
 *
 * @param number 1 to 20 characters
 */
public record VendorAccount(String number) {

    public VendorAccount {
        number = Text.within("vendor account", number.strip(), 20);
    }

    /** Whether both are the same account: F&O does not regard case. */
    public boolean same(VendorAccount other) {
        return number.equalsIgnoreCase(other.number);
    }

    @Override
    public String toString() {
        return number;
    }
}
