package io.mlconnector.console.cause;

import io.mlconnector.console.page.Frame;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The page of causes.
 *
 * @param frame around it
 * @param rows the causes of most documents first
 * @param runs the last fixes, the newest first, with what came of each until now
 * @param partner whose documents count; empty: those of all
 */
public record CauseList(Frame frame, List<CauseRow> rows, List<Fix> runs, Optional<String> partner) {
    public CauseList {
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
        Objects.requireNonNull(partner, "partner");
    }

    /** Where the same list is read again when something changes. */
    public String address() {
        return "/causes"
                + partner.map(id -> "?partner=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .orElse("");
    }

    /**
     * A fix.
     *
     * @param run it
     * @param outcome what came of it until now
     * @param translation what became of the translation that it entered, in a sentence; empty if there is nothing to say of it
     */
    public record Fix(FixRun run, Outcome outcome, Optional<String> translation) {
        public Fix {
            Objects.requireNonNull(translation, "translation");
        }
    }

    /** How many documents stand still now for what a fix was for. */
    public int standing(FixRun run) {
        return rows.stream()
                .filter(row -> row.cause().causeKey().equals(run.causeKey()))
                .mapToInt(row -> row.cause().documents())
                .sum();
    }

    /** How many documents stand still. */
    public int documents() {
        return rows.stream().mapToInt(row -> row.cause().documents()).sum();
    }
}
