package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.fixture.VisitedTransitions;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.sending.SendingState.Uploading;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One order on its way: takes decisions as the runner would, and records every transition. */
final class SendingJourney {

    private final OnUnknownOutcome agreed;
    private FlowState state;
    private Step step = new Step.Rest();
    private final List<HistoryEntry> history = new ArrayList<>();
    private Circumstances circumstances = Problems.noon();

    private SendingJourney(FlowState state, OnUnknownOutcome agreed) {
        this.state = state;
        this.agreed = agreed;
    }

    static SendingJourney from(FlowState state) {
        return new SendingJourney(state, OnUnknownOutcome.HOLD);
    }

    static SendingJourney withResendAgreed(FlowState state) {
        return new SendingJourney(state, OnUnknownOutcome.RESEND);
    }

    static SendingJourney announced() {
        return from(new Announced(0));
    }

    static SendingJourney uploading() {
        return from(new Ready(Orders.file(), 0)).takenUp();
    }

    static SendingJourney inDoubt() {
        return uploading().uploadEnds(Outcome.unknown(Problems.connectionReset()));
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

    SendingJourney under(Circumstances other) {
        circumstances = other;
        return this;
    }

    SendingJourney takenUp() {
        return state instanceof SendingState place
                ? decided(SendingDecisions.resume(place, circumstances))
                : decided(Decision.rest(state));
    }

    SendingJourney prepared(Preparation preparation) {
        return decided(SendingDecisions.afterPreparation(as(Announced.class), preparation, circumstances));
    }

    SendingJourney uploadEnds(Outcome<UploadReceipt> outcome) {
        return decided(SendingDecisions.afterUpload(as(Uploading.class), outcome, circumstances));
    }

    SendingJourney folderShows(FolderSearchResult sight) {
        return asked(Outcome.done(sight));
    }

    SendingJourney asked(Outcome<FolderSearchResult> outcome) {
        return decided(SendingDecisions.afterAsking(as(InDoubt.class), outcome, agreed, circumstances));
    }

    SendingJourney released() {
        return byPerson(StoppedInterventions.release(state, Problems.operator("released")));
    }

    SendingJourney replayed() {
        return replayed(Optional.empty());
    }

    SendingJourney replayedFrom(Stage from) {
        return replayed(Optional.of(from));
    }

    private SendingJourney replayed(Optional<Stage> from) {
        return decided(allowed(
                SendingInterventions.replay(state, OutgoingSubject.ORDER, from, Problems.operator("replayed"))));
    }

    /** Why a replay is not possible. */
    String refusalFrom(Stage from) {
        return SendingInterventions.replay(
                                state, OutgoingSubject.ORDER, Optional.of(from), Problems.operator("replayed"))
                        instanceof Replay.Refused(String why)
                ? why
                : "";
    }

    SendingJourney edited(OutboundFile file) {
        return decided(allowed(
                SendingInterventions.resubmit(state, OutgoingSubject.ORDER, file, Problems.operator("resubmitted"))));
    }

    SendingJourney supersededBy(Problem why) {
        return decided(SendingDecisions.superseded(as(Ready.class), why, circumstances));
    }

    SendingJourney heldSinceRestoration(Problem why) {
        return decided(SendingDecisions.heldSinceRestoration(as(Ready.class), why, circumstances));
    }

    SendingJourney sentBefore() {
        return decided(SendingDecisions.sentBefore(as(Ready.class), circumstances));
    }

    SendingJourney markedAsSent() {
        return byPerson(SendingInterventions.markAsSent(state, Restoration.markedAsSent(Problems.NOON, "maria", "")));
    }

    private static Decision allowed(Replay replay) {
        return switch (replay) {
            case Replay.Again(Decision decision) -> decision;
            case Replay.Nothing(Decision decision, String ignored) -> decision;
            case Replay.Refused(String why) -> throw new AssertionError(why);
        };
    }

    SendingJourney discarded() {
        return byPerson(
                StoppedInterventions.discard(state, Problems.because("not-wanted"), Problems.operator("discarded")));
    }

    SendingJourney restored() {
        return byPerson(StoppedInterventions.restore(state, Problems.operator("restored")));
    }

    private SendingJourney byPerson(Optional<Decision> decision) {
        return decided(decision.orElseThrow(() -> new AssertionError("A person may not do that in " + state)));
    }

    private <S extends SendingState> S as(Class<S> kind) {
        assertThat(state).isInstanceOf(kind);
        return kind.cast(state);
    }

    private SendingJourney decided(Decision decision) {
        VisitedTransitions.OF_ORDERS.visit(state, decision.next(), SendingTransitions.ALL);
        state = decision.next();
        step = decision.step();
        history.addAll(decision.history());
        return this;
    }

    static Outcome<UploadReceipt> uploaded() {
        return Outcome.done(new UploadReceipt(Map.of("status", "201", "fileId", "f-17")));
    }

    static Preparation written() {
        return new Preparation.Prepared(
                Orders.file(), List.of(HistoryEntry.entry(Problems.NOON, "encoded", "Wrote the file")));
    }
}
