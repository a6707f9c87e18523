package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.Delivered;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.sending.SendingState.Uploading;
import io.mlconnector.domain.words.HistoryEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingByPersonTest {

    private static final HistoryEntry MARIA = Problems.operator("did-it");
    private static final Halted HELD = Held.because(Problems.refusal(), new Announced(0));
    private static final Halted FAILED = new Failed(Problems.refusal(), new Ready(Orders.file(), 0));
    private static final FlowState DISCARDED = Discarded.because(Problems.refusal(), HELD);
    private static final List<FlowState> NOT_STOPPED = List.of(
            new Announced(0),
            new Ready(Orders.file(), 0),
            new Uploading(Orders.file(), 0),
            new InDoubt(Orders.file(), Problems.NOON, 0),
            new Delivered(Orders.file(), Problems.NOON));

    @Test
    void nothing_that_moves_or_arrived_can_be_released_or_discarded() {
        for (FlowState state : NOT_STOPPED) {
            assertThat(StoppedInterventions.release(state, MARIA))
                    .as("%s", state)
                    .isEmpty();
            assertThat(StoppedInterventions.discard(state, Problems.refusal(), MARIA))
                    .as("%s", state)
                    .isEmpty();
        }
    }

    @Test
    void what_lies_aside_can_only_be_restored() {
        assertThat(StoppedInterventions.release(DISCARDED, MARIA)).isEmpty();
        assertThat(StoppedInterventions.discard(DISCARDED, Problems.refusal(), MARIA))
                .isEmpty();
        assertThat(StoppedInterventions.restore(DISCARDED, MARIA)).isPresent();
    }

    @Test
    void only_what_lies_aside_can_be_restored() {
        for (FlowState state : NOT_STOPPED) {
            assertThat(StoppedInterventions.restore(state, MARIA))
                    .as("%s", state)
                    .isEmpty();
        }
        assertThat(StoppedInterventions.restore(HELD, MARIA)).isEmpty();
        assertThat(StoppedInterventions.restore(FAILED, MARIA)).isEmpty();
    }

    @Test
    void a_failed_order_goes_on_where_it_stopped_whether_it_is_released_or_replayed() {
        assertThat(SendingJourney.from(FAILED).released().state()).isEqualTo(new Ready(Orders.file(), 0));
        assertThat(SendingJourney.from(FAILED).replayed().state()).isEqualTo(new Ready(Orders.file(), 0));
    }

    @Test
    void a_failed_order_can_be_put_aside_and_brought_back() {
        SendingJourney journey = SendingJourney.from(FAILED).discarded();

        assertThat(journey.state()).isEqualTo(Discarded.because(Problems.because("not-wanted"), FAILED));
        assertThat(journey.restored().state()).isEqualTo(FAILED);
    }

    @Test
    void whoever_acts_stands_in_the_history() {
        assertThat(SendingJourney.from(HELD).replayed().history())
                .extracting(HistoryEntry::actor, HistoryEntry::event)
                .containsExactly(org.assertj.core.api.Assertions.tuple("maria", "replayed"));
    }
}
