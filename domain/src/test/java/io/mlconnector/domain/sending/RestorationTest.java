package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.domain.sending.Restoration.Permission;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.Delivered;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestorationTest {

    private static final Restoration HOLDING = new Restoration(Instant.parse("2026-03-02T09:00:00Z"), "");

    private static HistoryEntry held(Restoration restoration) {
        return HistoryEntry.entry(Problems.NOON, "held", restoration.problem(OutgoingSubject.ORDER));
    }

    @Test
    void a_document_that_nobody_has_decided_about_is_held() {
        assertThat(HOLDING.of(List.of())).isEqualTo(Permission.HOLD);
        assertThat(HOLDING.of(List.of(HistoryEntry.entry(Problems.NOON, "held", Problems.because("unit-unknown")))))
                .isEqualTo(Permission.HOLD);
    }

    @Test
    void a_document_that_was_held_for_it_and_comes_again_was_let_go_and_is_sent() {
        assertThat(HOLDING.of(List.of(held(HOLDING)))).isEqualTo(Permission.SEND);
    }

    @Test
    void what_was_let_go_after_an_earlier_restoration_is_held_again() {
        Restoration earlier = new Restoration(HOLDING.noticed().minusSeconds(60), "");

        assertThat(HOLDING.of(List.of(held(earlier)))).isEqualTo(Permission.HOLD);
    }

    @Test
    void what_is_marked_as_sent_is_never_sent_even_when_the_restoration_is_over() {
        List<HistoryEntry> marked =
                List.of(held(HOLDING), Restoration.markedAsSent(Problems.NOON, "maria", "the vendor said so"));

        assertThat(HOLDING.of(marked)).isEqualTo(Permission.RECORD_AS_SENT);
        assertThat(HOLDING.over(Problems.NOON).of(marked)).isEqualTo(Permission.RECORD_AS_SENT);
    }

    @Test
    void once_it_is_over_new_documents_are_sent() {
        List<HistoryEntry> announced = List.of(HistoryEntry.entry(Problems.NOON, "announced", "F&O confirmed it"));

        assertThat(HOLDING.over(Problems.NOON).of(List.of())).isEqualTo(Permission.SEND);
        assertThat(HOLDING.over(Problems.NOON).of(announced)).isEqualTo(Permission.SEND);
        assertThat(HOLDING.of(announced)).isEqualTo(Permission.HOLD);
    }

    @Test
    void what_stood_still_for_another_reason_until_it_was_over_is_held_when_its_turn_comes() {
        HistoryEntry announced = HistoryEntry.entry(Problems.NOON, "announced", "F&O confirmed it");
        HistoryEntry stuck = HistoryEntry.entry(Problems.NOON, "held", Problems.because("unit-unknown"));
        Restoration over = HOLDING.over(Problems.NOON.plusSeconds(60));

        assertThat(over.of(List.of(announced, stuck))).isEqualTo(Permission.HOLD);
        assertThat(over.of(List.of(announced, stuck, held(over)))).isEqualTo(Permission.SEND);
    }

    @Test
    void nothing_is_created_while_a_write_of_before_may_still_arrive() {
        Duration writes = RetryTiming.USUAL.untilNoCounts();
        Instant noticed = HOLDING.noticed();

        assertThat(writes).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
        assertThat(HOLDING.lateWrites(noticed, writes)).contains(writes);
        assertThat(HOLDING.lateWrites(noticed.plus(writes).minusMillis(1), writes))
                .contains(Duration.ofMillis(1));
        assertThat(HOLDING.lateWrites(noticed.plus(writes), writes)).isEmpty();
        assertThat(HOLDING.over(noticed.plusSeconds(1)).lateWrites(noticed.plusSeconds(2), writes))
                .as("also when a person has settled it")
                .isPresent();
        Problem waiting = HOLDING.whileWritesMayArrive(writes);
        assertThat(waiting.message()).contains("none is created until " + noticed.plus(writes));
        assertThat(RetryTiming.counted(3, waiting)).as("no attempt").isEqualTo(3);
    }

    @Test
    void it_is_remembered_as_it_was() {
        assertThat(Restoration.parse(HOLDING.text())).isEqualTo(HOLDING);
        assertThat(Restoration.parse(HOLDING.over(Problems.NOON).text())).isEqualTo(HOLDING.over(Problems.NOON));
        Restoration shown = new Restoration(HOLDING.noticed(), "its history ends at entry 12");
        assertThat(Restoration.parse(shown.text())).isEqualTo(shown);
        assertThat(Restoration.parse(shown.over(Problems.NOON).text())).isEqualTo(shown.over(Problems.NOON));
        assertThat(shown.problem().message()).contains("its history ends at entry 12", "ml-connector reconcile");
        assertThatThrownBy(() -> Restoration.parse("yesterday holding")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_problem_says_what_to_do_and_is_one_cause_for_all() {
        Problem problem = HOLDING.problem(OutgoingSubject.ORDER);

        assertThat(problem.message()).contains("order", "ml-connector reconcile");
        assertThat(problem.causeKey()).isEqualTo(Restoration.CODE);
    }

    @Test
    void a_held_order_that_is_marked_as_sent_is_recorded_as_delivered() {
        Problem why = HOLDING.problem(OutgoingSubject.ORDER);
        SendingJourney journey = SendingJourney.announced()
                .prepared(new Preparation.Stopped(why, List.of()))
                .markedAsSent();

        assertThat(journey.state()).isEqualTo(new Announced(0));
        assertThat(journey.prepared(new Preparation.SentBefore(Orders.file(), List.of()))
                        .state())
                .isEqualTo(new Delivered(Orders.file(), Problems.NOON));
        assertThat(journey.events()).contains(Restoration.MARKED_AS_SENT, "delivered");
    }

    @Test
    void only_what_is_held_for_it_can_be_marked_as_sent() {
        assertThat(SendingInterventions.markAsSent(
                        Held.because(Problems.because("unit-unknown"), new Announced(0)), Problems.operator("sent")))
                .isEmpty();
        assertThat(SendingInterventions.markAsSent(new Announced(0), Problems.operator("sent")))
                .isEmpty();
    }

    @Test
    void stored_bytes_are_held_too_and_keep_their_place() {
        Problem why = HOLDING.problem(OutgoingSubject.ORDER);
        Ready ready = new Ready(Orders.file(), 0);

        assertThat(SendingJourney.from(ready).heldSinceRestoration(why).state()).isEqualTo(Held.because(why, ready));
        assertThat(SendingJourney.from(ready)
                        .heldSinceRestoration(why)
                        .markedAsSent()
                        .sentBefore()
                        .state())
                .isEqualTo(new Delivered(Orders.file(), Problems.NOON));
    }
}
