package io.mlconnector.ports.gateway;

import java.util.Objects;

/**
 * A file on its way into a folder.
 *
 * @param name a name that no other file has or had; plain ASCII
 * @param bytes its content; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record FileToUpload(String name, byte[] bytes) {
    public FileToUpload {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
    }
}
