package io.mlconnector.twin.judge;

import java.util.Set;

/**
 * The documents that the connector reports as held or pending. They may be missing without being lost.
 *
 * @param orders order revisions as {@code legal entity/confirmation number}
 * @param invoices invoice numbers, or names of files all of whose invoices are meant
 */
public record Declared(Set<String> orders, Set<String> invoices) {

    /** Copies the sets. */
    public Declared {
        orders = Set.copyOf(orders);
        invoices = Set.copyOf(invoices);
    }

    /**
     * The connector reports that everything is done.
     *
     * @return nothing declared
     */
    public static Declared nothing() {
        return new Declared(Set.of(), Set.of());
    }
}
