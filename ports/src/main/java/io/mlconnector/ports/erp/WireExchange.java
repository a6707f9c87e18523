package io.mlconnector.ports.erp;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What went over the wire in one write, for people who have to prove it. Neither header fields nor tokens are part of it.
 *
 * @param method of HTTP
 * @param target what was written to: an entity set, or {@code $batch} and the entity sets in it
 * @param status of HTTP; empty if no answer came
 * @param request what was sent
 * @param answer what came back; of no bytes if nothing did
 */
public record WireExchange(String method, String target, OptionalInt status, Body request, Body answer) {

    /** What is kept of a body, in bytes: an invoice of two thousand lines. */
    public static final int MOST = 1_048_576;

    public WireExchange {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(answer, "answer");
    }

    /**
     * The bytes of a body, at most {@link #MOST} of them.
     *
     * @param mediaType as the sender called it; may be empty
     * @param bytes its beginning, or all of it; not to be changed
     * @param length of the whole body, in bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    public record Body(String mediaType, byte[] bytes, long length) {

        /** Nothing. */
        public static final Body NONE = new Body("", new byte[0], 0);

        public Body {
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(bytes, "bytes");
        }

        /** As much as is kept of these bytes. */
        public static Body of(String mediaType, byte[] whole) {
            return new Body(mediaType, whole.length <= MOST ? whole : Arrays.copyOf(whole, MOST), whole.length);
        }

        /** Whether its end is missing. */
        public boolean cut() {
            return bytes.length < length;
        }
    }
}
