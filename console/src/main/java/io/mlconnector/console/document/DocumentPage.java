package io.mlconnector.console.document;

import io.mlconnector.console.line.LineTable;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Answers;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.story.Story;
import io.mlconnector.domain.answering.SettledAnswer;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.intervention.Accepted;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The page of one document.
 *
 * @param frame around it
 * @param row it
 * @param story what happened
 * @param file in which it came; empty on outbound documents
 * @param lines of an invoice, beside what they were compared with; empty on everything else
 * @param chain everything about the same order, this one among it; empty if it names none
 */
public record DocumentPage(
        Frame frame, DocumentRow row, Story story, Optional<FileRecord> file, Optional<LineTable> lines, Chain chain) {

    private static final Set<Condition> STOPPED = Set.of(Condition.HELD, Condition.FAILED);

    /** The document. */
    public DocumentRecord document() {
        return row.document();
    }

    /**
     * A stage on the way.
     *
     * @param stage which
     * @param passed whether it is behind the document, or reached
     * @param here whether it is reached, and nothing after it
     */
    public record Milestone(Stage stage, boolean passed, boolean here) {}

    /** The way that documents of its direction go, and how far it has come. */
    public List<Milestone> way() {
        List<Stage> stages = Answers.stages(document().direction());
        int reached = stages.indexOf(document().stage());
        return stages.stream()
                .map(stage -> new Milestone(
                        stage,
                        stages.indexOf(stage) <= reached,
                        stage == document().stage()))
                .toList();
    }

    /** The file that was written to be uploaded; empty of what came in, and as long as none is written. */
    public Optional<OutboundFile> written() {
        return document().state().progress() instanceof SendingState sending ? sending.written() : Optional.empty();
    }

    /** Whether that file lies, or lay, in the partner's folder. */
    public boolean uploaded() {
        return document().state() instanceof SendingState.Delivered;
    }

    /** Whether a person must decide. */
    public boolean stopped() {
        return STOPPED.contains(document().condition());
    }

    /** Whether releasing and discarding are possible, and this reader may do so. */
    public boolean mayRelease() {
        return stopped() && frame.may(Permission.RELEASE);
    }

    /** What releasing it accepts, in a sentence or two. */
    public String releases() {
        return document().condition() == Condition.HELD
                ? "Lets it go on. The history says that you accept: " + String.join("; ", accepted()) + "."
                : "Tries it again from where it failed.";
    }

    /** What whoever releases it accepts. */
    public List<String> accepted() {
        return Accepted.of(document().state());
    }

    /** Whether discarding is possible, and this reader may do so. */
    public boolean mayDiscard() {
        return stopped() && frame.may(Permission.DISCARD);
    }

    /** Whether restoring is possible, and this reader may do so. */
    public boolean mayRestore() {
        return document().condition() == Condition.DISCARDED && frame.may(Permission.DISCARD);
    }

    /** Whether having it done again could do anything, and this reader may do so: what is delivered or posted is not done twice. */
    public boolean mayReplay() {
        return document().condition() != Condition.DONE && frame.may(Permission.REPLAY);
    }

    /** Whether the answer to it can be settled, and this reader may do so. */
    public boolean maySettle() {
        return SettledAnswer.possible(document().condition(), document().acknowledgement())
                && frame.may(Permission.RELEASE);
    }

    /** Whether correcting its bytes may help, and this reader may do so. */
    public boolean mayEdit() {
        boolean correctable = document().state().progress() instanceof InvoiceState
                || document().state().progress() instanceof SendingState;
        return stopped() && correctable && frame.may(Permission.EDIT);
    }

    /** Whether this reader may comment on it. */
    public boolean mayAnnotate() {
        return frame.may(Permission.ANNOTATE);
    }
}
