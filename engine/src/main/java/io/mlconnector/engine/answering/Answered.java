package io.mlconnector.engine.answering;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.answering.Weight;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an answer of a partner leads to.
 *
 * @param said what is written down with the documents that it answers
 * @param unmatched why it answers nothing that we know of; empty if it does
 * @param unknown the number of ours that it names and nobody here knows; empty if it names none, or a known one
 */
public record Answered(List<Said> said, Optional<Problem> unmatched, Optional<UnknownNumber> unknown) {
    /** It answers nothing, and need not. */
    public static final Answered NOTHING = new Answered(List.of(), Optional.empty(), Optional.empty());

    public Answered {
        said = List.copyOf(said);
    }

    /**
     * What is said of one document of ours.
     *
     * @param document of which
     * @param message what, in a sentence
     * @param verdict in one word; empty if nothing is decided
     * @param weight how much that word counts
     */
    public record Said(DocumentRecord document, String message, Optional<Acknowledgement> verdict, Weight weight) {}

    /**
     * A number that answers none of our documents, although the answer is addressed to us.
     *
     * @param partner who answers
     * @param set what answers
     * @param number as received
     */
    public record UnknownNumber(TradingPartner partner, String set, String number) {}

    /** It is about these. */
    static Answered of(List<Said> said) {
        return new Answered(said, Optional.empty(), Optional.empty());
    }

    static Answered unmatched(Problem why) {
        return new Answered(List.of(), Optional.of(why), Optional.empty());
    }

    static Answered unmatched(Problem why, Optional<UnknownNumber> unknown) {
        return new Answered(List.of(), Optional.of(why), unknown);
    }

    /**
     * The notes for the journal.
     *
     * @param source the document that answers; empty if the answer has none
     */
    public List<Note> notes(Instant now, Optional<DocumentId> source) {
        List<Note> notes = new ArrayList<>();
        for (Said one : said) {
            Acknowledgement before = one.document().acknowledgement();
            boolean takesBack = one.verdict()
                    .filter(verdict -> Weight.takesBack(before, verdict))
                    .isPresent();
            notes.add(new Note(
                    one.document().id(),
                    HistoryEntry.entry(
                            now,
                            "acknowledged",
                            one.message()
                                    + (takesBack
                                            ? " It was rejected before, and stays so here until a person has asked the"
                                                    + " partner which answer counts."
                                            : ""),
                            details(one, source)),
                    one.verdict(),
                    one.weight(),
                    source));
        }
        return notes;
    }

    /** For programs: {@code verdict}, and {@code document} that answers. */
    private static Map<String, String> details(Said said, Optional<DocumentId> source) {
        Map<String, String> details = new TreeMap<>();
        said.verdict().ifPresent(verdict -> details.put("verdict", verdict.word()));
        source.ifPresent(document -> details.put("document", document.text()));
        return details;
    }
}
