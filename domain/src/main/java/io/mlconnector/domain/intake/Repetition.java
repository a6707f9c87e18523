package io.mlconnector.domain.intake;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Progress;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.interchange.EnvelopeVerdicts;
import io.mlconnector.domain.invoicing.InvoiceInterventions;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a received document whose dedupe key another document has already. It depends on what became of that one, not
 * on its mere arrival: a first attempt that failed never stands in the way of a resend. The same rule for every journal.
 */
public sealed interface Repetition {

    /**
     * The document that arrives.
     *
     * @param id of it
     * @param fingerprint of it; empty if it has none
     * @param state in which it would begin
     */
    record Arriving(DocumentId id, Optional<ContentHash> fingerprint, FlowState state) {}

    /**
     * The document that has the key.
     *
     * @param id of it
     * @param fingerprint of it; empty if it has none
     * @param state where it stands
     */
    record Earlier(DocumentId id, Optional<ContentHash> fingerprint, FlowState state) {}

    /**
     * The same document: nothing is done with it.
     *
     * @param state where it begins
     * @param duplicateOf the document that it repeats
     * @param entry for its history
     */
    record Duplicate(FlowState state, DocumentId duplicateOf, HistoryEntry entry) implements Repetition {}

    /**
     * The earlier one had failed after something was written: it is gone on with, because the partner asks again; this one is its
     * duplicate.
     *
     * @param state where it begins
     * @param duplicateOf the document that it repeats
     * @param again how that one goes on
     * @param entry for its history
     */
    record Revival(FlowState state, DocumentId duplicateOf, Decision again, HistoryEntry entry) implements Repetition {}

    /**
     * A person must decide; it enters without the key.
     *
     * @param state where it begins
     * @param entry for its history
     */
    record Clash(FlowState state, HistoryEntry entry) implements Repetition {}

    /**
     * The earlier one had failed before anything was written: this one takes its place and its key.
     *
     * @param state where this one begins
     * @param earlier the one that is discarded
     * @param discarding what becomes of that one
     * @param entry for the history of the new one
     */
    record Replacement(FlowState state, DocumentId earlier, Decision discarding, HistoryEntry entry)
            implements Repetition {}

    /**
     * What becomes of an order revision that was announced before. F&O lists it at every look, so that nothing is done, unless it has
     * other content by now: then the number was used again, and a person decides.
     *
     * @return empty if nothing is done; documents of an earlier version have no fingerprint, and nothing is known of them
     */
    static Optional<Clash> ofAnnounced(Arriving document, Earlier earlier, Instant now) {
        boolean other = document.fingerprint().isPresent()
                && earlier.fingerprint().isPresent()
                && !document.fingerprint().equals(earlier.fingerprint())
                && document.state() instanceof Progress;
        if (!other) {
            return Optional.empty();
        }
        Problem why = Problem.of(
                        ProblemCode.CONFIRMATION_NUMBER_REUSED, earlier.id().text(), """
                        F&O shows other content under the number of this confirmation than when document %s was entered: another \
                        day, total or quantity. If the partner is to be told what it says now, replay this document; if not, \
                        discard it.""".formatted(earlier.id()))
                .with("sameNumberAs", earlier.id().text());
        return Optional.of(
                new Clash(Held.because(why, ((Progress) document.state())), HistoryEntry.entry(now, "held", why)));
    }

    /** What becomes of a document. */
    static Repetition of(Arriving document, Earlier earlier, Instant now) {
        if (!document.fingerprint().equals(earlier.fingerprint())) {
            return clash(document, ProblemCode.CONTROL_NUMBERS_REUSED, """
                    Another document, %s, came with the same control numbers (ISA13, GS06, ST02) and other content. If this \
                    one is a correction that shall be processed, release it; if not, discard it.""".formatted(earlier.id()), earlier, now);
        }
        if (earlier.state() instanceof Failed failed && !failed.mayHaveWritten()) {
            return replacement(document, earlier, failed, now);
        }
        if (earlier.state() instanceof Discarded) {
            return clash(document, ProblemCode.DISCARDED_BEFORE, """
                    The same transaction set came before as document %s, which a person discarded. If this one is to be \
                    processed, release it; if not, discard it too.""".formatted(earlier.id()), earlier, now);
        }
        InvoiceState.Duplicate duplicate = new InvoiceState.Duplicate(
                Problem.of(
                        ProblemCode.DOCUMENT_REPEATED,
                        earlier.id().text(),
                        "The same transaction set came before as document " + earlier.id()
                                + ". Nothing is done with this one."),
                Optional.of(earlier.id()));
        HistoryEntry entry = HistoryEntry.entry(now, "duplicate", duplicate.why());
        return again(document, earlier, now)
                .<Repetition>map(again -> new Revival(duplicate, earlier.id(), again, entry))
                .orElseGet(() -> new Duplicate(duplicate, earlier.id(), entry));
    }

    private static Optional<Decision> again(Arriving document, Earlier earlier, Instant now) {
        if (!(earlier.state() instanceof Failed failed)) {
            return Optional.empty();
        }
        HistoryEntry entry = HistoryEntry.entry(
                now,
                "sent-again",
                "The partner sent the same transaction set again as document " + document.id()
                        + ": this one, which had failed, goes on from where it stopped");
        return InvoiceInterventions.replay(failed, Optional.empty(), entry) instanceof Replay.Again(Decision again)
                ? Optional.of(again)
                : Optional.empty();
    }

    private static Repetition clash(Arriving document, ProblemCode code, String message, Earlier earlier, Instant now) {
        Problem why = Problem.of(code, earlier.id().text(), message)
                .with("sameNumbersAs", earlier.id().text());
        return new Clash(Held.because(why, document.state().progress()), HistoryEntry.entry(now, "held", why));
    }

    /** A set that is sent again because it failed comes under the numbers of before, and is not held for that. */
    private static FlowState begin(FlowState state) {
        return state instanceof Held held && held.why().code().equals(EnvelopeVerdicts.REPEATED)
                ? held.resume()
                : state;
    }

    private static Repetition replacement(Arriving document, Earlier earlier, Failed failed, Instant now) {
        Problem why = Problem.of(
                ProblemCode.SENT_AGAIN,
                earlier.id().text(),
                "The partner sent the same transaction set again; document " + document.id()
                        + " takes the place of this one, which had failed: "
                        + failed.why().message());
        return new Replacement(
                begin(document.state()),
                earlier.id(),
                Decision.of(
                        new Discarded(why, failed, Optional.of(document.id())),
                        new Step.Rest(),
                        HistoryEntry.entry(now, "replaced", why)),
                HistoryEntry.entry(
                        now,
                        "replaces",
                        "Takes the place of document " + earlier.id()
                                + ", which had failed before anything was written"));
    }
}
