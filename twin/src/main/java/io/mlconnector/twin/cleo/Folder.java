package io.mlconnector.twin.cleo;

import org.jspecify.annotations.Nullable;

/**
 * A folder.
 *
 * @param id its id
 * @param name its name
 * @param path its path, beginning with a slash
 * @param parentId its parent, or null for a top folder
 */
record Folder(String id, String name, String path, @Nullable String parentId) {

    /** Named from the partner's side: what the caller writes to is the upload folder. */
    String usage() {
        return path.startsWith("/upload") ? "upload" : path.startsWith("/download") ? "download" : "other";
    }
}
