package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.Delivered;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.sending.SendingState.Uploading;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendingReplayTest {

    private static final HistoryEntry MARIA = Problems.operator("replay");
    private static final OutboundFile FILE = Orders.file();
    private static final OutboundFile EDITED = new OutboundFile(
            FILE.folder(), FILE.name(), new ContentHash("e".repeat(64)), 7, FILE.transactionSetId(), FILE.numbers());
    private static final Halted DOUBTED = new Failed(Problems.refusal(), new Ready(FILE, 0, true));
    private static final Halted IN_DOUBT =
            Held.because(Problems.refusal(), new InDoubt(FILE, Problems.NOON, Problems.ASKINGS));

    private static Replay replay(FlowState state) {
        return SendingInterventions.replay(state, OutgoingSubject.ORDER, Optional.empty(), MARIA);
    }

    @Test
    void an_order_that_waits_is_brought_forward() {
        for (FlowState state : List.of(new Announced(2), new Ready(FILE, 2))) {
            SendingJourney journey = SendingJourney.from(state).replayed();

            assertThat(journey.state()).isEqualTo(state);
            assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON));
        }
    }

    @Test
    void a_written_order_that_certainly_was_not_sent_can_be_written_anew() {
        for (FlowState state : List.of(
                new Ready(FILE, 1),
                new Failed(Problems.refusal(), new Ready(FILE, 0)),
                new Failed(Problems.refusal(), new Announced(0)),
                Held.because(Problems.refusal(), new Announced(0)))) {
            assertThat(SendingJourney.from(state).replayedFrom(Stage.ANNOUNCED).state())
                    .isEqualTo(new Announced(0));
        }
    }

    @Test
    void a_written_order_can_be_sent_again_with_the_same_bytes() {
        assertThat(SendingJourney.from(new Ready(FILE, 3))
                        .replayedFrom(Stage.ENCODED)
                        .state())
                .isEqualTo(new Ready(FILE, 0));
        assertThat(SendingJourney.from(DOUBTED).replayedFrom(Stage.ENCODED).state())
                .isEqualTo(new Ready(FILE, 0, true));
    }

    @Test
    void what_may_have_arrived_is_never_written_anew_under_another_number() {
        assertThat(SendingJourney.from(DOUBTED).refusalFrom(Stage.ANNOUNCED)).contains("may have arrived", "encoded");
        assertThat(SendingJourney.from(IN_DOUBT).refusalFrom(Stage.ANNOUNCED)).contains("Nobody knows", "asked again");
        assertThat(SendingJourney.from(IN_DOUBT).refusalFrom(Stage.ENCODED)).contains("release");
    }

    @Test
    void the_doubt_about_an_upload_outlives_its_repetition() {
        SendingJourney again = SendingJourney.from(IN_DOUBT).released().takenUp();
        assertThat(again.state()).isEqualTo(new Uploading(FILE, 0, true));

        assertThat(again.uploadEnds(Outcome.refused(Problems.refusal())).state())
                .isEqualTo(new Failed(Problems.refusal(), new Ready(FILE, 0, true)));
        assertThat(SendingJourney.from(new Uploading(FILE, 0, true))
                        .uploadEnds(Outcome.notNow(Problems.throttled()))
                        .state()
                        .mayHaveWritten())
                .isTrue();
    }

    @Test
    void an_order_in_doubt_is_asked_for_again_and_only_by_itself_while_it_is_being_asked() {
        assertThat(SendingJourney.from(IN_DOUBT).replayed().state()).isEqualTo(new InDoubt(FILE, Problems.NOON, 0));
        assertThat(replay(new InDoubt(FILE, Problems.NOON, 1))).isInstanceOf(Replay.Refused.class);
        assertThat(replay(new Uploading(FILE, 0))).isInstanceOf(Replay.Refused.class);
    }

    @Test
    void a_stage_that_is_not_possible_is_refused_with_what_is_possible() {
        SendingJourney held = SendingJourney.from(Held.because(Problems.refusal(), new Announced(0)));

        assertThat(held.refusalFrom(Stage.ENCODED)).contains("not written yet", "announced");
        assertThat(held.refusalFrom(Stage.CHECKED)).contains("announced", "encoded", "not from checked");
    }

    @Test
    void a_delivered_order_is_left_alone_and_the_attempt_is_written_down() {
        SendingState delivered = new Delivered(FILE, Problems.NOON);

        assertThat(replay(delivered))
                .isEqualTo(new Replay.Nothing(
                        new Decision(
                                delivered,
                                new Step.Rest(),
                                List.of(
                                        MARIA,
                                        HistoryEntry.entry(
                                                Problems.NOON,
                                                "nothing-to-do",
                                                "Nothing: delivered as " + FILE.name() + " on 2026-03-10."))),
                        "delivered as " + FILE.name() + " on 2026-03-10."));
    }

    @Test
    void what_was_put_aside_by_itself_is_prepared_again_and_what_a_person_put_aside_is_restored_first() {
        FlowState itself = Discarded.because(Problems.because("nothing-changed"), new Announced(0));
        FlowState person = Discarded.because(Problems.because("not-wanted"), IN_DOUBT);

        assertThat(SendingJourney.from(itself).replayed().state()).isEqualTo(new Announced(0));
        assertThat(replay(person))
                .isInstanceOfSatisfying(
                        Replay.Refused.class,
                        refused -> assertThat(refused.why()).contains("Restore it first"));
    }

    @Test
    void stored_bytes_are_not_sent_after_a_later_revision() {
        Problem later = Problems.because("superseded");
        SendingJourney journey = SendingJourney.from(new Ready(FILE, 0)).supersededBy(later);

        assertThat(journey.state()).isEqualTo(Discarded.because(later, new Ready(FILE, 0)));
        assertThat(journey.restored().state()).isEqualTo(new Ready(FILE, 0));
    }

    @Test
    void an_order_that_was_never_sent_can_be_edited() {
        for (FlowState state : List.of(new Ready(FILE, 2), new Failed(Problems.refusal(), new Ready(FILE, 0)))) {
            assertThat(SendingJourney.from(state).edited(EDITED).state()).isEqualTo(new Ready(EDITED, 0));
        }
    }

    @Test
    void an_order_that_may_have_been_sent_or_is_not_written_cannot_be_edited() {
        for (FlowState state : List.of(
                new Announced(0),
                Held.because(Problems.refusal(), new Announced(0)),
                new Uploading(FILE, 0),
                new InDoubt(FILE, Problems.NOON, 1),
                DOUBTED,
                IN_DOUBT,
                new Delivered(FILE, Problems.NOON),
                Discarded.because(Problems.refusal(), DOUBTED))) {
            assertThat(SendingInterventions.resubmit(state, OutgoingSubject.ORDER, EDITED, MARIA))
                    .as("%s", state)
                    .isInstanceOf(Replay.Refused.class);
        }
    }
}
