package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.sending.SendingState.Delivered;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.words.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UploadInDoubtTest {

    private static final FolderSearchResult WHOLE = new FolderSearchResult.Present(1_000);
    private static final FolderSearchResult HALF = new FolderSearchResult.Present(500);
    private static final FolderSearchResult OF_UNKNOWN_SIZE = new FolderSearchResult.Present(-1);
    private static final FolderSearchResult ABSENT = new FolderSearchResult.Absent();

    private static SendingJourney heldInDoubt() {
        SendingJourney journey = SendingJourney.inDoubt();
        for (int i = 0; i < Problems.ASKINGS; i++) {
            journey.folderShows(ABSENT);
        }
        return journey;
    }

    @Test
    void a_file_of_the_right_size_in_the_folder_proves_that_it_arrived() {
        SendingJourney journey = SendingJourney.inDoubt().folderShows(WHOLE);

        assertThat(journey.state()).isEqualTo(new Delivered(Orders.file(), Problems.NOON));
        assertThat(journey.events()).endsWith("delivered");
    }

    @Test
    void a_file_whose_size_the_gateway_does_not_tell_counts_as_arrived() {
        assertThat(SendingJourney.inDoubt().folderShows(OF_UNKNOWN_SIZE).state())
                .isInstanceOf(Delivered.class);
    }

    @Test
    void an_absent_file_is_asked_for_several_times_with_growing_patience_and_then_held() {
        SendingJourney journey = SendingJourney.inDoubt();
        for (int asked = 1; asked < Problems.ASKINGS; asked++) {
            journey.folderShows(ABSENT);
            assertThat(journey.state()).isEqualTo(new InDoubt(Orders.file(), Problems.NOON, asked));
            assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON.plusSeconds(1L << asked)));
        }
        journey.folderShows(ABSENT);

        assertThat(journey.state()).isInstanceOf(Held.class);
        assertThat(journey.reason().code()).isEqualTo("upload-in-doubt");
        assertThat(journey.reason().message()).contains(Orders.file().name(), "release", "discard");
    }

    @Test
    void an_absent_file_is_sent_again_under_the_same_name_where_that_was_agreed() {
        SendingJourney journey = SendingJourney.withResendAgreed(new InDoubt(Orders.file(), Problems.NOON, 3));

        assertThat(journey.folderShows(ABSENT).state()).isEqualTo(new Ready(Orders.file(), 0, true));
        assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON));
        assertThat(journey.events()).containsExactly("resend-agreed");
    }

    @Test
    void an_absent_file_is_not_sent_again_before_patience_ended_even_where_that_was_agreed() {
        SendingJourney journey = SendingJourney.withResendAgreed(new InDoubt(Orders.file(), Problems.NOON, 2));

        assertThat(journey.folderShows(ABSENT).state()).isEqualTo(new InDoubt(Orders.file(), Problems.NOON, 3));
    }

    @Test
    void a_half_file_may_still_grow_and_is_then_delivered() {
        SendingJourney journey = SendingJourney.inDoubt().folderShows(HALF);

        assertThat(journey.state()).isEqualTo(new InDoubt(Orders.file(), Problems.NOON, 1));
        assertThat(journey.folderShows(WHOLE).state()).isInstanceOf(Delivered.class);
    }

    @Test
    void a_file_that_stays_half_is_held_even_where_sending_again_was_agreed() {
        SendingJourney journey = SendingJourney.withResendAgreed(new InDoubt(Orders.file(), Problems.NOON, 3));
        journey.folderShows(HALF);

        assertThat(journey.reason().code()).isEqualTo("upload-incomplete");
        assertThat(journey.reason().message()).contains("500 of 1000 bytes", "Remove that file", "release");
    }

    @Test
    void a_folder_that_cannot_be_asked_now_is_asked_later_and_patience_does_not_shrink() {
        SendingJourney journey = SendingJourney.inDoubt()
                .asked(new Outcome.NotNow<>(Problems.throttled(), Optional.of(Duration.ofHours(1))));

        assertThat(journey.state()).isEqualTo(new InDoubt(Orders.file(), Problems.NOON, 0));
        assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON.plusSeconds(3600)));
    }

    @Test
    void a_question_without_an_answer_is_asked_again_and_patience_does_not_shrink() {
        SendingJourney journey = SendingJourney.inDoubt().asked(Outcome.unknown(Problems.connectionReset()));

        assertThat(journey.state()).isEqualTo(new InDoubt(Orders.file(), Problems.NOON, 0));
        assertThat(journey.step()).isInstanceOf(Step.WaitUntil.class);
        assertThat(journey.events()).endsWith("asking-postponed");
    }

    @Test
    void a_folder_that_refuses_to_answer_is_asked_several_times_and_then_the_order_is_held() {
        SendingJourney journey = SendingJourney.inDoubt();
        for (int i = 1; i < Problems.ASKINGS; i++) {
            assertThat(journey.asked(Outcome.refused(Problems.refusal())).state())
                    .isInstanceOf(InDoubt.class);
        }

        assertThat(journey.asked(Outcome.refused(Problems.refusal())).state()).isInstanceOf(Held.class);
        assertThat(journey.reason()).isEqualTo(Problems.refusal());
    }

    @Test
    void a_person_who_looked_has_the_same_bytes_sent_again() {
        SendingJourney journey = heldInDoubt().released();

        assertThat(journey.state()).isEqualTo(new Ready(Orders.file(), 0, true));
        assertThat(journey.history().getLast().actor()).isEqualTo("maria");
    }

    @Test
    void a_replay_of_an_order_in_doubt_asks_with_fresh_patience_and_sends_nothing() {
        assertThat(heldInDoubt().replayed().state()).isEqualTo(new InDoubt(Orders.file(), Problems.NOON, 0));
    }

    @Test
    void a_person_who_found_the_file_discards_the_order_and_may_change_his_mind() {
        SendingJourney journey = heldInDoubt();
        FlowState held = journey.state();

        assertThat(journey.discarded().state()).isInstanceOf(Discarded.class);
        assertThat(journey.restored().state()).isEqualTo(held);
        assertThat(journey.step()).isEqualTo(new Step.Rest());
    }
}
