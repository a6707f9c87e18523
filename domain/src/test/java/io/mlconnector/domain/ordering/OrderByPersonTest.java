package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.HistoryEntry;
import io.mlconnector.domain.ordering.OrderState.Announced;
import io.mlconnector.domain.ordering.OrderState.Delivered;
import io.mlconnector.domain.ordering.OrderState.Discarded;
import io.mlconnector.domain.ordering.OrderState.Failed;
import io.mlconnector.domain.ordering.OrderState.Held;
import io.mlconnector.domain.ordering.OrderState.InDoubt;
import io.mlconnector.domain.ordering.OrderState.Ready;
import io.mlconnector.domain.ordering.OrderState.Uploading;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderByPersonTest {

    private static final HistoryEntry MARIA = Problems.operator("did-it");
    private static final OrderState HELD = new Held(Problems.refusal(), new Announced(0));
    private static final OrderState FAILED = new Failed(Problems.refusal(), new Ready(Orders.file(), 0));
    private static final OrderState DISCARDED = new Discarded(Problems.refusal(), HELD);
    private static final List<OrderState> NOT_STOPPED = List.of(
            new Announced(0),
            new Ready(Orders.file(), 0),
            new Uploading(Orders.file(), 0),
            new InDoubt(Orders.file(), Problems.NOON, 0),
            new Delivered(Orders.file(), Problems.NOON));

    @Test
    void nothing_that_moves_or_arrived_can_be_released_or_discarded() {
        for (OrderState state : NOT_STOPPED) {
            assertThat(OrderInterventions.release(state, MARIA)).as("%s", state).isEmpty();
            assertThat(OrderInterventions.discard(state, Problems.refusal(), MARIA))
                    .as("%s", state)
                    .isEmpty();
        }
    }

    @Test
    void what_lies_aside_can_only_be_restored() {
        assertThat(OrderInterventions.release(DISCARDED, MARIA)).isEmpty();
        assertThat(OrderInterventions.discard(DISCARDED, Problems.refusal(), MARIA))
                .isEmpty();
        assertThat(OrderInterventions.restore(DISCARDED, MARIA)).isPresent();
    }

    @Test
    void only_what_lies_aside_can_be_restored() {
        for (OrderState state : NOT_STOPPED) {
            assertThat(OrderInterventions.restore(state, MARIA)).as("%s", state).isEmpty();
        }
        assertThat(OrderInterventions.restore(HELD, MARIA)).isEmpty();
        assertThat(OrderInterventions.restore(FAILED, MARIA)).isEmpty();
    }

    @Test
    void a_failed_order_goes_on_where_it_stopped_whether_it_is_released_or_replayed() {
        assertThat(OrderJourney.from(FAILED).released().state()).isEqualTo(new Ready(Orders.file(), 0));
        assertThat(OrderJourney.from(FAILED).replayed().state()).isEqualTo(new Ready(Orders.file(), 0));
    }

    @Test
    void a_failed_order_can_be_put_aside_and_brought_back() {
        OrderJourney journey = OrderJourney.from(FAILED).discarded();

        assertThat(journey.state()).isEqualTo(new Discarded(Problems.because("not-wanted"), FAILED));
        assertThat(journey.restored().state()).isEqualTo(FAILED);
    }

    @Test
    void whoever_acts_stands_in_the_history() {
        assertThat(OrderJourney.from(HELD).replayed().history())
                .extracting(HistoryEntry::actor, HistoryEntry::event)
                .containsExactly(org.assertj.core.api.Assertions.tuple("maria", "replayed"));
    }
}
