package io.mlconnector.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Progress;
import io.mlconnector.domain.intake.Repetition.Arriving;
import io.mlconnector.domain.intake.Repetition.Earlier;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Problem WHY = Problem.named("refused", "it", "It was refused.");
    private static final DocumentId FIRST = new DocumentId("d-1");
    private static final DocumentId AGAIN = new DocumentId("d-2");
    private static final Progress RECEIVED = new InvoiceState.Received(Set.of(), 0);
    private static final Progress WRITTEN = new InvoiceState.Posted("VI-1", NOON);

    private static Repetition again(FlowState earlier) {
        return again(earlier, "a");
    }

    private static Repetition again(FlowState earlier, String digit) {
        return Repetition.of(new Arriving(AGAIN, hash(digit), RECEIVED), new Earlier(FIRST, hash("a"), earlier), NOON);
    }

    private static Optional<ContentHash> hash(String digit) {
        return Optional.of(new ContentHash(digit.repeat(64)));
    }

    private static void isHeld(Repetition repetition, String code) {
        assertThat(repetition).isInstanceOfSatisfying(Repetition.Clash.class, clash -> {
            assertThat(clash.state().reason().map(Problem::code)).contains(code);
            assertThat(clash.state().progress()).isEqualTo(RECEIVED);
        });
    }

    @Test
    void the_same_set_is_a_duplicate_while_the_first_is_on_its_way_or_arrived() {
        for (FlowState earlier : List.<FlowState>of(RECEIVED, WRITTEN, Held.because(WHY, RECEIVED))) {
            assertThat(again(earlier))
                    .isInstanceOfSatisfying(
                            Repetition.Duplicate.class,
                            duplicate ->
                                    assertThat(duplicate.state().duplicateOf()).contains(FIRST));
        }
    }

    @Test
    void other_content_under_the_same_numbers_is_held_and_never_dropped() {
        isHeld(again(WRITTEN, "b"), "control-numbers-reused");
    }

    @Test
    void a_resend_takes_the_place_of_a_first_attempt_that_failed_before_anything_was_written() {
        assertThat(again(new Failed(WHY, RECEIVED)))
                .isInstanceOfSatisfying(Repetition.Replacement.class, replacement -> {
                    assertThat(replacement.earlier()).isEqualTo(FIRST);
                    assertThat(replacement.discarding().next().replacedBy()).contains(AGAIN);
                });
    }

    @Test
    void a_resend_makes_a_first_attempt_go_on_that_failed_half_way() {
        assertThat(again(new Failed(WHY, WRITTEN))).isInstanceOfSatisfying(Repetition.Revival.class, revival -> {
            assertThat(revival.duplicateOf()).isEqualTo(FIRST);
            assertThat(revival.again().next()).isEqualTo(WRITTEN);
        });
    }

    @Test
    void a_resend_of_what_a_person_discarded_is_held_whether_or_not_something_was_written() {
        isHeld(again(Discarded.because(WHY, Held.because(WHY, RECEIVED))), "discarded-before");
        isHeld(again(Discarded.because(WHY, new Failed(WHY, WRITTEN))), "discarded-before");
    }
}
