package io.mlconnector.runtime.lifecycle;

import io.mlconnector.x12.X12Codec;

/**
 * How large one transaction set may be, so that reading, checking and storing it fits into the memory of this process.
 * A set is worked on as a whole, and a line of an invoice takes about twenty times its bytes while that happens.
 */
final class TransactionSetLimit {

    private static final int PART_OF_HEAP = 64;
    private static final int LEAST = 1 << 20;

    private TransactionSetLimit() {}

    /**
     * The limit in bytes: a part of the heap, at least 1 MiB and at most {@link X12Codec#LARGEST_SET}.
     *
     * @param heap the most memory that the heap may take, in bytes
     */
    static int of(long heap) {
        return Math.clamp(heap / PART_OF_HEAP, LEAST, X12Codec.LARGEST_SET);
    }
}
