package io.mlconnector.ports.gateway;

import java.util.Objects;

/**
 * A file on its way into a folder or to an API Provider.
 *
 * @param name a name that no other file has or had; plain ASCII
 * @param bytes its content; not to be changed
 * @param document id of the document in it; the same whenever it is sent, so that a receiver can tell a repetition; plain ASCII
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record FileToUpload(String name, byte[] bytes, String document) {
    public FileToUpload {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(document, "document");
    }
}
