package io.mlconnector.twin.cleo;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * A file in a folder.
 *
 * @param id its id
 * @param folderId its folder
 * @param name its name
 * @param content its bytes so far
 * @param created when it appeared
 * @param modified when it last changed
 */
public record StoredFile(String id, String folderId, String name, Buffer content, Instant created, Instant modified) {

    StoredFile holding(Buffer bytes, Instant now) {
        return new StoredFile(id, folderId, name, bytes, created, now);
    }
}
