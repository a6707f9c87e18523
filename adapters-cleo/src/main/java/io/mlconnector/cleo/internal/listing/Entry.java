package io.mlconnector.cleo.internal.listing;

import io.mlconnector.ports.gateway.FolderEntry;
import java.util.Objects;

/**
 * An entry of a listing, as far as it is needed.
 *
 * @param kind what it is
 * @param file its id, name, size and so on; also of folders
 * @param path its path with forward slashes and without a trailing slash; empty if Cleo does not return it
 * @param children link to its listing; empty if there is none
 * @param upload link that accepts uploads; empty if there is none
 * @param key tells it from the other entries of the same folder
 */
public record Entry(Kind kind, FolderEntry file, String path, String children, String upload, String key) {

    /** What an entry is. */
    public enum Kind {
        FILE,
        FOLDER,
        /** The listing does not say, or not in a way that is known. */
        UNTOLD
    }

    public Entry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(children, "children");
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(key, "key");
    }
}
