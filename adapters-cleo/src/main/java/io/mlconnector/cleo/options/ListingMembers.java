package io.mlconnector.cleo.options;

import java.util.Objects;

/**
 * The names of the members of a tenant's listings, where they are none of the usual ones. Case and underscores do not matter.
 *
 * @param entries the member of a page that holds its entries; empty: one of the usual names
 * @param name the member of an entry that holds its name; empty: one of the usual names
 * @param type the member of an entry that says whether it is a file or a folder; empty: one of the usual names
 * @param size the member of a file that holds its size in bytes; empty: one of the usual names
 * @param modified the member of a file that holds the time of its last change; empty: one of the usual names
 */
public record ListingMembers(String entries, String name, String type, String size, String modified) {

    /** Only the usual names. */
    public static final ListingMembers USUAL = new ListingMembers("", "", "", "", "");

    public ListingMembers {
        Objects.requireNonNull(entries, "entries");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(modified, "modified");
    }
}
