package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.Delivered;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.sending.SendingState.Uploading;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SendingDecisionsTest {

    @Nested
    class Preparing {

        @Test
        void an_announced_order_is_prepared_and_nothing_is_written_into_its_history_for_it() {
            SendingJourney journey = SendingJourney.announced().takenUp();

            assertThat(journey.state()).isEqualTo(new Announced(0));
            assertThat(journey.step()).isEqualTo(new Step.Prepare());
            assertThat(journey.history()).isEmpty();
        }

        @Test
        void a_written_order_commits_the_intent_to_upload_before_it_uploads() {
            SendingJourney journey = SendingJourney.announced().prepared(SendingJourney.written());

            assertThat(journey.state()).isEqualTo(new Uploading(Orders.file(), 0));
            assertThat(journey.step()).isEqualTo(new Step.Write());
            assertThat(journey.events()).containsExactly("encoded", "upload-intended");
        }

        @Test
        void a_revision_that_the_folder_holds_already_is_delivered_and_not_sent_a_second_time() {
            SendingJourney journey =
                    SendingJourney.announced().prepared(new Preparation.AlreadyThere(Orders.file(), List.of()));

            assertThat(journey.state()).isEqualTo(new Delivered(Orders.file(), Problems.NOON));
            assertThat(journey.step()).isEqualTo(new Step.Rest());
        }

        @Test
        void a_revision_that_tells_nothing_is_put_aside_and_can_be_brought_back() {
            SendingJourney journey = SendingJourney.announced()
                    .prepared(new Preparation.NothingNew(Problems.because("nothing-changed")));

            assertThat(journey.state().condition()).isEqualTo(Condition.DISCARDED);
            assertThat(journey.step()).isEqualTo(new Step.Rest());
            assertThat(journey.restored().state()).isEqualTo(new Announced(0));
            assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON));
        }

        @Test
        void an_order_that_cannot_be_aligned_is_held_and_starts_anew_when_a_person_lets_it_go_on() {
            var stopped = new Preparation.Stopped(Problems.because("unit-unknown"), List.of());
            SendingJourney held = SendingJourney.from(new Announced(2)).prepared(stopped);

            assertThat(held.state()).isEqualTo(Held.because(Problems.because("unit-unknown"), new Announced(0)));
            assertThat(held.step()).isEqualTo(new Step.Rest());
            assertThat(held.released().state()).isEqualTo(new Announced(0));
        }

        @Test
        void an_order_of_which_lines_are_missing_is_read_again_a_bounded_number_of_times_and_then_held() {
            var missing = new Preparation.NotWhole(Problems.because("order-incomplete"));
            SendingJourney journey = SendingJourney.announced().prepared(missing);
            assertThat(journey.state()).isEqualTo(new Announced(1));
            assertThat(journey.step()).isInstanceOf(Step.WaitUntil.class);

            int most = RetryTiming.USUAL.attempts();
            SendingJourney last = SendingJourney.from(new Announced(most - 1)).prepared(missing);
            assertThat(last.state()).isEqualTo(Held.because(Problems.because("order-incomplete"), new Announced(0)));
            assertThat(last.step()).isEqualTo(new Step.Rest());
        }

        @Test
        void an_order_that_may_not_be_read_has_failed() {
            SendingJourney journey = SendingJourney.announced().prepared(new Preparation.Refused(Problems.refusal()));

            assertThat(journey.state()).isEqualTo(new Failed(Problems.refusal(), new Announced(0)));
            assertThat(journey.replayed().state()).isEqualTo(new Announced(0));
        }

        @Test
        void an_order_that_cannot_be_read_now_is_tried_again_until_its_attempts_are_used_up() {
            var later = new Preparation.Later(Problems.serverError(), Optional.empty());
            SendingJourney journey = SendingJourney.announced().prepared(later);

            assertThat(journey.state()).isEqualTo(new Announced(1));
            assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON.plusSeconds(1)));
            assertThat(journey.prepared(later).state()).isEqualTo(new Announced(2));
            assertThat(journey.prepared(later).state()).isEqualTo(new Failed(Problems.serverError(), new Announced(0)));
            assertThat(journey.events()).containsExactly("postponed", "postponed", "given-up");
        }

        @Test
        void waiting_for_a_closed_way_uses_up_no_attempt_and_lasts_as_long_as_was_asked_for() {
            var later = new Preparation.Later(Problems.throttled(), Optional.of(Duration.ofMinutes(17)));
            SendingJourney journey = SendingJourney.from(new Announced(2));
            for (int i = 0; i < 10; i++) {
                journey.prepared(later);
            }

            assertThat(journey.state()).isEqualTo(new Announced(2));
            assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON.plusSeconds(17 * 60)));
        }
    }

    @Nested
    class Uploads {

        @Test
        void an_upload_that_was_confirmed_is_delivered_with_what_the_gateway_said_on_record() {
            SendingJourney journey = SendingJourney.uploading().uploadEnds(SendingJourney.uploaded());

            assertThat(journey.state()).isEqualTo(new Delivered(Orders.file(), Problems.NOON));
            assertThat(journey.step()).isEqualTo(new Step.Rest());
            assertThat(journey.history().getLast().details()).containsEntry("fileId", "f-17");
        }

        @Test
        void an_upload_that_was_refused_has_failed_and_a_replay_sends_the_same_file() {
            SendingJourney journey = SendingJourney.uploading().uploadEnds(Outcome.refused(Problems.refusal()));

            assertThat(journey.state()).isEqualTo(new Failed(Problems.refusal(), new Ready(Orders.file(), 0)));
            assertThat(journey.replayed().state()).isEqualTo(new Ready(Orders.file(), 0));
            assertThat(journey.takenUp().state()).isEqualTo(new Uploading(Orders.file(), 0));
        }

        @Test
        void an_upload_that_certainly_did_not_happen_is_tried_again_until_its_attempts_are_used_up() {
            SendingJourney journey = SendingJourney.uploading();
            for (int failures = 1; failures <= 2; failures++) {
                journey.uploadEnds(Outcome.notNow(Problems.serverError()));
                assertThat(journey.state()).isEqualTo(new Ready(Orders.file(), failures));
                journey.takenUp();
            }
            journey.uploadEnds(Outcome.notNow(Problems.serverError()));

            assertThat(journey.state()).isEqualTo(new Failed(Problems.serverError(), new Ready(Orders.file(), 0)));
        }

        @Test
        void an_upload_nobody_can_vouch_for_is_in_doubt_and_the_folder_is_asked_at_once() {
            SendingJourney journey = SendingJourney.inDoubt();

            assertThat(journey.state()).isEqualTo(new InDoubt(Orders.file(), Problems.NOON, 0));
            assertThat(journey.state().condition()).isEqualTo(Condition.UNKNOWN);
            assertThat(journey.step()).isEqualTo(new Step.Ask());
        }

        @Test
        void an_upload_under_way_when_the_process_ended_is_in_doubt_and_never_simply_repeated() {
            SendingJourney journey =
                    SendingJourney.from(new Uploading(Orders.file(), 2)).takenUp();

            assertThat(journey.state()).isEqualTo(new InDoubt(Orders.file(), Problems.NOON, 0));
            assertThat(journey.step()).isEqualTo(new Step.Ask());
            assertThat(journey.events()).containsExactly("upload-in-doubt");
        }

        @Test
        void a_crash_while_the_folder_was_being_asked_asks_again() {
            InDoubt doubt = new InDoubt(Orders.file(), Problems.NOON, 3);

            assertThat(SendingJourney.from(doubt).takenUp().state()).isEqualTo(doubt);
            assertThat(SendingJourney.from(doubt).takenUp().step()).isEqualTo(new Step.Ask());
        }
    }

    @Nested
    class Settled {

        private final List<FlowState> settled = List.of(
                new Delivered(Orders.file(), Problems.NOON),
                Held.because(Problems.refusal(), new Announced(0)),
                new Failed(Problems.refusal(), new Announced(0)),
                Discarded.because(Problems.refusal(), new Announced(0)));

        @Test
        void a_settled_order_rests_when_it_is_taken_up() {
            for (FlowState state : settled) {
                assertThat(state.condition().settled()).as("%s", state).isTrue();
                assertThat(SendingJourney.from(state).takenUp().state()).isEqualTo(state);
                assertThat(SendingJourney.from(state).takenUp().step()).isEqualTo(new Step.Rest());
            }
        }

        @Test
        void a_held_or_failed_order_stands_where_it_stopped() {
            assertThat(Held.because(Problems.refusal(), new Announced(0)).stage())
                    .isEqualTo(new Announced(0).stage());
            assertThat(new Failed(Problems.refusal(), new Ready(Orders.file(), 0)).stage())
                    .isEqualTo(new Ready(Orders.file(), 0).stage());
            assertThat(Discarded.because(Problems.refusal(), new Announced(0)).stage())
                    .isEqualTo(new Announced(0).stage());
        }
    }
}
