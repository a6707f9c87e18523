package io.mlconnector.console.cause;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Frame;
import io.mlconnector.engine.cause.TakingBack;
import java.util.List;

/**
 * A fix as it goes on.
 *
 * @param frame around it
 * @param run it
 * @param rows the first of its documents as they are now
 * @param asked whether it was asked what taking it back would do
 */
public record RunPage(Frame frame, FixRun run, List<Row> rows, boolean asked) {

    public RunPage {
        rows = List.copyOf(rows);
    }

    /**
     * A document of it.
     *
     * @param document as it is now
     * @param back whether what freed it can be taken back
     */
    public record Row(DocumentRow document, TakingBack back) {}

    /** Whether the reader may take back what was entered. */
    public boolean mayTakeBack() {
        return run.ended() && run.entered().isPresent() && run.takenBack().isEmpty() && frame.may(Permission.TRANSLATE);
    }

    /** Whether people accepted the reason. */
    public boolean accepted() {
        return run.accepted();
    }

    /** How many of its documents are of this verdict. */
    public long count(TakingBack.Verdict verdict) {
        return rows.stream().filter(row -> row.back().verdict() == verdict).count();
    }

    /** Whether it can be taken back: nothing was sent with it. */
    public boolean possible() {
        return rows.stream().allMatch(row -> row.back().verdict() == TakingBack.Verdict.POSSIBLE);
    }
}
