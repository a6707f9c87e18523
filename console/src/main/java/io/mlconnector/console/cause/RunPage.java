package io.mlconnector.console.cause;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Frame;
import io.mlconnector.domain.takingback.TakeBack.Verdict;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.FixUndo.Reference;
import io.mlconnector.engine.cause.FixUndo.Undone;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fix as it goes on.
 *
 * @param frame around it
 * @param run it
 * @param rows the first of its documents as they are now
 * @param outcome what came of it until now
 * @param translation what became of the translation that it entered, in a sentence; empty if there is nothing to say of it
 * @param foreseen what taking it back would do; empty if that was not asked
 */
public record RunPage(
        Frame frame,
        FixRun run,
        List<Row> rows,
        Outcome outcome,
        Optional<String> translation,
        Optional<Undone> foreseen) {

    public RunPage {
        rows = List.copyOf(rows);
        Objects.requireNonNull(translation, "translation");
        Objects.requireNonNull(foreseen, "foreseen");
    }

    /**
     * A document of it.
     *
     * @param document as it is now
     * @param back what becomes of it if the fix is taken back; empty if that was not asked
     */
    public record Row(DocumentRow document, String back) {}

    /** How many go on, or went on. */
    public int on() {
        return outcome.on();
    }

    /** How many stopped again by themselves: those that were taken back stand still because somebody wanted it. */
    public int again() {
        return outcome.again();
    }

    /** Whether it was asked what taking it back would do. */
    public boolean asked() {
        return foreseen.isPresent();
    }

    /** Whether the reader may take it back, and there is something left of it. */
    public boolean mayTakeBack() {
        return run.ended() && run.on() > run.back() + outcome.beyond() && frame.may(permission(run));
    }

    /** Whether all that is left of it was sent or ended otherwise, so that nothing can be taken back any more. */
    public boolean beyond() {
        return run.ended() && outcome.beyond() > 0 && run.on() <= run.back() + outcome.beyond();
    }

    /** What taking back needs: the same as the fix. */
    static Permission permission(FixRun run) {
        return switch (run.mark().fix().way()) {
            case CauseFix.Translate ignored -> Permission.TRANSLATE;
            case CauseFix.Accept ignored -> Permission.RELEASE;
            case CauseFix.Again ignored -> Permission.REPLAY;
        };
    }

    /** How many of its documents are of this verdict. */
    public long count(Verdict verdict) {
        return foreseen.map(undone -> undone.count(verdict)).orElse(0L);
    }

    /** How many were sent, or may have been. */
    public long sent() {
        return count(Verdict.SENT) + count(Verdict.IN_DOUBT);
    }

    /** Whether something can be taken back: documents, or the cross-reference. */
    public boolean possible() {
        return count(Verdict.TAKEN_BACK) > 0 || removesReference();
    }

    /** Whether the cross-reference would go. */
    public boolean removesReference() {
        return foreseen.filter(undone -> undone.reference() == Reference.REMOVED)
                .isPresent();
    }

    /** Whether the fix entered a cross-reference that would stay. */
    public boolean keepsReference() {
        return foreseen.filter(undone -> undone.reference() == Reference.STAYS).isPresent();
    }
}
