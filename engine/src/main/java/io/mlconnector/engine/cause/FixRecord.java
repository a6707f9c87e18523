package io.mlconnector.engine.cause;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.cause.CauseFixing.Became;
import io.mlconnector.ports.journal.history.FixAct;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fix as the journal has it.
 *
 * @param mark what was done
 * @param operator who did it
 * @param began when its first document was done
 * @param last when its last one was
 * @param documents that were let go on, the oldest first
 * @param left that were left as they were, and why; the oldest first
 * @param takenBack of those that were let go on, those that were taken back
 * @param takenBackBy who took back the last one; empty if none was
 * @param takenBackAt when; empty likewise
 */
public record FixRecord(
        FixMark mark,
        String operator,
        Instant began,
        Instant last,
        List<DocumentId> documents,
        List<Became> left,
        List<DocumentId> takenBack,
        Optional<String> takenBackBy,
        Optional<Instant> takenBackAt) {

    public FixRecord {
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(takenBackBy, "takenBackBy");
        Objects.requireNonNull(takenBackAt, "takenBackAt");
        documents = List.copyOf(documents);
        left = List.copyOf(left);
        takenBack = List.copyOf(takenBack);
    }

    /** Of what it wrote, in order; empty if it wrote nothing. */
    static Optional<FixRecord> of(List<FixAct> acts) {
        List<FixAct> done =
                acts.stream().filter(act -> FixMark.of(act.entry()).isPresent()).toList();
        if (done.isEmpty()) {
            return Optional.empty();
        }
        List<Became> left =
                done.stream().flatMap(act -> FixMark.left(act).stream()).toList();
        FixAct first = done.getFirst();
        List<FixAct> back = acts.stream()
                .filter(act -> act.entry().event().equals(FixUndo.EVENT))
                .toList();
        return FixMark.of(first.entry())
                .map(mark -> new FixRecord(
                        mark,
                        first.entry().actor(),
                        first.entry().at(),
                        done.getLast().entry().at(),
                        done.stream()
                                .filter(act -> FixMark.left(act).isEmpty())
                                .map(FixAct::document)
                                .distinct()
                                .toList(),
                        left,
                        back.stream().map(FixAct::document).distinct().toList(),
                        back.stream().map(act -> act.entry().actor()).reduce((earlier, later) -> later),
                        back.stream().map(act -> act.entry().at()).reduce((earlier, later) -> later)));
    }
}
