package io.mlconnector.console.reference;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.workplace.Translations;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.engine.forecast.Forecast;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What entering translations would change, shown before it is done.
 *
 * @param frame around it
 * @param text what is to be entered, and on which lines it stands
 * @param foreseen what it would come to
 * @param documents those that stand still for the words, as far as they are named
 * @param hidden what the form that enters them sends along
 * @param many whether they come from a file, so that lines mean something
 * @param unchecked whether F&O is not asked
 * @param refused why it was not done just now; empty if it was not tried
 */
public record ChangePage(
        Frame frame,
        Translations.Text text,
        Translations.Foreseen foreseen,
        List<Stuck> documents,
        Map<String, String> hidden,
        boolean many,
        boolean unchecked,
        Optional<String> refused) {

    /** So many lines of a kind are shown; the others are counted. */
    public static final int MOST_SHOWN = 100;

    private static final Set<Forecast.Verdict> STAYING =
            Set.of(Forecast.Verdict.REFUSED, Forecast.Verdict.HOLDS, Forecast.Verdict.FAILS);

    public ChangePage {
        Objects.requireNonNull(foreseen, "foreseen");
        documents = List.copyOf(documents);
    }

    /**
     * A document that stands still, and what would become of it.
     *
     * @param row it
     * @param verdict in a word
     * @param message in a sentence
     */
    public record Stuck(DocumentRow row, String verdict, String message) {}

    /** How many of the documents would go on. */
    public long freed() {
        return foreseen.documents().values().stream()
                .filter(one -> !STAYING.contains(one.verdict()))
                .count();
    }

    /** New ones, as far as they are shown. */
    public List<CrossReference> added() {
        return first(foreseen.changes().added());
    }

    /** Whose word one is. */
    public static String partner(CrossReference reference) {
        return ReferenceRow.partner(reference);
    }

    /** The line on which one stands. */
    public long line(int position) {
        return text.lines().get(position);
    }

    /** Why F&O does not have what they name, in the order of their lines, as far as they are shown. */
    public Map<Integer, String> unfounded() {
        Map<Integer, String> shown = new TreeMap<>();
        new TreeMap<>(foreseen.unfounded())
                .entrySet().stream().limit(MOST_SHOWN).forEach(one -> shown.put(one.getKey(), one.getValue()));
        return shown;
    }

    /** The first ones. */
    public static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST_SHOWN, all.size()));
    }

    /** Whether it can be entered as it is. */
    public boolean possible() {
        return foreseen.changes().contradicting().isEmpty()
                && foreseen.changes().changesSomething()
                && foreseen.unfounded().isEmpty()
                && foreseen.notTold().isEmpty();
    }

    /** Whether only F&O speaks against it, so that it can be entered all the same. */
    public boolean onlyUnfounded() {
        return foreseen.changes().contradicting().isEmpty()
                && foreseen.changes().changesSomething()
                && !possible();
    }

    /** What the button does. */
    public String button() {
        int added = foreseen.changes().added().size();
        int replaced = foreseen.changes().replaced().size();
        return (added == 0 ? "" : "Enter " + added)
                + (added > 0 && replaced > 0 ? " and replace " : replaced > 0 ? "Replace " : "")
                + (replaced == 0 ? "" : String.valueOf(replaced));
    }

    /** Where it can be corrected. */
    public String back() {
        return many ? "/cross-references/import" : "/cross-references/new";
    }
}
