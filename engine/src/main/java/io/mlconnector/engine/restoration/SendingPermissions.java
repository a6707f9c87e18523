package io.mlconnector.engine.restoration;

import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether documents may be sent, given that the journal may have been put back to an earlier time; see {@link Restoration}. */
public final class SendingPermissions {

    private final Engine engine;

    /** On the journal of this engine. */
    public SendingPermissions(Engine engine) {
        this.engine = engine;
    }

    /**
     * What may be done with one document.
     *
     * @param restoration empty if the journal was never put back
     * @param history of the document; empty if the journal was never put back
     */
    public record Permission(Optional<Restoration> restoration, List<HistoryEntry> history) {
        public Permission {
            Objects.requireNonNull(restoration, "restoration");
            history = List.copyOf(history);
        }

        /** In one word. */
        public Restoration.Permission of() {
            return restoration.map(known -> known.of(history)).orElse(Restoration.Permission.SEND);
        }

        /** Why it is held; only if it is. */
        public Problem why(OutgoingSubject subject) {
            return restoration.orElseThrow().problem(subject);
        }
    }

    /** Asked for each document: a restoration may be noticed, and ended, while the daemon runs. */
    public Future<Permission> of(DocumentId id) {
        return engine.onContext(engine.journal().cursor(Restoration.CODE))
                .map(text -> text.map(Restoration::parse))
                .compose(restoration -> restoration.isEmpty()
                        ? Future.succeededFuture(new Permission(restoration, List.of()))
                        : engine.onContext(engine.journal().history(id))
                                .map(history -> new Permission(
                                        restoration,
                                        history.stream()
                                                .map(RecordedEntry::entry)
                                                .toList())));
    }
}
