package io.mlconnector.console.cause;

import io.mlconnector.console.page.Frame;
import java.util.List;

/**
 * The page of causes.
 *
 * @param frame around it
 * @param rows the causes of most documents first
 * @param runs the last fixes, the newest first
 */
public record CauseList(Frame frame, List<CauseRow> rows, List<FixRun> runs) {
    public CauseList {
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
    }

    /** How many documents stand still. */
    public int documents() {
        return rows.stream().mapToInt(row -> row.cause().documents()).sum();
    }
}
