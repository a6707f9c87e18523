package io.mlconnector.domain.sending;

import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The journal was put back to an earlier time. What was sent since nobody here knows, and a folder that a router empties does
 * not tell: so nothing goes out until a person has said of each document whether the partner has it.
 *
 * @param noticed when that was found out; names this restoration, so that what was let go after an earlier one is held again
 * @param ended when a person said that all is settled; empty while outgoing documents are held
 * @param evidence what shows it: the rest of a sentence, on one line; empty if a person said so
 */
public record Restoration(Instant noticed, Optional<Instant> ended, String evidence) {

    /** Code and cause of the problem for which documents are held: one cause, so that all of them are found by it. */
    public static final String CODE = ProblemCode.JOURNAL_RESTORED.text();

    /** The event in the history of a document of which a person said that it was sent before. */
    public static final String MARKED_AS_SENT = "marked-as-sent";

    private static final String NOTICED = "restored";
    private static final String HOLDING = "holding";

    public Restoration {
        Objects.requireNonNull(noticed, "noticed");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** Noticed now: outgoing documents are held. */
    public Restoration(Instant noticed, String evidence) {
        this(noticed, Optional.empty(), evidence);
    }

    /**
     * How long nothing may be created in F&O yet: what was under way when the journal was put back is not known here and may still
     * arrive there, and only then does F&O tell of it.
     *
     * @param writes how long a write may take
     * @return empty if that is over
     */
    public Optional<Duration> lateWrites(Instant now, Duration writes) {
        return Optional.of(Duration.between(now, noticed.plus(writes)))
                .filter(left -> left.compareTo(Duration.ZERO) > 0);
    }

    /** Why an invoice waits meanwhile. */
    public Problem whileWritesMayArrive(Duration writes) {
        return Problem.of(
                ProblemCode.RESTORED_RECENTLY,
                "",
                told() + " An invoice that was under way to F&O then may still arrive there, so none is created until "
                        + noticed.plus(writes) + ". Nothing needs to be done.");
    }

    /** Whether all outgoing documents are still held. */
    public boolean holding() {
        return ended.isEmpty();
    }

    /** What may be done with a document that is ready to be sent. */
    public enum Permission {
        /** It is sent. */
        SEND,
        /** A person must say first whether the partner has it. */
        HOLD,
        /** A person said that the partner has it: that is recorded, and nothing is sent. */
        RECORD_AS_SENT
    }

    /**
     * What may be done with a document. Held documents move only when a person says so: one that was held for this restoration
     * and comes again was let go. One that was announced before the end and was never held for it stood still for another reason
     * then: it may have been sent too, so it is held as well when its turn comes.
     *
     * @param history of the document, in order
     */
    public Permission of(List<HistoryEntry> history) {
        if (history.stream().anyMatch(entry -> entry.event().equals(MARKED_AS_SENT))) {
            return Permission.RECORD_AS_SENT;
        }
        boolean later = ended.isPresent()
                && (history.isEmpty() || !history.getFirst().at().isBefore(ended.get()));
        return later || history.stream().anyMatch(this::held) ? Permission.SEND : Permission.HOLD;
    }

    private boolean held(HistoryEntry entry) {
        return entry.event().equals("held")
                && CODE.equals(entry.details().get("code"))
                && noticed.toString().equals(entry.details().get(NOTICED));
    }

    /** What happened, in a sentence. */
    public String told() {
        return "The journal was put back to an earlier time, or others send under its numbers (noticed at " + noticed
                + (evidence.isEmpty() ? "" : ": " + evidence) + ").";
    }

    /** Why nothing goes out while it holds. */
    public Problem problem() {
        return Problem.of(
                ProblemCode.JOURNAL_RESTORED,
                "",
                told() + " Outgoing documents are held until somebody has said of each whether the partner has it. Run"
                        + " ml-connector reconcile.");
    }

    /** Why a document is held. */
    public Problem problem(OutgoingSubject subject) {
        return Problem.of(
                        ProblemCode.JOURNAL_RESTORED,
                        "",
                        told() + " So nobody knows here whether this " + subject.noun()
                                + " was sent already. Run ml-connector reconcile: it shows what speaks for and against it, and"
                                + " there you mark it as sent or let it go.")
                .with(NOTICED, noticed.toString());
    }

    /**
     * A person says that the partner has it already.
     *
     * @param who the person
     * @param reason how that is known; may be empty
     */
    public static HistoryEntry markedAsSent(Instant now, String who, String reason) {
        return new HistoryEntry(
                now,
                who,
                MARKED_AS_SENT,
                who + " said that the partner has it already ("
                        + (reason.isBlank() ? "no reason given" : reason.strip())
                        + "): it is recorded as sent and never sent again",
                Map.of(),
                List.of());
    }

    /** The same restoration, over: documents that are announced from now on are not held. */
    public Restoration over(Instant now) {
        return new Restoration(noticed, Optional.of(now), evidence);
    }

    /** How it is remembered. */
    public String text() {
        return noticed + " " + ended.map(Instant::toString).orElse(HOLDING)
                + (evidence.isEmpty() ? "" : " " + evidence);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Restoration parse(String text) {
        String[] words = text.split(" ", 3);
        if (words.length < 2) {
            throw new IllegalArgumentException("Not a remembered restoration: " + text);
        }
        try {
            return new Restoration(
                    Instant.parse(words[0]),
                    words[1].equals(HOLDING) ? Optional.empty() : Optional.of(Instant.parse(words[1])),
                    words.length == 3 ? words[2] : "");
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a remembered restoration: " + text, e);
        }
    }
}
