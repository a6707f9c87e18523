package io.mlconnector.cleo.view;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A folder or file as the account sees it.
 *
 * @param folder whether it is a folder
 * @param id by which it can be configured, as {@code {id: …}}
 * @param name its name
 * @param path by which it can be configured
 * @param size of a file in bytes; empty if Cleo does not tell
 * @param modified when a file was last changed, as Cleo writes it; empty if it does not tell
 * @param listing address of a folder's listing
 */
public record TreeEntry(
        boolean folder, String id, String name, String path, OptionalLong size, String modified, String listing) {
    public TreeEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(listing, "listing");
    }
}
