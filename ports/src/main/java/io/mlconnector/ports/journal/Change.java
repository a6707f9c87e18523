package io.mlconnector.ports.journal;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.words.HistoryEntries;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.payload.Payload;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one commit changes of a document. All of it happens, or nothing.
 *
 * @param state where the document stands now
 * @param next what happens to it then
 * @param history what happened; kept by {@link HistoryEntries#bounded}
 * @param amendments what else is known of it now, in order; of two of one kind the later counts
 */
public record Change(FlowState state, Next next, List<HistoryEntry> history, List<Amendment> amendments) {

    public Change {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(next, "next");
        history = HistoryEntries.bounded(history);
        amendments = List.copyOf(amendments);
    }

    /** The change that a decision asks for. */
    public static Change of(Decision decision) {
        return new Change(decision.next(), Next.of(decision.step()), decision.history(), List.of());
    }

    /** The same change with more that is known now. */
    public Change with(Amendment... more) {
        return new Change(
                state,
                next,
                history,
                Stream.concat(amendments.stream(), Stream.of(more)).toList());
    }

    /** Whether nobody works on the document after it. */
    public boolean resting() {
        return !(next instanceof Next.GoOn);
    }

    /** The same change of a document on which nobody works then: what was to go on is taken up at once. */
    public Change unclaimed(java.time.Instant now) {
        return next instanceof Next.GoOn ? new Change(state, new Next.TakeUp(now), history, amendments) : this;
    }

    /** The bytes that it brings. */
    public List<Payload> payloads() {
        return amendments.stream()
                .flatMap(amendment -> switch (amendment) {
                    case Amendment.KeptPayload(Payload payload) -> Stream.of(payload);
                    case Amendment.NewContent(Payload payload) -> Stream.of(payload);
                    default -> Stream.empty();
                })
                .toList();
    }

    /** The last amendment of this kind. */
    public <A extends Amendment> java.util.Optional<A> last(Class<A> kind) {
        return amendments.stream().filter(kind::isInstance).map(kind::cast).reduce((earlier, later) -> later);
    }
}
