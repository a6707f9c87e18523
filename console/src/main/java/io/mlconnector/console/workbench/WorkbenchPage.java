package io.mlconnector.console.workbench;

import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Frame;
import io.mlconnector.x12.difference.X12Difference.Difference;
import io.mlconnector.x12.explanation.ExplainedFile;
import java.util.List;
import java.util.Optional;

/**
 * The page on which X12 is looked at. Nothing on it is stored.
 *
 * @param frame around it
 * @param entered what was pasted
 * @param choices as whose it can be read
 * @param most bytes of a request
 * @param result what was found; empty before something was pasted
 * @param compared how the two files differ; empty if they were not compared
 */
public record WorkbenchPage(
        Frame frame,
        Entered entered,
        List<Readers.Choice> choices,
        int most,
        Optional<Result> result,
        Optional<Compared> compared) {

    /**
     * What was found.
     *
     * @param check problems, sets and answers
     * @param explained segment by segment
     * @param cut whether only the beginning is explained
     * @param tried what the invoices would become, the first ones; empty if that was not asked
     */
    public record Result(Check check, ExplainedFile explained, boolean cut, List<TriedInvoice> tried) {

        /** How many sets would be processed. */
        public long usable() {
            return check.sets().stream().filter(Check.CheckedSet::usable).count();
        }
    }

    /**
     * How two files differ.
     *
     * @param documents in what the documents say
     * @param envelope in what is around them
     */
    public record Compared(List<Difference> documents, List<Difference> envelope) {}

    /** Whether the reader may have F&O asked what becomes of the invoices. */
    public boolean mayTry() {
        return frame.may(Permission.PING);
    }
}
