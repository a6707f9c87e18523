package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.Delivered;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.sending.SendingState.Uploading;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import org.junit.jupiter.api.Test;

class SendingStateTest {
    private static final Problem WHY = Problems.because("item-unknown");
    private static final Announced ANNOUNCED = new Announced(0);
    private static final Ready READY = new Ready(Orders.file(), 0);
    private static final InDoubt IN_DOUBT = new InDoubt(Orders.file(), Problems.NOON, 0);
    private static final Delivered DELIVERED = new Delivered(Orders.file(), Problems.NOON);

    @Test
    void a_state_says_how_far_the_order_has_come() {
        assertThat(ANNOUNCED.stage()).isEqualTo(Stage.ANNOUNCED);
        assertThat(READY.stage()).isEqualTo(Stage.ENCODED);
        assertThat(new Uploading(Orders.file(), 0).stage()).isEqualTo(Stage.ENCODED);
        assertThat(IN_DOUBT.stage()).isEqualTo(Stage.ENCODED);
        assertThat(DELIVERED.stage()).isEqualTo(Stage.DELIVERED);
    }

    @Test
    void only_what_may_lie_in_the_folder_may_have_been_written() {
        assertThat(ANNOUNCED.mayHaveWritten()).isFalse();
        assertThat(READY.mayHaveWritten()).isFalse();
        assertThat(new Ready(Orders.file(), 0, true).mayHaveWritten()).isTrue();
        assertThat(new Uploading(Orders.file(), 0).mayHaveWritten()).isTrue();
        assertThat(IN_DOUBT.mayHaveWritten()).isTrue();
        assertThat(DELIVERED.mayHaveWritten()).isTrue();
    }

    @Test
    void conditions_are_those_that_people_see() {
        assertThat(READY.condition()).isEqualTo(Condition.MOVING);
        assertThat(READY.reason()).isEmpty();
        assertThat(IN_DOUBT.condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(DELIVERED.condition()).isEqualTo(Condition.DONE);
    }

    @Test
    void a_doubt_names_the_file() {
        assertThat(IN_DOUBT.reason())
                .hasValueSatisfying(
                        why -> assertThat(why.message()).contains(Orders.file().name()));
    }
}
