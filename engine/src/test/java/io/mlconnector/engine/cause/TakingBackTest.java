package io.mlconnector.engine.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.cause.TakingBack.Verdict;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakingBackTest {

    private static final Instant BEGAN = Instant.parse("2026-03-10T09:00:00Z");

    private static DocumentRecord document(Direction direction, Condition condition, Stage stage) {
        FlowState state = new SendingState.Announced(0);
        return new DocumentRecord(
                new DocumentId("d1"),
                "main",
                "acme",
                direction,
                direction == Direction.OUTBOUND ? "850" : "810",
                BusinessKeys.ofConfirmation("usmf", "PO-1", "PO-1-1"),
                condition,
                stage,
                Validity.VALID,
                Acknowledgement.NONE,
                Optional.empty(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                BEGAN,
                BEGAN,
                Attention.NONE);
    }

    private static Verdict verdict(DocumentRecord document, HistoryEntry... history) {
        return TakingBack.of(document, List.of(history), BEGAN).verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "INBOUND, HELD, DECODED, POSSIBLE",
        "INBOUND, WAITING, DECODED, POSSIBLE",
        "INBOUND, FAILED, CHECKED, POSSIBLE",
        "INBOUND, MOVING, DECODED, BUSY",
        "INBOUND, UNKNOWN, CHECKED, WRITTEN",
        "INBOUND, DONE, POSTED, WRITTEN",
        "INBOUND, DISCARDED, DECODED, POSSIBLE",
        "OUTBOUND, HELD, FETCHED, POSSIBLE",
        "OUTBOUND, WAITING, ALIGNED, WRITTEN",
        "OUTBOUND, HELD, ENCODED, WRITTEN"
    })
    void it_depends_on_whether_what_was_entered_is_in_use(
            Direction direction, Condition condition, Stage stage, Verdict expected) {
        assertThat(verdict(document(direction, condition, stage))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"post-intended", "upload-intended", "delete-intended"})
    void a_write_that_was_intended_since_may_have_happened_whatever_became_of_it(String intent) {
        DocumentRecord held = document(Direction.INBOUND, Condition.HELD, Stage.CHECKED);

        assertThat(verdict(held, HistoryEntry.entry(BEGAN, intent, "About to write.")))
                .isEqualTo(Verdict.WRITTEN);
        assertThat(verdict(held, HistoryEntry.entry(BEGAN.minusMillis(1), intent, "About to write.")))
                .isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void only_what_stands_still_is_examined_again() {
        assertThat(TakingBack.again(document(Direction.INBOUND, Condition.HELD, Stage.DECODED)))
                .isTrue();
        assertThat(TakingBack.again(document(Direction.INBOUND, Condition.DISCARDED, Stage.DECODED)))
                .isFalse();
    }
}
