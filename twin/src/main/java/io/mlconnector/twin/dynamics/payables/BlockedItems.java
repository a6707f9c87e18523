package io.mlconnector.twin.dynamics.payables;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The items that are blocked for invoices, by company. */
public final class BlockedItems {

    private final Set<String> items = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);

    /** No item is blocked yet. */
    public BlockedItems() {}

    /** Blocks an item, or lets it be invoiced again. */
    public void set(String legalEntity, String item, boolean blocked) {
        if (blocked) {
            items.add(legalEntity + ":" + item);
        } else {
            items.remove(legalEntity + ":" + item);
        }
    }

    boolean has(String legalEntity, String item) {
        return items.contains(legalEntity + ":" + item);
    }
}
