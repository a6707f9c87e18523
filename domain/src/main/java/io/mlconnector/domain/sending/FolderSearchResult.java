package io.mlconnector.domain.sending;

import io.mlconnector.domain.agreement.FolderReference;

/** What a look into the folder says about an upload that is in doubt. */
public sealed interface FolderSearchResult {

    /**
     * A file of this name is there.
     *
     * @param size its size in bytes; negative if the gateway does not tell
     */
    record Present(long size) implements FolderSearchResult {}

    /**
     * The gateway took it out and keeps a copy of it.
     *
     * @param archive in which folder
     * @param name of the copy
     */
    record Archived(FolderReference archive, String name) implements FolderSearchResult {}

    /** No file of this name is there; it may have been taken out already. */
    record Absent() implements FolderSearchResult {}
}
