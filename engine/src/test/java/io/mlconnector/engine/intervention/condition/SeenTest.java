package io.mlconnector.engine.intervention.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing is done to a document that is not what was shown of it. */
class SeenTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static DocumentRecord document(String id, String why, int attempts, Instant changed) {
        return new DocumentRecord(
                new DocumentId(id),
                "main",
                "acme",
                Direction.INBOUND,
                "810",
                BusinessKeys.NONE,
                Condition.HELD,
                Stage.CHECKED,
                Validity.VALID,
                Acknowledgement.NONE,
                Optional.of(Problem.named("price-differs", "price", why)),
                new SendingState.Announced(0),
                Optional.of(new ContentHash("0".repeat(64))),
                Optional.empty(),
                Optional.empty(),
                attempts,
                Optional.empty(),
                NOON,
                changed,
                NOON,
                Attention.NONE);
    }

    private static Seen carried(Seen seen) {
        return Seen.parse(seen.text());
    }

    @Test
    void what_was_shown_is_still_so_whatever_was_tried_or_noted_since() {
        Seen seen = carried(Seen.of(NOON, List.of(document("d1", "5.00 instead of 4.20", 1, NOON))));

        assertThat(seen.test(document("d1", "5.00 instead of 4.20", 7, NOON.plusSeconds(60))))
                .isTrue();
    }

    @Test
    void another_reason_is_not_what_was_shown() {
        Seen seen = carried(Seen.of(NOON, List.of(document("d1", "5.00 instead of 4.20", 1, NOON))));

        assertThat(seen.test(document("d1", "500.00 instead of 4.20", 1, NOON))).isFalse();
    }

    @Test
    void of_what_was_not_looked_at_by_itself_nothing_may_have_changed_since() {
        Seen seen = carried(Seen.of(NOON, List.of()));

        assertThat(seen.test(document("d2", "why", 1, NOON.minusSeconds(1)))).isTrue();
        assertThat(seen.test(document("d3", "why", 1, NOON.plusMillis(1)))).isFalse();
    }

    @Test
    void what_no_form_carries_is_refused() {
        for (String text : List.of("yesterday", "", "2026-03-10T12:00:00Z !!:x")) {
            assertThatThrownBy(() -> Seen.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
