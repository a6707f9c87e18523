package io.mlconnector.console.intervention;

import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Frame;
import java.time.Instant;
import java.util.List;

/**
 * Actions on many documents that this daemon remembers.
 *
 * @param frame around it
 * @param runs the newest first
 */
public record BulkRunList(Frame frame, List<BulkRun> runs) {

    public BulkRunList {
        runs = List.copyOf(runs);
    }

    /**
     * One of them.
     *
     * @param address where it is shown
     * @param what was wanted, and of how many
     * @param who did it
     * @param began when
     * @param state how far it is
     */
    public record Row(String address, String what, String who, Instant began, String state) {}

    /** Each as a row. */
    public List<Row> rows() {
        return runs.stream()
                .map(run -> new Row(
                        run.address(),
                        run.wish().verb().title() + " " + Figures.counted(run.of(), "document", "documents"),
                        run.operator(),
                        run.began(),
                        state(run)))
                .toList();
    }

    private static String state(BulkRun run) {
        String left =
                run.left().isEmpty() ? "" : ", " + Figures.count(run.left().size()) + " left as they are";
        if (!run.ended()) {
            return Figures.count(run.seen()) + " of " + Figures.count(run.of()) + " reached";
        }
        return (run.seen() < run.of() ? run.failure().isPresent() ? "broke off: " : "stopped: " : "")
                + Figures.count(run.done()) + " done" + left;
    }
}
