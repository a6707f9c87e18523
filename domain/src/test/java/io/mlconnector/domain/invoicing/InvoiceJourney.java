package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.fixture.VisitedTransitions;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.invoicing.InvoiceState.DeletingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderToDelete;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.PostingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.PostingLines;
import io.mlconnector.domain.invoicing.InvoiceState.PostingWhole;
import io.mlconnector.domain.invoicing.InvoiceState.Ready;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.invoicing.deletion.HeaderDeletion;
import io.mlconnector.domain.invoicing.deletion.HeaderSight;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One invoice on its way: takes decisions as the runner would, and records every transition. */
final class InvoiceJourney {

    private final HeaderReference mode;
    private final Circumstances circumstances = Problems.noon();
    private FlowState state;
    private Step step = new Step.Rest();
    private final List<HistoryEntry> history = new ArrayList<>();

    private InvoiceJourney(FlowState state, HeaderReference mode) {
        this.state = state;
        this.mode = mode;
    }

    /** F&O assigns header references. */
    static InvoiceJourney from(FlowState state) {
        return new InvoiceJourney(state, HeaderReference.ASSIGNED);
    }

    /** We choose header references. */
    static InvoiceJourney inOneChangeSet(FlowState state) {
        return new InvoiceJourney(state, HeaderReference.OURS);
    }

    static InvoiceJourney received() {
        return from(new Received(Set.of(), 0));
    }

    static InvoiceJourney postingWhole() {
        return inOneChangeSet(new Ready(Invoices.toPost(), 0)).takenUp();
    }

    static InvoiceJourney postingHeader() {
        return from(new Ready(Invoices.toPost(), 0)).takenUp();
    }

    static InvoiceJourney postingLines() {
        return postingHeader().headerEnds(Outcome.done(Invoices.REFERENCE));
    }

    /** The whole invoice may be there or not. */
    static InvoiceJourney inDoubt() {
        return postingWhole().wholeEnds(Outcome.unknown(Problems.connectionReset()));
    }

    /** The header is there; the lines may be there or not. */
    static InvoiceJourney linesInDoubt() {
        return postingLines().linesEnd(Outcome.unknown(Problems.connectionReset()));
    }

    FlowState state() {
        return state;
    }

    Step step() {
        return step;
    }

    List<HistoryEntry> history() {
        return history;
    }

    List<String> events() {
        return history.stream().map(HistoryEntry::event).toList();
    }

    Problem reason() {
        return state.reason().orElseThrow(() -> new AssertionError("No reason in " + state));
    }

    InvoiceJourney takenUp() {
        return state instanceof InvoiceState place
                ? decided(InvoiceDecisions.resume(place, mode, circumstances))
                : decided(Decision.rest(state));
    }

    InvoiceJourney examined(Examination examination) {
        return decided(InvoiceDecisions.afterExamination(as(Received.class), examination, mode, circumstances));
    }

    InvoiceJourney wholeEnds(Outcome<String> outcome) {
        return decided(InvoiceDecisions.afterPostingWhole(as(PostingWhole.class), outcome, circumstances));
    }

    InvoiceJourney headerEnds(Outcome<String> outcome) {
        return decided(InvoiceDecisions.afterPostingHeader(as(PostingHeader.class), outcome, circumstances));
    }

    InvoiceJourney linesEnd(Outcome<String> outcome) {
        return decided(InvoiceDecisions.afterPostingLines(as(PostingLines.class), outcome, circumstances));
    }

    InvoiceJourney asked(Outcome<InvoiceSearchResult> outcome) {
        return decided(InvoiceDecisions.afterAsking(as(InDoubt.class), outcome, circumstances));
    }

    /** A person discards it and wants its header gone. */
    InvoiceJourney discardedWithHeader() {
        return decided(
                allowed(HeaderDeletion.begin(state, Problems.because("not-wanted"), Problems.operator("discarded"))));
    }

    /** Why that is not possible. */
    String refusalOfDeletion() {
        return HeaderDeletion.begin(state, Problems.because("not-wanted"), Problems.operator("discarded"))
                        instanceof Replay.Refused(String why)
                ? why
                : "";
    }

    InvoiceJourney looked(Outcome<HeaderSight> outcome) {
        return decided(HeaderDeletion.afterLooking(as(HeaderToDelete.class), outcome, circumstances));
    }

    InvoiceJourney deletionEnds(Outcome<String> outcome) {
        return decided(HeaderDeletion.afterDeleting(as(DeletingHeader.class), outcome, circumstances));
    }

    InvoiceJourney dynamicsShowsNothing() {
        return asked(Outcome.done(new InvoiceSearchResult(List.of(), Optional.empty())));
    }

    InvoiceJourney dynamicsShows(ExistingInvoice found, Integer... lines) {
        return asked(
                Outcome.done(new InvoiceSearchResult(List.of(found), Optional.of(Invoices.written(Set.of(lines))))));
    }

    InvoiceJourney released() {
        return byPerson(StoppedInterventions.release(state, Problems.operator("released")));
    }

    InvoiceJourney replayed() {
        return replayed(Optional.empty());
    }

    InvoiceJourney replayedFrom(Stage from) {
        return replayed(Optional.of(from));
    }

    private InvoiceJourney replayed(Optional<Stage> from) {
        return decided(allowed(InvoiceInterventions.replay(state, from, Problems.operator("replayed"))));
    }

    /** Why a replay is not possible. */
    String refusalFrom(Stage from) {
        return InvoiceInterventions.replay(state, Optional.of(from), Problems.operator("replayed"))
                        instanceof Replay.Refused(String why)
                ? why
                : "";
    }

    InvoiceJourney edited() {
        return decided(allowed(InvoiceInterventions.resubmit(state, Problems.operator("resubmitted"))));
    }

    private static Decision allowed(Replay replay) {
        return switch (replay) {
            case Replay.Again(Decision decision) -> decision;
            case Replay.Nothing(Decision decision, String ignored) -> decision;
            case Replay.Refused(String why) -> throw new AssertionError(why);
        };
    }

    InvoiceJourney discarded() {
        return byPerson(
                StoppedInterventions.discard(state, Problems.because("not-wanted"), Problems.operator("discarded")));
    }

    InvoiceJourney restored() {
        return byPerson(StoppedInterventions.restore(state, Problems.operator("restored")));
    }

    private InvoiceJourney byPerson(Optional<Decision> decision) {
        return decided(decision.orElseThrow(() -> new AssertionError("A person may not do that in " + state)));
    }

    private <S extends InvoiceState> S as(Class<S> kind) {
        assertThat(state).isInstanceOf(kind);
        return kind.cast(state);
    }

    private InvoiceJourney decided(Decision decision) {
        VisitedTransitions.OF_INVOICES.visit(state, decision.next(), InvoiceTransitions.ALL);
        state = decision.next();
        step = decision.step();
        history.addAll(decision.history());
        return this;
    }

    static Examination passed() {
        return new Examination.Passed(
                Invoices.toPost(), List.of(HistoryEntry.entry(Problems.NOON, "checked", "Agrees with its order")));
    }
}
