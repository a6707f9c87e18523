package io.mlconnector.ports.gateway;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * One file as a folder's listing shows it.
 *
 * @param id names the file towards the gateway; opaque
 * @param name its name; anything at all
 * @param size in bytes; empty if the gateway does not tell
 * @param modified when it was last changed, as the gateway writes it; empty if it does not tell; only to be compared
 * @param content where its bytes are, if the listing says so; empty otherwise
 * @param self where the file itself is, if the listing says so; empty otherwise
 */
public record FolderEntry(String id, String name, OptionalLong size, String modified, String content, String self) {

    public FolderEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(self, "self");
    }

    /** Whether both listings show the same file in the same state: it has stopped growing. */
    public boolean sameState(FolderEntry other) {
        return id.equals(other.id)
                && name.equals(other.name)
                && size.equals(other.size)
                && modified.equals(other.modified);
    }
}
