package io.mlconnector.x12;

import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.mlconnector.x12.internal.explanation.Explanation;

/**
 * Takes files apart for people. Reads with the same eyes as {@link X12Codec}: same places, same problems. Total: any
 * bytes yield a value. Holds all of a file in memory several times over; not for an event loop.
 */
public final class X12Explainer {

    /**
     * Explains a file.
     *
     * @param file the bytes as received; anything at all
     * @param rules how strictly each sender's documents are read
     */
    public ExplainedFile explain(byte[] file, ReadingRules.Book rules) {
        return Explanation.of(file, rules, X12Codec.LARGEST_SET);
    }

    /** The same by the standard alone, with warnings. */
    public ExplainedFile explain(byte[] file) {
        return explain(file, ReadingRules.Book.USUAL);
    }
}
