package io.mlconnector.console.payload;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts side by side.
 *
 * @param before form of the earlier
 * @param after form of the later
 * @param rows in order; long runs of equal lines are left out
 * @param changed how many rows differ
 * @param cut whether one of them is longer than what was compared
 */
public record Comparison(String before, String after, List<Row> rows, long changed, boolean cut) {

    /** So many equal lines stand around what differs. */
    private static final int CONTEXT = 3;

    public Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * A line of both, or of one.
     *
     * @param kind {@code same}, {@code changed}, {@code removed}, {@code added}, or {@code left-out} for equal lines
     * @param left the earlier; for {@code left-out} how many lines
     * @param right the later
     */
    public record Row(String kind, String left, String right) {}

    static Comparison of(PayloadText before, PayloadText after) {
        List<Row> rows = new ArrayList<>();
        // What is removed at a place and what is added there come apart; side by side they belong together.
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        before.lines(), after.lines(), new MyersDiffWithLinearSpace<String>())
                .getDeltas()) {
            int from = delta.getSource().getPosition();
            if (from > at) {
                differing(rows, removed, added);
                same(rows, before.lines().subList(at, from), !rows.isEmpty(), true);
            }
            removed.addAll(delta.getSource().getLines());
            added.addAll(delta.getTarget().getLines());
            at = from + delta.getSource().size();
        }
        differing(rows, removed, added);
        same(rows, before.lines().subList(at, before.lines().size()), !rows.isEmpty(), false);
        long changed = rows.stream()
                .filter(row -> !row.kind().equals("same") && !row.kind().equals("left-out"))
                .count();
        return new Comparison(before.form(), after.form(), rows, changed, before.cut() || after.cut());
    }

    private static void differing(List<Row> rows, List<String> removed, List<String> added) {
        for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
            boolean left = i < removed.size();
            boolean right = i < added.size();
            rows.add(new Row(
                    left && right ? "changed" : left ? "removed" : "added",
                    left ? removed.get(i) : "",
                    right ? added.get(i) : ""));
        }
        removed.clear();
        added.clear();
    }

    private static void same(List<Row> rows, List<String> lines, boolean behind, boolean ahead) {
        int head = behind ? CONTEXT : 0;
        int tail = ahead ? CONTEXT : 0;
        if (lines.size() <= head + tail + 1) {
            lines.forEach(line -> rows.add(new Row("same", line, line)));
            return;
        }
        lines.subList(0, head).forEach(line -> rows.add(new Row("same", line, line)));
        rows.add(new Row("left-out", Integer.toString(lines.size() - head - tail), ""));
        lines.subList(lines.size() - tail, lines.size()).forEach(line -> rows.add(new Row("same", line, line)));
    }

    /** Whether both are of one form; if not, everything differs. */
    public boolean comparable() {
        return before.equals(after);
    }
}
