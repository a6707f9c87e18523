package io.mlconnector.ports.journal.payload;

import io.mlconnector.domain.trade.ContentHash;
import java.util.Objects;

/**
 * Bytes that belong to a document or file, stored once under their hash.
 *
 * @param hash SHA-256 of {@code bytes}
 * @param mediaType such as {@code application/edi-x12}
 * @param bytes owned by the journal from now on; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record Payload(ContentHash hash, String mediaType, byte[] bytes) {

    /** Media type of X12 files. */
    public static final String X12 = "application/edi-x12";

    /** Media type of JSON. */
    public static final String JSON = "application/json";

    /** Media type of text for people. */
    public static final String TEXT = "text/plain; charset=utf-8";

    /** Media type of anything else. */
    public static final String BYTES = "application/octet-stream";

    public Payload {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(bytes, "bytes");
    }
}
