package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class OutgoingSubjectTest {

    private static final OutboundFile FILE = new OutboundFile(
            FolderReference.parse("/upload/acme"),
            "997_acme_1.edi",
            new ContentHash("0".repeat(64)),
            10,
            "997",
            Optional.empty());

    private static final HistoryEntry MARIA =
            HistoryEntry.entry(Instant.parse("2026-03-02T12:00:00Z"), "replayed", "x");

    private static final Problem WHY = Problem.named("why", "", "Why.");

    private static String refusal(Replay replay) {
        assertThat(replay).isInstanceOf(Replay.Refused.class);
        return ((Replay.Refused) replay).why();
    }

    @Test
    void the_transaction_set_says_what_a_document_is_about() {
        assertThat(OutgoingSubject.of("850")).isEqualTo(OutgoingSubject.ORDER);
        assertThat(OutgoingSubject.of("860")).isEqualTo(OutgoingSubject.ORDER);
        assertThat(OutgoingSubject.of("997")).isEqualTo(OutgoingSubject.ACKNOWLEDGEMENT);
        assertThat(OutgoingSubject.of("TA1")).isEqualTo(OutgoingSubject.ACKNOWLEDGEMENT);
        assertThat(OutgoingSubject.of("824")).isEqualTo(OutgoingSubject.ADVICE);
    }

    @ParameterizedTest
    @EnumSource(value = OutgoingSubject.class, mode = Mode.EXCLUDE, names = "ORDER")
    void nobody_is_sent_to_an_order_that_does_not_exist(OutgoingSubject subject) {
        FlowState held = Held.because(WHY, new SendingState.Ready(FILE, 0));
        FlowState doubted = Held.because(WHY, new SendingState.InDoubt(FILE, MARIA.at(), 7));
        assertThat(refusal(SendingInterventions.resubmit(held, subject, FILE, MARIA)))
                .contains(subject.noun())
                .doesNotContain("order in F&O");
        assertThat(refusal(SendingInterventions.replay(doubted, subject, Optional.of(Stage.ENCODED), MARIA)))
                .contains(subject.noun())
                .doesNotContain("order");
        assertThat(refusal(SendingInterventions.replay(
                        new SendingState.Announced(0), subject, Optional.of(Stage.ENCODED), MARIA)))
                .doesNotContain("order");
        assertThat(SendingInterventions.contentMissing(subject, FILE).message())
                .contains(FILE.name(), "discard")
                .doesNotContain("order in F&O");
    }

    @Test
    void an_order_is_corrected_in_f_and_o() {
        assertThat(refusal(SendingInterventions.resubmit(
                        new SendingState.Announced(0), OutgoingSubject.ORDER, FILE, MARIA)))
                .contains("Correct the order in F&O");
        assertThat(SendingInterventions.contentMissing(OutgoingSubject.ORDER, FILE)
                        .message())
                .contains("confirm the order again");
    }
}
