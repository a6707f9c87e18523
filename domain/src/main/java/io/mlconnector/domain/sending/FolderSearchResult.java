package io.mlconnector.domain.sending;

/** What a look into the folder says about an upload that is in doubt. */
public sealed interface FolderSearchResult {

    /**
     * A file of this name is there.
     *
     * @param size its size in bytes; negative if the gateway does not tell
     */
    record Present(long size) implements FolderSearchResult {}

    /** No file of this name is there; it may have been taken out already. */
    record Absent() implements FolderSearchResult {}
}
