package io.mlconnector.console.intervention;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Frame;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An action on many documents as it goes on, and what became of them.
 *
 * @param frame around it
 * @param run it
 * @param rows documents as they are now, those that were left as they are first
 * @param complete whether these are all of its documents
 */
public record BulkRunPage(Frame frame, BulkRun run, List<Row> rows, boolean complete) {

    public BulkRunPage {
        rows = List.copyOf(rows);
    }

    /**
     * A document of it.
     *
     * @param document as it is now
     * @param left why it was left as it is, in a sentence; empty if it was not
     * @param reached whether it was its turn
     */
    public record Row(DocumentRow document, Optional<String> left, boolean reached) {}

    /** What is done, and to how many. */
    public String title() {
        return (run.ended() && run.failure().isEmpty() && run.seen() == run.of() ? "Done: " : "")
                + run.wish().verb().title() + " " + Figures.counted(run.of(), "document", "documents");
    }

    /** Where the run is shown. */
    public String address() {
        return run.address();
    }

    /** Where its documents were chosen. */
    public String back() {
        return run.back();
    }

    /** Who did it, with what was given as the reason. */
    public String who() {
        return run.operator()
                + (run.wish().reason().isBlank()
                        ? ""
                        : ", because: " + run.wish().reason());
    }

    /** When it began. */
    public Instant began() {
        return run.began();
    }

    /** How many it is for. */
    public int of() {
        return run.of();
    }

    /** How many were reached. */
    public int seen() {
        return run.seen();
    }

    /** Whether nothing more comes. */
    public boolean ended() {
        return run.ended();
    }

    /** Whether somebody wants it to end early. */
    public boolean stopping() {
        return run.stopping();
    }

    /** Why it broke off; empty if it did not. */
    public Optional<String> failure() {
        return run.failure();
    }

    /** How many were left as they are. */
    public int left() {
        return run.left().size();
    }

    /** The summary, a sentence for each kind of outcome. */
    public List<String> summary() {
        List<String> all = new ArrayList<>();
        if (run.done() > 0) {
            all.add(Impact.counted(run.wish().verb(), "done", run.done()));
        }
        if (left() > 0) {
            all.add(Impact.counted(run.wish().verb(), "left", left()));
        }
        if (run.ended() && run.seen() < run.of()) {
            int rest = run.of() - run.seen();
            all.add(Figures.count(rest) + (rest == 1 ? " was not reached" : " were not reached"));
        }
        return all;
    }

    /** What those to which it was done are worth together, in a sentence; empty if not all are here, or none says. */
    public Optional<String> worth() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.stream()
                .filter(row -> row.reached() && row.left().isEmpty())
                .forEach(row -> row.document()
                        .document()
                        .keys()
                        .worth()
                        .ifPresent(worth -> sums.merge(worth.currency(), worth.amount(), BigDecimal::add)));
        return complete && run.ended() && !sums.isEmpty()
                ? Optional.of((run.done() == 1
                                ? "The 1 to which it was done is"
                                : "The " + Figures.count(run.done()) + " to which it was done are")
                        + " worth " + Figures.money(sums) + ".")
                : Optional.empty();
    }

    /** What became of one, in a sentence. */
    public String became(Row row) {
        return row.left()
                .orElseGet(() -> row.reached()
                        ? "It was " + Impact.participle(run.wish().verb()) + "."
                        : run.ended() ? "It was not reached." : "Its turn comes.");
    }

    /** The word of its colour. */
    public String word(Row row) {
        return row.left().isPresent() ? "left" : row.reached() ? "done" : "later";
    }
}
