package io.mlconnector.console.edit;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Frame;
import io.mlconnector.domain.interchange.SyntaxProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page on which a document is edited.
 *
 * @param frame around it
 * @param row the document
 * @param text as it stands in the page, one segment a line
 * @param refused why it cannot be edited now; empty if it can
 * @param fault why what was written cannot be used; empty if it can, or was not looked at
 * @param problems of what was written, with their places
 * @param foreseen what would become of it; empty before it was asked
 */
public record EditPage(
        Frame frame,
        DocumentRow row,
        String text,
        Optional<String> refused,
        Optional<String> fault,
        List<SyntaxProblem> problems,
        Optional<Foreseen> foreseen) {

    /** So many lines are shown at least. */
    private static final int FEWEST_LINES = 12;

    private static final int MOST_LINES = 34;

    public EditPage {
        Objects.requireNonNull(row, "row");
        problems = List.copyOf(problems);
    }

    /**
     * What would become of it.
     *
     * @param difference line by line; empty if nothing differs
     * @param verdict in a word
     * @param message in a sentence
     * @param original the hash of what was edited
     * @param possible whether it can be resubmitted
     */
    public record Foreseen(List<Line> difference, String verdict, String message, String original, boolean possible) {
        public Foreseen {
            difference = List.copyOf(difference);
        }
    }

    /**
     * A line of a difference.
     *
     * @param kind added, removed, place or same
     * @param text without its sign
     */
    public record Line(String kind, String text) {

        /** Where a part of a unified difference begins on the second side. */
        private static final Pattern PLACE = Pattern.compile("@@ -[0-9,]+ \\+([0-9]+)(?:,[0-9]+)? @@");

        static Line of(String line) {
            Matcher place = PLACE.matcher(line);
            if (place.lookingAt()) {
                return new Line("place", "From line " + place.group(1));
            }
            String kind = line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "same";
            return new Line(kind, line.isEmpty() ? "" : line.substring(1));
        }
    }

    /** How many lines of the text are seen at once. */
    public int lines() {
        return (int) Math.max(FEWEST_LINES, Math.min(MOST_LINES, text.lines().count() + 1));
    }
}
