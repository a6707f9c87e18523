package io.mlconnector.console.cause;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Frame;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.crossreference.Suggestion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which one cause is fixed.
 *
 * @param frame around it
 * @param row the cause
 * @param missing the translation that it lacks; empty if it is of another kind
 * @param suggestions how its documents might go on, by what people did before
 * @param candidates what the missing word may mean, as the orders say; empty likewise
 * @param documents that stand still for it, the oldest first
 * @param legalEntities from which one may be chosen
 * @param given what was filled in, by name; empty at first
 * @param became what each document would become, or became; empty before it was asked
 * @param refused why the fix does not fit; empty if it does
 * @param also what else the fix changes, in a sentence; empty if nothing or before it was asked
 * @param against why the fix would be refused as it is, in a sentence; empty if nothing is known or before it was asked
 * @param more whether further documents stand still for it
 */
public record FixPage(
        Frame frame,
        CauseRow row,
        Optional<MissingTranslation> missing,
        List<Suggestion> suggestions,
        List<Candidate> candidates,
        List<DocumentRow> documents,
        List<String> legalEntities,
        Map<String, String> given,
        Map<String, Foreseen> became,
        Optional<String> refused,
        Optional<String> also,
        Optional<String> against,
        boolean more) {

    /**
     * What becomes of a document.
     *
     * @param word in a word
     * @param message in a sentence
     */
    public record Foreseen(String word, String message) {}

    /** What was filled in; empty if nothing was. */
    public String given(String name) {
        return given.getOrDefault(name, "");
    }

    /** Whether the reader may enter translations. */
    public boolean mayTranslate() {
        return missing.isPresent() && frame.may(Permission.TRANSLATE);
    }

    /** What the word might mean. */
    public List<Suggestion> translations() {
        return suggestions.stream()
                .filter(one -> one.way() == Suggestion.Way.TRANSLATE)
                .toList();
    }

    /** Why they might go on despite the cause. */
    public List<Suggestion> releases() {
        return suggestions.stream()
                .filter(one -> one.way() == Suggestion.Way.ACCEPT)
                .toList();
    }

    /** Whether the reader may release. */
    public boolean mayAccept() {
        return frame.may(Permission.RELEASE);
    }

    /** Whether the reader may have them done again. */
    public boolean mayReplay() {
        return frame.may(Permission.REPLAY);
    }

    /** Whether it was asked what would become of them, and may be done. */
    public boolean foreseen() {
        return !became.isEmpty();
    }

    /** Whether the reader may discard. */
    public boolean mayDiscard() {
        return frame.may(Permission.DISCARD);
    }

    /** How many of those that are named are put off, and count nowhere else. */
    public long putOff() {
        return documents.stream()
                .filter(one -> one.document().attention().snoozedAt(frame.look().now()))
                .count();
    }

    /** What the list of documents is asked for when all of the cause are meant. */
    public String query() {
        return "causeKey=" + URLEncoder.encode(row.cause().causeKey(), StandardCharsets.UTF_8);
    }

    /** How many would stay as they are. */
    public long staying() {
        return became.size() - freed();
    }

    /** Whether it makes sense to do it: F&O does not speak against it, and it frees a document or at least enters a translation. */
    public boolean worthwhile() {
        return against.isEmpty() && (freed() > 0 || given("way").equals("translate"));
    }

    /** What the button does. */
    public String button() {
        if (freed() == 0) {
            return "Enter it all the same";
        }
        return staying() == 0
                ? "Fix it for " + Figures.count(freed())
                : "Do it: " + Figures.count(freed()) + (freed() == 1 ? " goes on, " : " go on, ")
                        + Figures.count(staying()) + (staying() == 1 ? " stays" : " stay");
    }

    /** How many would go on: neither refused nor held again. */
    public long freed() {
        return became.values().stream()
                .filter(one -> !List.of("refused", "holds", "fails").contains(one.word()))
                .count();
    }
}
