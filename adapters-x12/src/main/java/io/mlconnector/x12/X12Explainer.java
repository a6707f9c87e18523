package io.mlconnector.x12;

import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.mlconnector.x12.internal.explanation.Explanation;

/**
 * Parses files for display. Uses the same reader as {@link X12Codec}: same positions, same problems. Total: any
 * bytes yield a value. Needs several times the file size in memory; not for an event loop.
 */
public final class X12Explainer {

    /**
     * Explains a file.
     *
     * @param file the bytes as received; may be any bytes
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
