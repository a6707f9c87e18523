package io.mlconnector.engine.order;

import io.mlconnector.domain.answering.Deadline;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one document of an order stands.
 *
 * @param document which
 * @param turn who has to do something next
 * @param words what is open and what to do, in a sentence or two
 * @param since since when it is so
 * @param due until when the partner has time; empty if no answer is awaited
 */
public record Standing(DocumentRecord document, Turn turn, String words, Instant since, Optional<Instant> due) {

    /**
     * Of a document.
     *
     * @param within how long its partner may take to answer; empty if no answer is expected
     */
    static Standing of(DocumentRecord document, Optional<Duration> within) {
        return switch (document.condition()) {
            case MOVING -> standing(document, Turn.CONNECTOR, "On its way. There is nothing to do.");
            case WAITING -> standing(document, Turn.CONNECTOR, "A step did not work and is tried again by itself.");
            case UNKNOWN ->
                standing(
                        document,
                        Turn.CONNECTOR,
                        "A write may or may not have happened; the remote system is being asked.");
            case HELD -> standing(document, Turn.OURS, "It is held: " + why(document));
            case FAILED -> standing(document, Turn.OURS, "It failed: " + why(document));
            case DISCARDED -> standing(document, Turn.NOBODY, discarded(document));
            case DUPLICATE -> standing(document, Turn.NOBODY, "It was there already, so nothing was done with it.");
            case DONE ->
                document.direction() == Direction.INBOUND
                        ? standing(document, Turn.NOBODY, "It has arrived.")
                        : delivered(document, within);
        };
    }

    private static String discarded(DocumentRecord document) {
        return document.reason()
                .filter(reason -> !reason.code().equals(ProblemCode.DISCARDED_BY_PERSON.text()))
                .map(reason -> "Put aside by the program: " + reason.message())
                .orElse("A person discarded it.");
    }

    private static Standing delivered(DocumentRecord document, Optional<Duration> within) {
        Instant since = deliveredAt(document).orElse(document.since());
        return switch (document.acknowledgement()) {
            case NONE ->
                new Standing(document, Turn.NOBODY, "Delivered; no answer is agreed.", since, Optional.empty());
            case AWAITED ->
                new Standing(
                        document,
                        Turn.PARTNER,
                        "Delivered and not answered yet; the partner has time left.",
                        since,
                        Deadline.of(document.state(), Acknowledgement.AWAITED, within));
            case OVERDUE ->
                new Standing(
                        document,
                        Turn.PARTNER,
                        "Delivered and not answered in time. Ask the partner whether the file arrived.",
                        since,
                        within.map(since::plus));
            case ACCEPTED -> standing(document, Turn.NOBODY, "The partner accepted it.");
            case ACCEPTED_WITH_ERRORS ->
                standing(
                        document,
                        Turn.NOBODY,
                        "The partner accepted it with changes or errors; read them in its history.");
            case REJECTED ->
                standing(
                        document,
                        Turn.OURS,
                        "The partner rejected it; its history says why. Correct the order in F&O and confirm it again, or settle the answer.");
        };
    }

    private static Standing standing(DocumentRecord document, Turn turn, String words) {
        return new Standing(document, turn, words, document.since(), Optional.empty());
    }

    private static String why(DocumentRecord document) {
        return document.reason().map(Problem::message).orElse("its history says why.");
    }

    /** When its file was in the partner's folder; empty as long as it is not. */
    public Optional<Instant> delivered() {
        return deliveredAt(document);
    }

    private static Optional<Instant> deliveredAt(DocumentRecord document) {
        return document.state().progress() instanceof SendingState.Delivered delivered
                ? Optional.of(delivered.at())
                : Optional.empty();
    }

    /** Whether the partner has it and rejected it. */
    boolean rejected() {
        return document.condition() == Condition.DONE && document.acknowledgement() == Acknowledgement.REJECTED;
    }

    /** The same where a later revision took its place. */
    Standing replacedBy(Standing later) {
        String number = later.document.keys().confirmationNumber();
        return standing(
                document,
                Turn.NOBODY,
                "The partner rejected it; " + (number.isEmpty() ? "a later revision" : number) + " took its place.");
    }

    /** Whether the partner's time is over. */
    public boolean overdue() {
        return document.condition() == Condition.DONE && document.acknowledgement() == Acknowledgement.OVERDUE;
    }
}
