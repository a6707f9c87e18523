package io.mlconnector.console.page;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.document.Direction;
import java.util.List;
import java.util.Optional;

/**
 * The four answers of a document in words, and what a person can do about them. Shape and colour follow from the word, in the
 * template {@code answer}.
 */
public final class Answers {

    private static final List<Stage> OUTBOUND =
            List.of(Stage.ANNOUNCED, Stage.FETCHED, Stage.ALIGNED, Stage.ENCODED, Stage.DELIVERED);
    private static final List<Stage> INBOUND =
            List.of(Stage.RECEIVED, Stage.DECODED, Stage.ALIGNED, Stage.CHECKED, Stage.POSTED);

    private Answers() {}

    /** The stages that a document of this direction passes, in order. */
    public static List<Stage> stages(Direction direction) {
        return direction == Direction.OUTBOUND ? OUTBOUND : INBOUND;
    }

    /** What a condition means, and what to do now. */
    public static String explained(Condition condition) {
        return switch (condition) {
            case MOVING -> "On its way. There is nothing to do.";
            case WAITING ->
                "A step did not work and is tried again by itself. There is nothing to do unless it goes on for long.";
            case HELD ->
                "It stands still until a person decides. Read the reason, put right what it names, then replay it; or release or discard it.";
            case UNKNOWN ->
                "A write may or may not have happened. The remote system is being asked; it is not written a second time until that is known.";
            case FAILED ->
                "It is not tried again by itself. Put right what the reason names, then replay it; or discard it.";
            case DONE -> "It has arrived.";
            case DUPLICATE -> "The same document was there already, so nothing was done with this one.";
            case DISCARDED -> "It was taken out of the way. It can be restored.";
        };
    }

    /**
     * The same, of a document whose reason is known.
     *
     * @param reason why it is so; empty if nothing is to be told
     */
    public static String explained(Condition condition, Optional<Problem> reason) {
        return condition == Condition.DISCARDED
                ? reason.filter(why -> !why.code().equals(ProblemCode.DISCARDED_BY_PERSON.text()))
                        .map(why -> "The program put it aside by itself; the reason says why. It can be restored.")
                        .orElse("A person took it out of the way. It can be restored.")
                : explained(condition);
    }

    /** What a stage means, of a document whose format is judged like this. */
    public static String explained(Stage stage, Validity validity) {
        return stage == Stage.DECODED && validity == Validity.INVALID
                ? "It could not be read in full; the reason says what is wrong with it."
                : explained(stage);
    }

    /** What a stage means. */
    public static String explained(Stage stage) {
        return switch (stage) {
            case ANNOUNCED -> "It is known that it exists.";
            case FETCHED -> "It was read from F&O.";
            case ALIGNED -> "Partner, items and units were translated.";
            case ENCODED -> "The file is written, with its name and control numbers; nothing of it changes any more.";
            case DELIVERED -> "It lies in the partner's folder.";
            case RECEIVED -> "Its bytes are stored.";
            case DECODED -> "It was read.";
            case CHECKED -> "It was compared with the order, receipts and earlier invoices.";
            case POSTED -> "The vendor invoice is in F&O.";
        };
    }

    /** What a validity means. */
    public static String explained(Validity validity) {
        return switch (validity) {
            case PENDING -> "Not judged yet.";
            case VALID ->
                "Its structure keeps the rules of its format. Codes that the standard does not list are let pass; its bytes, explained, mark them.";
            case INVALID ->
                "It breaks rules of its format; the reason says which, and where it is wrong if that can be said.";
        };
    }

    /** What an acknowledgement means, and what to do now. */
    public static String explained(Acknowledgement acknowledgement) {
        return switch (acknowledgement) {
            case NONE -> "No answer is expected.";
            case AWAITED -> "The partner has time left to answer.";
            case ACCEPTED -> "The partner accepted it.";
            case ACCEPTED_WITH_ERRORS -> "The partner accepted it and named errors; read them in the history.";
            case REJECTED ->
                "The partner rejected it; the history says why. Correct the order in F&O and confirm it again: the new revision goes out. Then settle the answer to this one.";
            case OVERDUE ->
                "The partner has not answered in time. Ask whether the file arrived; it lies in the folder that the history names. Settle the answer if the partner has it.";
        };
    }

    /** A word with spaces for hyphens. */
    public static String spoken(String word) {
        return word.replace('-', ' ');
    }
}
