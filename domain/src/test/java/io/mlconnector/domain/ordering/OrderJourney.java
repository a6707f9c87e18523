package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.fixture.VisitedTransitions;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.HistoryEntry;
import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.Stage;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.ordering.OrderState.Announced;
import io.mlconnector.domain.ordering.OrderState.InDoubt;
import io.mlconnector.domain.ordering.OrderState.Ready;
import io.mlconnector.domain.ordering.OrderState.Uploading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One order on its way: takes decisions as the runner would, and records every transition. */
final class OrderJourney {

    private final OnUnknownOutcome agreed;
    private OrderState state;
    private Step step = new Step.Rest();
    private final List<HistoryEntry> history = new ArrayList<>();
    private Circumstances circumstances = Problems.noon();

    private OrderJourney(OrderState state, OnUnknownOutcome agreed) {
        this.state = state;
        this.agreed = agreed;
    }

    static OrderJourney from(OrderState state) {
        return new OrderJourney(state, OnUnknownOutcome.HOLD);
    }

    static OrderJourney withResendAgreed(OrderState state) {
        return new OrderJourney(state, OnUnknownOutcome.RESEND);
    }

    static OrderJourney announced() {
        return from(new Announced(0));
    }

    static OrderJourney uploading() {
        return from(new Ready(Orders.file(), 0)).takenUp();
    }

    static OrderJourney inDoubt() {
        return uploading().uploadEnds(Outcome.unknown(Problems.connectionReset()));
    }

    OrderState state() {
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

    OrderJourney under(Circumstances other) {
        circumstances = other;
        return this;
    }

    OrderJourney takenUp() {
        return decided(OrderDecisions.resume(state, circumstances));
    }

    OrderJourney prepared(Preparation preparation) {
        return decided(OrderDecisions.afterPreparation(as(Announced.class), preparation, circumstances));
    }

    OrderJourney uploadEnds(Outcome<UploadReceipt> outcome) {
        return decided(OrderDecisions.afterUpload(as(Uploading.class), outcome, circumstances));
    }

    OrderJourney folderShows(FolderSight sight) {
        return asked(Outcome.done(sight));
    }

    OrderJourney asked(Outcome<FolderSight> outcome) {
        return decided(OrderDecisions.afterAsking(as(InDoubt.class), outcome, agreed, circumstances));
    }

    OrderJourney released() {
        return byPerson(OrderInterventions.release(state, Problems.operator("released")));
    }

    OrderJourney replayed() {
        return replayed(Optional.empty());
    }

    OrderJourney replayedFrom(Stage from) {
        return replayed(Optional.of(from));
    }

    private OrderJourney replayed(Optional<Stage> from) {
        return decided(allowed(OrderInterventions.replay(state, from, Problems.operator("replayed"))));
    }

    /** Why a replay is not possible. */
    String refusalFrom(Stage from) {
        return OrderInterventions.replay(state, Optional.of(from), Problems.operator("replayed"))
                        instanceof Replay.Refused<OrderState>(String why)
                ? why
                : "";
    }

    OrderJourney edited(OutboundFile file) {
        return decided(allowed(OrderInterventions.resubmit(state, file, Problems.operator("resubmitted"))));
    }

    OrderJourney supersededBy(Problem why) {
        return decided(OrderDecisions.superseded(as(Ready.class), why, circumstances));
    }

    private static Decision<OrderState> allowed(Replay<OrderState> replay) {
        return switch (replay) {
            case Replay.Again<OrderState>(Decision<OrderState> decision) -> decision;
            case Replay.Nothing<OrderState>(Decision<OrderState> decision, String ignored) -> decision;
            case Replay.Refused<OrderState>(String why) -> throw new AssertionError(why);
        };
    }

    OrderJourney discarded() {
        return byPerson(
                OrderInterventions.discard(state, Problems.because("not-wanted"), Problems.operator("discarded")));
    }

    OrderJourney restored() {
        return byPerson(OrderInterventions.restore(state, Problems.operator("restored")));
    }

    private OrderJourney byPerson(Optional<Decision<OrderState>> decision) {
        return decided(decision.orElseThrow(() -> new AssertionError("A person may not do that in " + state)));
    }

    private <S extends OrderState> S as(Class<S> kind) {
        assertThat(state).isInstanceOf(kind);
        return kind.cast(state);
    }

    private OrderJourney decided(Decision<OrderState> decision) {
        VisitedTransitions.OF_ORDERS.visit(state, decision.next(), OrderTransitions.ALL);
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
